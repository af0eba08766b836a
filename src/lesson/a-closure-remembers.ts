import type { Lesson } from './lesson.ts';

export const aClosureRemembers: Lesson = {
  id: 'a-closure-remembers',
  title: 'A closure remembers',
  summary: 'A small function can keep a large batch alive.',
  lookFor: [
    'job holds a cell, and the cell holds the whole batch.',
    'The lean job holds a number only: its batch dies when the function returns.',
  ],
  source: `\
class Batch(list):
    pass


def leaky_job(n):
    batch = Batch([k] for k in range(n))
    return lambda: len(batch)


def lean_job(n):
    batch = Batch([k] for k in range(n))
    size = len(batch)
    return lambda: size


job = leaky_job(8)
print('leaky:', job())
job = lean_job(8)
print('lean:', job())
del job
`,
};
