import type { Lesson } from './lesson.ts';

export const listOrGenerator: Lesson = {
  id: 'list-or-generator',
  title: 'A list of rows or a generator',
  summary: 'A generator keeps one row alive where a list keeps them all.',
  lookFor: [
    'The list: 40 rows live at once; they die together, last to first.',
    'The generator: never more than two rows, each dies when the next arrives.',
    'The timeline shows the difference as a mountain and a plain.',
  ],
  source: `\
class Row:
    alive = 0
    peak = 0

    def __init__(self, n):
        self.n = n
        Row.alive += 1
        Row.peak = max(Row.peak, Row.alive)

    def __del__(self):
        Row.alive -= 1


def as_list(count):
    return [Row(n) for n in range(count)]


def as_generator(count):
    for n in range(count):
        yield Row(n)


def total(rows):
    result = 0
    for row in rows:
        result += row.n
    return result


for source in (as_list, as_generator):
    Row.peak = 0
    print(source.__name__, total(source(40)), 'peak', Row.peak, 'left', Row.alive)
`,
};
