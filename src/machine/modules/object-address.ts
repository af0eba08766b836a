/** Addresses as programs see them. An id names one object for the whole run, so its address is made from it. */
const HEAP_START = 0x7f5a10000000;
const ALIGNMENT = 16;

export function addressOf(id: number): number {
  return HEAP_START + id * ALIGNMENT;
}

/** `0x7f5a10004230` */
export function addressText(id: number): string {
  return `0x${addressOf(id).toString(16)}`;
}
