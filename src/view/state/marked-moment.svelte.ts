/** The moment A that others are compared with: what there was then, kept when the playhead, or even the run, goes on. */
import { type Stock, stockOf } from '../../insight/stock.ts';
import { countText } from '../words.ts';
import type { Session } from './session.svelte.ts';

export class MarkedMoment {
  readonly #session: Session;
  #stock = $state.raw<Stock | null>(null);
  #text = $state.raw('');

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

  mark(): void {
    const { heap, position, programPlace } = this.#session;
    this.#stock = stockOf(heap);
    this.#text = `event ${countText(position)}${programPlace.line > 0 ? `, at line ${programPlace.line}` : ''}`;
  }

  forget(): void {
    this.#stock = null;
  }
}
