import type { CodeObject, Constant } from './code.ts';
import { BinaryOp, CompareOp, INPLACE, Op, opName } from './instructions.ts';

const slotOps: ReadonlySet<number> = new Set([
  Op.LOAD_FAST,
  Op.LOAD_FAST_BORROW,
  Op.LOAD_FAST_CHECK,
  Op.LOAD_FAST_AND_CLEAR,
  Op.STORE_FAST,
  Op.DELETE_FAST,
  Op.MAKE_CELL,
  Op.LOAD_CLOSURE,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_CLASS_DEREF,
  Op.LOAD_FROM_DICT_OR_DEREF,
]);
const nameOps: ReadonlySet<number> = new Set([
  Op.LOAD_NAME,
  Op.STORE_NAME,
  Op.DELETE_NAME,
  Op.LOAD_GLOBAL,
  Op.STORE_GLOBAL,
  Op.DELETE_GLOBAL,
  Op.LOAD_ATTR,
  Op.LOAD_METHOD,
  Op.LOAD_SUPER_ATTR,
  Op.LOAD_SUPER_METHOD,
  Op.STORE_ATTR,
  Op.DELETE_ATTR,
  Op.IMPORT_NAME,
  Op.IMPORT_FROM,
  Op.LOAD_BUILTIN,
  Op.LOAD_FROM_DICT_OR_GLOBALS,
]);
const jumpOps: ReadonlySet<number> = new Set([
  Op.JUMP,
  Op.JUMP_BACKWARD,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.FOR_ITER,
  Op.SEND,
]);
const plainOps: ReadonlySet<number> = new Set([
  ...[Op.LINE, Op.COPY, Op.SWAP, Op.COPY_FREE_VARS, Op.IS_OP, Op.CONTAINS_OP, Op.BUILD_SLICE],
  ...[Op.BUILD_TUPLE, Op.BUILD_LIST, Op.BUILD_SET, Op.BUILD_MAP, Op.BUILD_STRING, Op.LIST_APPEND],
  ...[Op.SET_ADD, Op.MAP_ADD, Op.UNPACK_SEQUENCE, Op.UNPACK_EX, Op.CONVERT_VALUE, Op.MATCH_CLASS],
  ...[Op.CALL, Op.CALL_KW, Op.CALL_EX, Op.MAKE_FUNCTION, Op.CALL_TYPING, Op.RESUME, Op.RAISE_VARARGS, Op.RERAISE],
]);

/**
 * A listing of a code object for tests and debugging: one instruction a line with its argument in words, jump targets
 * as instruction numbers (`>>` marks them), then the exception table.
 */
export function disassemble(code: CodeObject): string {
  const { instructions } = code;
  const targets = new Set<number>();
  for (let index = 0; index < instructions.length / 2; index++) {
    if (jumpOps.has(instructions[2 * index])) targets.add(instructions[2 * index + 1]);
  }
  for (const entry of code.exceptionTable) targets.add(entry.target);
  const lines: string[] = [];
  for (let index = 0; index < instructions.length / 2; index++) {
    const op = instructions[2 * index];
    const mark = targets.has(index) ? '>>' : '  ';
    const argument = argumentText(code, op, instructions[2 * index + 1]);
    lines.push(`${mark} ${String(index).padStart(3)} ${opName[op]} ${argument}`.trimEnd());
  }
  for (const { start, end, target, depth, lasti } of code.exceptionTable) {
    lines.push(`   ${start}..${end - 1} -> ${target} [${depth}]${lasti ? ' lasti' : ''}`);
  }
  return lines.join('\n');
}

function argumentText(code: CodeObject, op: number, arg: number): string {
  if (slotOps.has(op)) return code.slotNames[arg];
  if (nameOps.has(op)) return code.names[arg];
  if (jumpOps.has(op)) return `-> ${arg}`;
  if (op === Op.LOAD_CONST) return constantText(code.constants[arg]);
  if (op === Op.BINARY_OP) {
    return arg >= INPLACE ? `${keyOf(BinaryOp, arg - INPLACE)} in place` : keyOf(BinaryOp, arg);
  }
  if (op === Op.COMPARE_OP) return keyOf(CompareOp, arg);
  return plainOps.has(op) ? String(arg) : '';
}

function keyOf(table: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(table).find((key) => table[key] === value) ?? String(value);
}

/** A constant roughly as Python writes it. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
      return 'None';
    case 'true':
      return 'True';
    case 'false':
      return 'False';
    case 'ellipsis':
      return '...';
    case 'int':
      return String(constant.value);
    case 'float':
      return Number.isInteger(constant.value) ? constant.value.toFixed(1) : String(constant.value);
    case 'complex':
      return `${constant.imag}j`;
    case 'str':
      return JSON.stringify(constant.value);
    case 'bytes':
      return `b${JSON.stringify(String.fromCharCode(...constant.value))}`;
    case 'tuple':
    case 'frozenset': {
      const items = constant.items.map(constantText).join(', ');
      return constant.kind === 'tuple'
        ? `(${items}${constant.items.length === 1 ? ',' : ''})`
        : `frozenset({${items}})`;
    }
    case 'code':
      return `<code ${constant.code.qualifiedName}>`;
  }
}
