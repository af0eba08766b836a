/** Colours as ImageData has them: one 32-bit word, red in the lowest byte (all machines with browsers are little-endian). */

/** `#rrggbb`, opaque. */
export function packColour(hex: string): number {
  const rgb = parseInt(hex.slice(1), 16);
  return ((255 << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

/** `share` (0 to 255) of `over`, the rest of `under`; opaque. */
export function mixColours(under: number, over: number, share: number): number {
  const rest = 255 - share;
  const odd = ((under & 0xff00ff) * rest + (over & 0xff00ff) * share) >>> 8;
  const even = (((under >>> 8) & 0xff) * rest + ((over >>> 8) & 0xff) * share) & 0xff00;
  return ((odd & 0xff00ff) | even | 0xff000000) >>> 0;
}
