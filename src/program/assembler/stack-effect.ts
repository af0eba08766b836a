import { assert } from '../../base/assert.ts';
import { Op, opName } from '../instructions.ts';

const fixedEffects: Readonly<Record<number, number>> = {
  [Op.NOP]: 0,
  [Op.LINE]: 0,
  [Op.POP_TOP]: -1,
  [Op.COPY]: 1,
  [Op.SWAP]: 0,
  [Op.PUSH_NULL]: 1,
  [Op.LOAD_CONST]: 1,
  [Op.LOAD_FAST]: 1,
  [Op.LOAD_FAST_BORROW]: 1,
  [Op.LOAD_FAST_CHECK]: 1,
  [Op.LOAD_FAST_AND_CLEAR]: 1,
  [Op.STORE_FAST]: -1,
  [Op.DELETE_FAST]: 0,
  [Op.LOAD_NAME]: 1,
  [Op.STORE_NAME]: -1,
  [Op.DELETE_NAME]: 0,
  [Op.LOAD_GLOBAL]: 1,
  [Op.STORE_GLOBAL]: -1,
  [Op.DELETE_GLOBAL]: 0,
  [Op.MAKE_CELL]: 0,
  [Op.COPY_FREE_VARS]: 0,
  [Op.LOAD_CLOSURE]: 1,
  [Op.LOAD_DEREF]: 1,
  [Op.STORE_DEREF]: -1,
  [Op.DELETE_DEREF]: 0,
  [Op.LOAD_CLASS_DEREF]: 1,
  [Op.LOAD_BUILD_CLASS]: 1,
  [Op.LOAD_ASSERTION_ERROR]: 1,
  [Op.LOAD_LOCALS]: 1,
  [Op.LOAD_FROM_DICT_OR_GLOBALS]: 0,
  [Op.LOAD_FROM_DICT_OR_DEREF]: 0,
  [Op.LOAD_BUILTIN]: 1,
  [Op.LOAD_ATTR]: 0,
  [Op.LOAD_METHOD]: 1,
  [Op.LOAD_SUPER_ATTR]: -2,
  [Op.LOAD_SUPER_METHOD]: -1,
  [Op.STORE_ATTR]: -2,
  [Op.DELETE_ATTR]: -1,
  [Op.BINARY_SUBSCR]: -1,
  [Op.STORE_SUBSCR]: -3,
  [Op.DELETE_SUBSCR]: -2,
  [Op.BINARY_SLICE]: -2,
  [Op.STORE_SLICE]: -4,
  [Op.BINARY_OP]: -1,
  [Op.COMPARE_OP]: -1,
  [Op.IS_OP]: -1,
  [Op.CONTAINS_OP]: -1,
  [Op.UNARY_NEGATIVE]: 0,
  [Op.UNARY_POSITIVE]: 0,
  [Op.UNARY_NOT]: 0,
  [Op.UNARY_INVERT]: 0,
  [Op.LIST_APPEND]: -1,
  [Op.SET_ADD]: -1,
  [Op.MAP_ADD]: -2,
  [Op.LIST_EXTEND]: -1,
  [Op.SET_UPDATE]: -1,
  [Op.DICT_UPDATE]: -1,
  [Op.DICT_MERGE]: -1,
  [Op.LIST_TO_TUPLE]: 0,
  [Op.FORMAT_SIMPLE]: 0,
  [Op.FORMAT_WITH_SPEC]: -1,
  [Op.CONVERT_VALUE]: 0,
  [Op.JUMP]: 0,
  [Op.JUMP_BACKWARD]: 0,
  [Op.POP_JUMP_IF_FALSE]: -1,
  [Op.POP_JUMP_IF_TRUE]: -1,
  [Op.POP_JUMP_IF_NONE]: -1,
  [Op.POP_JUMP_IF_NOT_NONE]: -1,
  [Op.GET_ITER]: 0,
  [Op.GET_LEN]: 1,
  [Op.MATCH_MAPPING]: 1,
  [Op.MATCH_SEQUENCE]: 1,
  [Op.MATCH_KEYS]: 1,
  [Op.MATCH_CLASS]: -2,
  [Op.RETURN_VALUE]: -1,
  [Op.RETURN_GENERATOR]: 1,
  [Op.YIELD_VALUE]: 0,
  [Op.SEND]: 0,
  [Op.END_SEND]: -1,
  [Op.GET_YIELD_FROM_ITER]: 0,
  [Op.CLEANUP_THROW]: -1,
  [Op.RESUME]: 0,
  [Op.RERAISE]: -1,
  [Op.PUSH_EXC_INFO]: 1,
  [Op.POP_EXCEPT]: -1,
  [Op.CHECK_EXC_MATCH]: 0,
  [Op.CHECK_EG_MATCH]: 0,
  [Op.PREP_RERAISE_STAR]: -1,
  [Op.BEFORE_WITH]: 2,
  [Op.CALL_EXIT]: -4,
  [Op.WITH_EXCEPT_START]: 1,
  [Op.IMPORT_NAME]: -1,
  [Op.IMPORT_FROM]: 1,
  [Op.IMPORT_STAR]: -1,
  [Op.SETUP_ANNOTATIONS]: 0,
  [Op.FIRST_LINE]: 0,
  [Op.STOP_ITERATION_ERROR]: 0,
};

const unknownEffect = 127;

const effects = ((): Int8Array => {
  const table = new Int8Array(opName.length).fill(unknownEffect);
  for (const [op, effect] of Object.entries(fixedEffects)) table[Number(op)] = effect;
  return table;
})();

/** By how much an instruction makes the value stack higher: `jumps` tells whether it jumps or goes on. */
export function stackEffect(op: number, arg: number, jumps: boolean): number {
  switch (op) {
    case Op.BUILD_TUPLE:
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
    case Op.BUILD_STRING:
    case Op.BUILD_SLICE:
      return 1 - arg;
    case Op.BUILD_MAP:
      return 1 - 2 * arg;
    case Op.UNPACK_SEQUENCE:
      return arg - 1;
    case Op.UNPACK_EX:
      return (arg & 0xff) + (arg >> 8);
    case Op.FOR_ITER:
      return jumps ? -1 : 1;
    case Op.CALL_TYPING:
      return 1 - (arg & 3);
    case Op.CALL:
      return -1 - arg;
    case Op.CALL_KW:
      return -2 - arg;
    case Op.CALL_EX:
      return arg === 0 ? -2 : -3;
    case Op.MAKE_FUNCTION:
      return -[1, 2, 4, 8].filter((flag) => arg & flag).length;
    case Op.RAISE_VARARGS:
      return -arg;
    default: {
      const effect = effects[op];
      assert(effect !== unknownEffect, `the stack effect of ${opName[op]} is known`);
      return effect;
    }
  }
}
