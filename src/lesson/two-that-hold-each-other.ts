import type { Lesson } from './lesson.ts';

export const twoThatHoldEachOther: Lesson = {
  id: 'two-that-hold-each-other',
  title: 'Two objects that hold each other',
  summary: 'The smallest leak that reference counting cannot see.',
  lookFor: [
    'Both counts are 2 while both names exist, and 1 after del a, b.',
    'One is not zero: nothing is freed.',
    'The collector subtracts the references between them, is left with zero for both, and frees them.',
  ],
  source: `\
import gc


class Person:
    def __init__(self, name):
        self.name = name


a = Person('Ann')
b = Person('Bob')
a.friend = b
b.friend = a
del a, b
print('collected:', gc.collect())
`,
};
