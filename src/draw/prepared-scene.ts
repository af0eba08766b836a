/** What is worked out of a scene once and kept while its layout, moment and theme stay. */
import { NodeGrid } from './node-grid.ts';
import { type NodeShape, shapesOf } from './node-shape.ts';
import { pulseOf, type Pulses } from './pulses.ts';
import { References } from './references.ts';
import type { Scene } from './scene.ts';
import { type ToneStyle, toneStyles } from './tone-style.ts';
import { Tone, toneChanges, writeTones } from './tone.ts';

/** More changed objects than this get no pulses: the wave is seen by its colours. */
const MOST_PULSES = 250;

export class PreparedScene {
  grid: NodeGrid;
  references: References;
  styles: readonly ToneStyle[];
  shapes: readonly NodeShape[];
  tones: Uint8Array;
  /** Another number whenever objects are born or die: what edges are painted for. */
  outline = 0;
  // Written over at every moment, in turn with `tones`: at a million objects new arrays would keep the collector busy.
  private otherTones: Uint8Array;
  private counts: Int32Array;
  private version: number;

  constructor(public scene: Scene) {
    const { layout, moment, theme } = scene;
    this.grid = new NodeGrid(layout);
    this.references = new References(layout, moment);
    this.styles = toneStyles(theme);
    this.shapes = shapesOf(moment.kindNames);
    this.tones = new Uint8Array(layout.idLimit);
    this.otherTones = new Uint8Array(layout.idLimit);
    writeTones(layout, moment, this.tones);
    this.counts = moment.refcount.slice(0, layout.idLimit);
    this.version = moment.version;
  }

  /** Takes `scene` over; what has changed is worked out anew, and announced in `pulses`. */
  update(scene: Scene, pulses: Pulses, now: number): void {
    const before = this.scene;
    this.scene = scene;
    if (scene.theme !== before.theme) this.styles = toneStyles(scene.theme);
    const { layout, moment } = scene;
    const isOtherLayout = layout !== before.layout;
    const isOtherMoment = moment !== before.moment || moment.version !== this.version;
    if (!isOtherLayout && !isOtherMoment) return;
    if (isOtherLayout) this.grid = new NodeGrid(layout);
    this.references = new References(layout, moment);
    if (moment.kindNames !== before.moment.kindNames) this.shapes = shapesOf(moment.kindNames);
    this.version = moment.version;
    const tonesBefore = this.tones;
    this.tones = this.otherTones.length === layout.idLimit ? this.otherTones : new Uint8Array(layout.idLimit);
    // What another layout left behind must not shine through.
    if (isOtherLayout) this.tones.fill(Tone.ABSENT);
    this.otherTones = tonesBefore;
    writeTones(layout, moment, this.tones);
    const changes = isOtherLayout ? null : toneChanges(tonesBefore, this.tones, MOST_PULSES);
    if (changes === null || changes.isOutline) this.outline++;
    // Another way of laying the same heap out is no event in it.
    const sameObjects = !isOtherLayout || layout.idLimit !== before.layout.idLimit;
    const isWave = changes !== null && changes.count > MOST_PULSES;
    if (!scene.reducedMotion && isOtherMoment && sameObjects && !isWave) this.announce(tonesBefore, pulses, now);
    const counts = moment.refcount.subarray(0, layout.idLimit);
    if (this.counts.length === counts.length) this.counts.set(counts);
    else this.counts = counts.slice();
  }

  private announce(tonesBefore: Uint8Array, pulses: Pulses, now: number): void {
    const { layout, moment } = this.scene;
    const changed: { id: number; kind: NonNullable<ReturnType<typeof pulseOf>> }[] = [];
    const { tones, counts } = this;
    const { refcount } = moment;
    for (const id of layout.drawn) {
      const before = tonesBefore[id] ?? 0;
      if (before === tones[id] && counts[id] === refcount[id]) continue;
      const kind = pulseOf(before, tones[id], counts[id] ?? 0, refcount[id]);
      if (kind === null) continue;
      changed.push({ id, kind });
      if (changed.length > MOST_PULSES) return;
    }
    for (const { id, kind } of changed) pulses.add(id, kind, now);
  }
}
