/** What a layout asks of a run, from its journal and its owners. */
import { kindName } from '../../heap/kinds.ts';
import type { Ownership } from '../../insight/ownership.ts';
import type { Journal } from '../../journal/journal.ts';
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
  };
}
