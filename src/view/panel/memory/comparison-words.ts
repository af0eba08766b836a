/** Two moments compared, in a sentence. */
import type { Comparison } from '../../../insight/comparison.ts';
import { bytesText, countText } from '../../words.ts';

export function comparisonSentence({ total, passing, isSameRun }: Comparison): string {
  const { born, died, stayed, growth } = total;
  const change =
    growth.bytes === 0
      ? 'as many bytes as before'
      : `${bytesText(Math.abs(growth.bytes))} ${growth.bytes > 0 ? 'more' : 'less'}`;
  if (!isSameRun)
    return `${countText(stayed.objects)} are in both runs, ${countText(born.objects)} only in this one, ${countText(died.objects)} only in the run of A: ${change}.`;
  const came = passing === 0 ? '' : ` ${countText(passing)} more came and went.`;
  return `From the earlier to the later moment ${countText(born.objects)} were born, ${countText(died.objects)} died, ${countText(stayed.objects)} stayed: ${change}.${came}`;
}

/** `+3`, `−2`, `0` */
export function signed(count: number): string {
  if (count === 0) return '0';
  return `${count > 0 ? '+' : '−'}${countText(Math.abs(count))}`;
}
