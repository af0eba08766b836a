/** Hands out what a run has added since the last time, for a journal. */
import { keepSpare } from '../heap/events.ts';
import { EXCEPTION_MEMBERS, Kind, LAST_ATOM } from '../heap/kinds.ts';
import type { CodeInfo, RunDelta, RunEnd, StatementInfo, TypeInfo } from './run-record.ts';
import type { FunctionBody } from './functions.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';
import { TypeBody } from './type-body.ts';

export class DeltaTaker {
  private readonly machine: PythonMachine;
  private chunks = 0;
  /** Words of the unfinished chunk that were handed out already. */
  private handedOut = 0;
  private atoms = 0;
  private codes = 0;
  private named = 0;
  private statements = 0;

  constructor(machine: PythonMachine) {
    this.machine = machine;
  }

  take(statements: readonly StatementInfo[], end: RunEnd): RunDelta {
    const m = this.machine;
    const { heap } = m;
    const { events } = heap;
    const chunks: Int32Array[] = [];
    while (this.chunks < events.full.length) {
      const chunk = events.full[this.chunks];
      if (this.handedOut === 0) chunks.push(chunk);
      else {
        chunks.push(chunk.slice(this.handedOut));
        keepSpare(events.spare, [chunk]);
      }
      // The chunk crosses to another thread; the writer only counts it from now on.
      events.full[this.chunks] = EMPTY;
      this.chunks++;
      this.handedOut = 0;
    }
    if (events.at > this.handedOut) {
      chunks.push(events.words.slice(this.handedOut, events.at));
      this.handedOut = events.at;
    }
    const delta: RunDelta = {
      chunks,
      atoms: heap.atoms.entries.slice(this.atoms),
      types: typesOf(m),
      codes: m.codes.slice(this.codes).map(infoOf),
      names: namesOf(m, Math.max(this.named, heap.programStart)),
      statements: statements.slice(this.statements),
      output: m.takeOutput(),
      end,
      programStart: heap.programStart,
      idLimit: heap.end,
      globals: m.globals,
      libraryRanges: [...m.libraryRanges],
    };
    this.atoms = heap.atoms.entries.length;
    this.codes = m.codes.length;
    this.named = heap.end;
    this.statements = statements.length;
    return delta;
  }
}

const EMPTY = new Int32Array(0);

function infoOf(loaded: PythonMachine['codes'][number]): CodeInfo {
  const { code } = loaded;
  return {
    id: loaded.id,
    name: code.name,
    qualifiedName: code.qualifiedName,
    filename: code.filename,
    isLibrary: loaded.isLibrary,
    firstLine: code.firstLine,
    slotNames: code.slotNames,
    isModule: code.kind === 'module',
  };
}

/** Names of the functions and code objects from id `from` on. */
function namesOf(m: PythonMachine, from: number): [id: number, name: string][] {
  const { heap } = m;
  const names: [number, string][] = [];
  const { kind } = heap;
  for (let id = from; id < heap.end; id++) {
    if (kind[id] < Kind.CODE || kind[id] > Kind.BUILTIN || heap.body[id] === null) continue;
    const body = heap.body[id];
    if (kind[id] === Kind.FUNCTION) names.push([id, (body as FunctionBody).qualifiedName]);
    else if (kind[id] === Kind.CODE) names.push([id, (body as LoadedCode).code.qualifiedName]);
    else if (kind[id] === Kind.BUILTIN) names.push([id, (body as NativeFunction).qualifiedName]);
  }
  return names;
}

/** Names of the slots of instances: attributes, behind the value where there is one; none where the slots are contents. */
function slotNamesOf({ kind, slotNames, sharedNames }: TypeBody): string[] {
  if (kind === Kind.INSTANCE) return [...slotNames, ...sharedNames];
  if (kind === Kind.EXCEPTION && slotNames.length > 0)
    return [...Array<string>(EXCEPTION_MEMBERS).fill(''), ...slotNames];
  return kind <= LAST_ATOM || kind === Kind.BYTEARRAY ? ['', ...slotNames] : [];
}

function typesOf(m: PythonMachine): TypeInfo[] {
  const types: TypeInfo[] = [];
  for (const id of [...m.typeIds.values(), ...m.heapTypes.keys()]) {
    // Classes may be dead by now; their instances are remembered all the same.
    const body = m.heapTypes.get(id) ?? m.heap.body[id];
    if (!(body instanceof TypeBody)) continue;
    types.push({
      id,
      name: body.name,
      isHeapType: body.isHeapType,
      slotNames: slotNamesOf(body),
    });
  }
  return [...new Map(types.map((type) => [type.id, type])).values()];
}
