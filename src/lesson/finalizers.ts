import type { Lesson } from './lesson.ts';

export const finalizers: Lesson = {
  id: 'finalizers',
  title: 'Finalizers and resurrection',
  summary: '__del__ runs once; it can even bring its object back.',
  lookFor: [
    'At del p the count reaches zero, __del__ runs and stores the object: it lives on.',
    'Its second death is silent: __del__ is never called twice.',
    'In a cycle the collector calls every __del__ before it clears anything.',
  ],
  source: `\
import gc

saved = []


class Phoenix:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dying:', self.name)
        saved.append(self)


p = Phoenix('fenix')
del p
print('saved:', [s.name for s in saved])
saved.clear()
print('second death was silent')

a, b = Phoenix('a'), Phoenix('b')
a.peer, b.peer = b, a
del a, b
print('collected:', gc.collect(), 'saved:', sorted(s.name for s in saved))
saved.clear()
print('collected:', gc.collect())
`,
};
