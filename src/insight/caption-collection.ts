/** Sentences about collections. */
import { CollectCause, Phase } from '../journal/event-words.ts';

const PHASES: Readonly<Record<number, string>> = {
  [Phase.NONE]: 'The collector has finished its work.',
  [Phase.UPDATE_REFS]: 'The collector copies every refcount into gc_refs.',
  [Phase.SUBTRACT_REFS]: 'The collector subtracts one from gc_refs for every reference from within.',
  [Phase.MOVE_UNREACHABLE]:
    'What still has gc_refs above 0 is referred to from outside: it and all it reaches stay. The rest is unreachable.',
  [Phase.HANDLE_WEAKREFS]: 'Weak references to the unreachable objects are cleared.',
  [Phase.FINALIZE]: 'The finalizers of the unreachable objects run.',
  [Phase.HANDLE_RESURRECTED]: 'The collector checks whether a finalizer has brought anything back.',
  [Phase.DELETE_GARBAGE]:
    'The collector breaks the cycles: it clears the unreachable objects, and they free each other.',
  [Phase.MARK]: 'Everything that the roots reach is marked.',
  [Phase.SWEEP]: 'Everything without a mark is swept.',
};

export function phaseText(phase: number): string {
  return PHASES[phase] ?? `Phase ${phase} of the collection begins.`;
}

export function collectionStartText(generation: number, cause: number): string {
  const why = cause === CollectCause.EXPLICIT ? 'the program asked for it' : 'a threshold was crossed';
  return `A collection of generation ${generation} begins: ${why}.`;
}

export function collectionEndText(generation: number, collected: number, examined: number): string {
  const found = collected === 0 ? 'no garbage' : `${number(collected)} unreachable`;
  return `The collection of generation ${generation} ends: ${number(examined)} objects examined, ${found}.`;
}

/** `222,222` */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
