/**
 * What a question lays over the picture: marks on objects, and what is lifted out of the rest. It holds at the moment
 * that it was asked at, and until the next question.
 */
import type { Emphasis } from '../../draw/scene.ts';
import type { Session } from './session.svelte.ts';

export interface Laid {
  /** `Mark` of src/draw by object id; null: objects keep their colours. */
  readonly marks: Uint8Array | null;
  readonly emphasis: Emphasis | null;
}

export class Highlight {
  readonly #session: Session;
  #laid = $state.raw<(Laid & { readonly position: number; readonly run: number; readonly count: number }) | null>(null);
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** What lies over the picture now, with a number that no other one has; null: nothing. */
  get shown(): (Laid & { readonly count: number }) | null {
    const laid = this.#laid;
    const { position, runNumber } = this.#session;
    return laid !== null && laid.position === position && laid.run === runNumber ? laid : null;
  }

  lay(laid: Laid): void {
    const { position, runNumber } = this.#session;
    this.#laid = { ...laid, position, run: runNumber, count: ++this.#count };
  }

  clear(): void {
    this.#laid = null;
  }
}
