/** The moment A that others are compared with: what there was then, kept when the playhead, or even the run, goes on. */
import type { Sliced } from '../../base/sliced.ts';
import type { Stock } from '../../insight/stock.ts';
import type { Playhead } from '../../playhead/playhead.ts';
import { countText } from '../words.ts';
import type { Session } from './session.svelte.ts';

export class MarkedMoment {
  readonly #session: Session;
  #stock = $state.raw<Stock | null>(null);
  #text = $state.raw('');
  /** What an opened link marks, until its run is there. */
  #awaited = $state.raw<number | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  get stock(): Stock | null {
    return this.#stock;
  }
  /** `event 512, at line 7` */
  get text(): string {
    return this.#text;
  }
  /** Its position in the run that is shown; null: there is none, or it is of another run. */
  get position(): number | null {
    const stock = this.#stock;
    return stock !== null && stock.journal === this.#session.journal ? stock.position : null;
  }

  /** Marks a moment of the run, without going there. */
  async mark(position = this.#session.position): Promise<void> {
    const { journal } = this.#session;
    // Nobody marks anything before the first picture.
    const [{ takeStock }, { askElsewhere }] = await Promise.all([
      import('../../insight/stock.ts'),
      import('./in-slices.ts'),
    ]);
    const isOver = (): boolean => this.#session.journal !== journal;
    if (isOver()) return;
    const stockThere = function* (playhead: Playhead): Sliced<Stock> {
      playhead.seek(position);
      return yield* takeStock(playhead.state);
    };
    const stock = await askElsewhere(this.#session, stockThere, isOver);
    if (stock === undefined) return;
    this.#stock = stock;
    const place = journal.placeAt(position);
    const isProgram = place !== null && journal.codes.get(place.code)?.filename === 'main.py';
    this.#text = `event ${countText(position)}${isProgram ? `, at line ${place.line}` : ''}`;
  }

  forget(): void {
    this.#stock = null;
  }

  /** A link was opened that marks a position, or none. */
  open(position: number | undefined): void {
    this.#stock = null;
    this.#awaited = position ?? null;
  }

  /** The run has come to its end, or to that of its statements: marks what the link says. */
  followRun(): void {
    const position = this.#awaited;
    const { length, run } = this.#session;
    if (position === null || length === 0 || run.kind === 'running') return;
    this.#awaited = null;
    if (position <= length) void this.mark(position);
    else
      this.#session.say(
        `The link marks event ${countText(position)} as A, which this run of ${countText(length)} events does not have; mark another moment.`,
      );
  }
}
