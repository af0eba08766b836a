/** What a layout asks of a run, from its journal and its owners. */
import { GrowableInt32 } from '../../base/growable.ts';
import { kindName } from '../../heap/kinds.ts';
import type { Ownership } from '../../insight/ownership.ts';
import type { Journal } from '../../journal/journal.ts';
import { MODULE_DEPTH } from '../../journal/scan.ts';
import type { LayoutSource } from '../../layout/layout.ts';

export function layoutSource(journal: Journal, ownership: Ownership): LayoutSource {
  const { objects, idLimit } = journal;
  const hidden = new Uint8Array(idLimit);
  for (let id = journal.programStart; id < idLimit; id++) if (journal.isLibrary(id)) hidden[id] = 1;
  hidden[journal.globals] = 1;
  return {
    idLimit,
    owner: ownership.owner,
    kind: objects.kind,
    kindNames: kindName,
    birth: objects.birth,
    death: objects.death,
    bytes: objects.firstBytes,
    hidden,
    statements: statementEvents(journal),
  };
}

/** Events with which the lines of the program itself and of its statements begin, those of its functions left out. */
function statementEvents({ places }: Journal): Int32Array {
  const events = new GrowableInt32();
  for (let step = places.stepFrom(0); step < places.length; step = places.stepFrom(step + 1)) {
    if (places.depthAt(step) === MODULE_DEPTH) events.push(places.eventAt(step));
  }
  return events.view();
}
