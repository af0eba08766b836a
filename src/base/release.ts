/** An ArrayBuffer of hosts since 2024. */
interface Detachable {
  transfer?: (length: number) => unknown;
}

/**
 * Gives memory back at once that nobody reads or writes any more (its arrays are empty afterwards): a host may take
 * hundreds of megabytes more before it looks for what is not needed. Older hosts wait for that.
 */
export function release(buffers: readonly ArrayBuffer[]): void {
  for (const buffer of buffers) (buffer as Detachable).transfer?.(0);
}
