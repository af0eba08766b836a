import type { Lesson } from './lesson.ts';

export const anExceptionHoldsOn: Lesson = {
  id: 'an-exception-holds-on',
  title: 'A kept exception holds its frames',
  summary: 'An exception carries its traceback, the traceback its frames, the frames their locals.',
  lookFor: [
    'The batch that failed stays alive as long as the exception is kept.',
    'The path from errors to the batch runs through traceback and frame.',
    'errors.clear() lets all of it go.',
  ],
  source: `\
class Batch:
    def __init__(self, n):
        self.n = n


errors = []


def process(n):
    batch = Batch(n)
    if n % 2:
        raise ValueError(f'batch {n} is odd')
    return n


for n in range(4):
    try:
        process(n)
    except ValueError as error:
        errors.append(error)

print([str(e) for e in errors])
errors.clear()
print('cleared')
`,
};
