/** Live objects and bytes over a whole run, in at most MOST_SAMPLES equidistant samples. */
const MOST_SAMPLES = 4096;

export class Timeline {
  /** Events between two samples: a power of two, doubled whenever there are too many samples. Sample i is taken after i * every events. */
  every = 64;
  /** Number of samples; sample 0 is the empty heap. */
  count = 0;
  readonly liveObjects = new Int32Array(MOST_SAMPLES);
  /** Bytes of live objects and of atoms together. */
  readonly liveBytes = new Float64Array(MOST_SAMPLES);

  /** Appends the next sample; thins out when full, which doubles `every`. */
  push(objects: number, bytes: number): void {
    this.liveObjects[this.count] = objects;
    this.liveBytes[this.count] = bytes;
    if (++this.count < MOST_SAMPLES) return;
    for (let i = 0; i < MOST_SAMPLES / 2; i++) {
      this.liveObjects[i] = this.liveObjects[2 * i];
      this.liveBytes[i] = this.liveBytes[2 * i];
    }
    this.count = MOST_SAMPLES / 2;
    this.every *= 2;
  }
}
