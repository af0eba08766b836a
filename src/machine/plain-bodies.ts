/**
 * Functions whose whole body is a row of plain statements: attributes of a parameter are set, something is appended to
 * a list that a parameter holds, a constant is returned. Most `__init__` and `add_child` are such. frameless-calls.ts
 * carries them out.
 */
import { LAST_ATOM } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';

export const Plain = {
  /** line */
  LINE: 0,
  /** owner; value: `owner.name = value`, both parameters */
  SET_LOCAL: 1,
  /** owner; constant: `owner.name = 0` */
  SET_CONSTANT: 2,
  /** owner: `owner.name = []` */
  SET_LIST: 3,
  /** owner; value: `owner.name.append(value)` */
  APPEND: 4,
  /** constant */
  RETURN: 5,
} as const;

/** Numbers of a statement: what it is, its first instruction, the one with the attribute's cache, and two operands. */
export const PLAIN_STRIDE = 5;

/** A body with more statements, or parameters, is not treated as plain: all that it records has to fit into one chunk. */
const MOST_STATEMENTS = 200;
const MOST_PARAMETERS = 16;

/** Words of events: of a statement at the most; of a call and its end, with and for each parameter. */
const WORDS_OF_STATEMENT = 10;
const WORDS_OF_CALL = 8;
const WORDS_OF_PARAMETER = 7;

export interface PlainBody {
  /** PLAIN_STRIDE numbers each. */
  readonly statements: Int32Array;
  /** Words of events that a call records at the most. */
  readonly words: number;
}

/** The body of `instructions`; null when one of its statements is not plain. `kindOf`: the kind of a constant. */
export function plainBody(
  instructions: Int32Array,
  names: readonly string[],
  parameters: number,
  kindOf: (constant: number) => number,
): PlainBody | null {
  if (instructions[0] !== Op.RESUME || parameters > MOST_PARAMETERS) return null;
  const statements: number[] = [];
  const opAt = (pc: number): number => instructions[2 * pc] ?? -1;
  const argAt = (pc: number): number => instructions[2 * pc + 1];
  const setsAt = (pc: number): boolean => opAt(pc) === Op.LOAD_FAST && opAt(pc + 1) === Op.STORE_ATTR;
  for (let pc = 1; statements.length < MOST_STATEMENTS * PLAIN_STRIDE;) {
    switch (opAt(pc)) {
      case Op.LINE:
        statements.push(Plain.LINE, pc, 0, 0, argAt(pc));
        pc++;
        continue;
      case Op.LOAD_CONST:
        if (kindOf(argAt(pc)) > LAST_ATOM) return null;
        if (opAt(pc + 1) === Op.RETURN_VALUE) {
          statements.push(Plain.RETURN, pc, 0, 0, argAt(pc));
          return {
            statements: Int32Array.from(statements),
            words:
              (statements.length / PLAIN_STRIDE) * WORDS_OF_STATEMENT + WORDS_OF_CALL + parameters * WORDS_OF_PARAMETER,
          };
        }
        if (!setsAt(pc + 1)) return null;
        statements.push(Plain.SET_CONSTANT, pc, pc + 2, argAt(pc + 1), argAt(pc));
        pc += 3;
        continue;
      case Op.BUILD_LIST:
        if (argAt(pc) !== 0 || !setsAt(pc + 1)) return null;
        statements.push(Plain.SET_LIST, pc, pc + 2, argAt(pc + 1), 0);
        pc += 3;
        continue;
      case Op.LOAD_FAST:
        if (setsAt(pc + 1)) {
          statements.push(Plain.SET_LOCAL, pc, pc + 2, argAt(pc + 1), argAt(pc));
          pc += 3;
          continue;
        }
        if (opAt(pc + 1) !== Op.LOAD_ATTR || !appendsLocal(instructions, pc + 2, names)) return null;
        statements.push(Plain.APPEND, pc, pc + 1, argAt(pc), argAt(pc + 3));
        pc += 6;
        continue;
      default:
        return null;
    }
  }
  return null;
}

/** Does a row `.append(local)`, whose result nobody wants, begin at `pc`? */
export function appendsLocal(instructions: Int32Array, pc: number, names: readonly string[]): boolean {
  const at = 2 * pc;
  return (
    instructions[at] === Op.LOAD_METHOD &&
    names[instructions[at + 1]] === 'append' &&
    (instructions[at + 2] === Op.LOAD_FAST || instructions[at + 2] === Op.LOAD_FAST_BORROW) &&
    instructions[at + 4] === Op.CALL &&
    instructions[at + 5] === 1 &&
    instructions[at + 6] === Op.POP_TOP
  );
}
