/** Two runs side by side, in sentences. */
import type { TwoRuns } from '../../insight/two-runs.ts';
import { countText } from '../words.ts';

/** The first moment at which the runs differ. `names`: what the runs are called; `textOf`: a line of the program. */
export function differenceSentence(
  runs: TwoRuns,
  names: readonly [string, string],
  textOf: (line: number) => string,
): string {
  const first = runs.firstDifference;
  const both = Math.min(...runs.ticks.map((ticks) => ticks.length)) - 1;
  const parts =
    runs.parting < both
      ? ` From step ${countText(runs.parting)} on they take different ways, so the clock only counts their lines.`
      : '';
  if (first === null) return `At every step the same objects are alive in both.${parts}`;
  const line = first.tick === 0 ? 0 : runs.lineOf(0, first.tick - 1);
  const where = line > 0 ? `line ${line}, \`${textOf(line)}\`` : 'the first line';
  const [ours, theirs] = first.only;
  const who = [
    ...(ours > 0 ? [`${objects(ours)} alive only under ${names[0]}`] : []),
    ...(theirs > 0 ? [`${objects(theirs)} alive only under ${names[1]}`] : []),
  ];
  return `They first differ after ${where} (step ${countText(first.tick)} of ${countText(both)}): ${who.join(', ')}.${parts}`;
}

function objects(count: number): string {
  return `${countText(count)} ${count === 1 ? 'object is' : 'objects are'}`;
}
