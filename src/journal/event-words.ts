/** The encoding of events, passed on: the folders above read words through the journal, not through the heap. */
export {
  Cause,
  CollectCause,
  decodeAtomIndex,
  decodeSmallInt,
  Ev,
  extraWords,
  isSmallIntWord,
  OP_BITS,
  OP_MASK,
  Phase,
} from '../heap/events.ts';
export {
  EXCEPTION_FIELDS,
  FIRST_CONTAINER,
  FUNCTION_DICT_PLACE,
  isDerived,
  Kind,
  visitsLastFirst,
  walksBackwards,
} from '../heap/kinds.ts';
