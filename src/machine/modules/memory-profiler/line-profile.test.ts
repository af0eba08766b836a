import { expect, it } from 'vitest';
import { LineProfile, profileTable } from './line-profile.ts';

it('prints the table of memory_profiler', () => {
  // cpython-memory.md 8: lines 10 to 20, a scripted meter.
  const profile = new LineProfile();
  profile.call(10);
  profile.line(12, 20);
  profile.line(14, 21);
  profile.line(15, 21);
  profile.line(14, 23);
  profile.line(15, 23);
  profile.line(14, 25);
  profile.line(15, 25);
  profile.line(14, 27);
  profile.line(20, 27);
  profile.leave(23);
  const source = new Array<string>(20).fill('');
  source[9] = '@profile';
  source[10] = 'def my_func():';
  source[11] = '    grow(1)';
  source[13] = '    for i in range(3):';
  source[14] = '        grow(2)';
  source[19] = '    grow(-4)';
  expect(profileTable(profile, 'main.py', source, 10, 20, 1).split('\n')).toEqual([
    'Filename: main.py',
    '',
    'Line #    Mem usage    Increment  Occurrences   Line Contents',
    '=============================================================',
    '    10     20.0 MiB     20.0 MiB           1   @profile',
    '    11                                         def my_func():',
    '    12     21.0 MiB      1.0 MiB           1       grow(1)',
    '    13                                         ',
    '    14     27.0 MiB      0.0 MiB           4       for i in range(3):',
    '    15     27.0 MiB      6.0 MiB           3           grow(2)',
    '    16                                         ',
    '    17                                         ',
    '    18                                         ',
    '    19                                         ',
    '    20     23.0 MiB     -4.0 MiB           1       grow(-4)',
    '',
    '',
    '',
  ]);
});
