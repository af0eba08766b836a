/** Text that fits: smaller first, then cut short. */
import type { Pen } from './pen.ts';

export interface FittedText {
  readonly text: string;
  readonly font: string;
  readonly size: number;
}

/** `width` in pixels; font sizes from `largest` down to `smallest`. */
export function fitText(
  pen: Pen,
  text: string,
  width: number,
  largest: number,
  smallest: number,
  family: string,
  weight = 400,
): FittedText {
  pen.font = `${weight} ${largest}px ${family}`;
  const natural = pen.measureText(text).width;
  const size = Math.max(smallest, Math.min(largest, (largest * width) / Math.max(natural, 1)));
  const font = `${weight} ${size}px ${family}`;
  if ((natural * size) / largest <= width + 0.5) return { text, font, size };
  pen.font = font;
  const fits = (count: number): boolean => pen.measureText(text.slice(0, count) + '…').width <= width;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return { text: low === 0 ? '…' : text.slice(0, low) + '…', font, size };
}
