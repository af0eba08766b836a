/** Exceptions that hold other exceptions: contexts, causes, groups; what `except*` makes of them; frames that they keep. */
import type { Templates } from './template.ts';

export const EXCEPTION_CHAINS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  error: {
    weight: 3,
    makes: 'error',
    write: (c) =>
      `try:\n    ${c.oneOf(['raising', 'two_deep', 'failing'])}(${c.anyName()}, ${c.label()})\nexcept ValueError as error:\n    ${c.target} = error`,
  },
  made: {
    weight: 2,
    makes: 'error',
    write: (c) => `${c.target} = ${c.oneOf(['ValueError', 'Failure', 'KeyError', 'FailureWithSlots'])}(${c.value()})`,
  },
  whileHandling: {
    weight: 3,
    makes: 'error',
    write: (c) =>
      `try:\n    try:\n        raising(${c.anyName()}, ${c.label()})\n    ${c.oneOf(['except ValueError', 'finally'])}:\n        raise Failure(${c.value()})${c.oneOf(['', '', ' from None', ` from KeyError(${c.label()})`])}\nexcept Exception as error:\n    ${c.target} = error`,
  },
  raiseKept: {
    weight: 3,
    needs: ['error'],
    makes: 'error',
    write: (c) =>
      `try:\n    raise ${c.names[0]}${c.oneOf(['', ` from ${c.names[0]}`, ' from None'])}\nexcept Exception as error:\n    ${c.target} = error`,
  },
  raiseFrom: {
    needs: ['error', 'error'],
    makes: 'error',
    write: ({ names: [a, b], target }) =>
      `try:\n    raise ${a} from ${b}\nexcept Exception as error:\n    ${target} = error`,
  },
  setCause: { needs: ['error', 'error'], write: ({ names: [a, b] }) => `${a}.__cause__ = ${b}` },
  setContext: { needs: ['error', 'error'], write: ({ names: [a, b] }) => `${a}.__context__ = ${b}` },
  contextOf: {
    needs: ['error'],
    write: ({ names: [a] }) =>
      `print('chain ${a}', type(${a}.__context__).__name__, type(${a}.__cause__).__name__, ${a}.__suppress_context__)`,
  },
  keptByError: {
    weight: 2,
    needs: ['error', 'any'],
    write: ({ names: [a, b] }) => `if hasattr(${a}, '__dict__'):\n    ${a}.kept = ${b}`,
  },
  argumentsOf: { needs: ['error'], write: (c) => `${c.names[0]}.args = (${c.value()}, ${c.value()})` },
  note: { needs: ['error'], write: ({ names: [a] }) => `${a}.add_note('seen')` },
  dropTraceback: { needs: ['error'], write: ({ names: [a] }) => `${a}.__traceback__ = None` },
  clearFrame: {
    needs: ['error'],
    write: ({ names: [a] }) =>
      `if ${a}.__traceback__ is not None and ${a}.__traceback__.tb_next is not None:\n    ${a}.__traceback__.tb_next.tb_frame.clear()`,
  },
  localsOf: {
    needs: ['error'],
    write: ({ names: [a] }) =>
      `if ${a}.__traceback__ is not None and ${a}.__traceback__.tb_next is not None:\n    print('locals ${a}', list(${a}.__traceback__.tb_next.tb_frame.f_locals))`,
  },
  tracebackOf: {
    needs: ['error'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${a}.__traceback__`,
  },
  depth: { needs: ['error'], write: ({ names: [a] }) => `print('depth ${a}', depth_of(${a}.__traceback__))` },
  group: {
    weight: 3,
    needs: ['error', 'error'],
    makes: 'group',
    write: (c) =>
      `${c.target} = ExceptionGroup('group', [${c.names[0]}, ${c.oneOf([c.names[1], `KeyError(${c.label()})`])}])`,
  },
  nested: {
    needs: ['group', 'error'],
    makes: 'group',
    write: ({ names: [a, b], target }) => `${target} = ExceptionGroup('outer', [${a}, ${b}])`,
  },
  raiseGroup: {
    weight: 3,
    needs: ['group'],
    makes: 'group',
    write: (c) =>
      `try:\n    raise ${c.names[0]}${c.oneOf(['', ' from None'])}\nexcept ExceptionGroup as error:\n    ${c.target} = error`,
  },
  exceptStar: {
    weight: 3,
    needs: ['group'],
    write: (c) =>
      `try:\n    try:\n        raise ${c.names[0]}\n    except* ${c.oneOf(['ValueError', 'KeyError', '(Failure, ValueError)'])} as part:\n        print('part', len(part.exceptions), rc(part))\nexcept ExceptionGroup as rest:\n    print('rest', len(rest.exceptions), rc(rest))`,
  },
  exceptStarKeep: {
    weight: 2,
    needs: ['group'],
    makes: 'group',
    write: (c) =>
      `try:\n    try:\n        raise ${c.names[0]}\n    except* Exception as part:\n        ${c.target} = part\n        ${c.oneOf(['pass', `raise Failure(${c.label()})`])}\nexcept ExceptionGroup as rest:\n    ${c.target} = rest`,
  },
  split: {
    needs: ['group'],
    makes: 'tuple',
    write: (c) => `${c.target} = ${c.names[0]}.split(${c.oneOf(['ValueError', 'KeyError', 'Failure'])})`,
  },
  subgroup: {
    needs: ['group'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}.subgroup(${c.oneOf(['ValueError', 'KeyError', 'Failure'])})`,
  },
  drop: { weight: 2, needs: ['error'], drops: true, write: ({ names: [a] }) => `del ${a}` },
  loop: {
    write: (c) =>
      `for each in range(${1 + c.below(3)}):\n    try:\n        raising(each, ${1000 + 10 * c.label()} + each)\n    except ValueError as error:\n        last = error\n    else:\n        print('none')`,
  },
  handled: {
    write: (c) =>
      `try:\n    raising(${c.anyName()}, ${c.label()})\nexcept ValueError:\n    print('now', rc(sys.exc_info()[1]))`,
  },
  returnInFinally: {
    needs: ['any'],
    makes: 'thing',
    write: (c) => `${c.target} = swallowing(${c.names[0]}, ${c.label()})`,
  },
  retry: { makes: 'error', write: (c) => `${c.target} = chain_of(${1 + c.below(4)}, ${2000 + 10 * c.label()})` },
  watch: {
    write: (c) => `watched = Failure(${c.value()})
reference = weakref.ref(watched, note(${c.label()}))
del watched`,
  },
};
