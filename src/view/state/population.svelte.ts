/** The generations of a run as a population: its events are read in tasks of their own, once, while somebody wants to see it. */
import { type Population, PopulationHistory } from '../../insight/generations.ts';
import { profileNamed } from '../../machine/profiles/all-profiles.ts';
import { nextTask } from '../next-task.ts';
import type { Session } from './session.svelte.ts';

/** Events read in one task: some 5 ms. */
const EVENTS_A_TASK = 250_000;

export class PopulationFollower {
  readonly #session: Session;
  #history = $state.raw<PopulationHistory | null>(null);
  /** Counts what has been read: readers of `now` are told. */
  #tick = $state.raw(0);
  #isReading = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** At the playhead; null while the run has not been read so far. */
  get now(): Population | null {
    void this.#tick;
    const { journal, position } = this.#session;
    const history = this.#history;
    return history?.journal === journal && history.hasRead(position) ? history.at(position) : null;
  }

  /** Reads what there is of the run now. */
  async follow(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    for (;;) {
      const { journal, python } = this.#session;
      if (this.#history?.journal !== journal)
        this.#history = new PopulationHistory(journal, profileNamed(python).thresholds);
      const isDone = this.#history.readAhead(EVENTS_A_TASK);
      this.#tick++;
      if (isDone) break;
      await nextTask();
    }
    this.#isReading = false;
  }
}
