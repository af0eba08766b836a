import type { Handler, Label } from '../assembler/instruction.ts';
import { Op } from '../instructions.ts';
import type { Body, ExceptHandler, Span, Try } from '../syntax.ts';
import { emitForget } from './frame-blocks.ts';
import { emitName } from './names.ts';
import type { Unit } from './unit.ts';

export function emitTry(unit: Unit, node: Try): void {
  if (node.finalbody.length > 0) emitTryFinally(unit, node);
  else emitTryClauses(unit, node);
}

function emitTryClauses(unit: Unit, node: Try): void {
  if (node.isStar) emitTryStarExcept(unit, node);
  else emitTryExcept(unit, node);
}

/** CPython's `compiler_try_finally`: the `finally` body is there once for each way out. */
function emitTryFinally(unit: Unit, node: Try): void {
  const exit = unit.newLabel();
  const outer = unit.handler;
  const handler = unit.protect(false, node);
  unit.enter({ kind: 'finally-try', body: node.finalbody, outer }, node);
  if (node.handlers.length > 0) emitTryClauses(unit, node);
  else unit.body(node.body);
  unit.blocks.pop();
  unit.handler = outer;
  unit.body(node.finalbody);
  unit.jump(Op.JUMP, exit, lastOf(node.finalbody, node));

  unit.bind(handler.label);
  const cleanup = unit.protect(true, node);
  unit.enter({ kind: 'finally-end', outer }, node);
  unit.emit(Op.PUSH_EXC_INFO, 0, node);
  unit.body(node.finalbody);
  unit.emit(Op.RERAISE, 0, node);
  unit.blocks.pop();
  unit.handler = outer;
  unit.bind(cleanup.label);
  emitPopExceptAndReraise(unit, node);
  unit.bind(exit);
}

/**
 * The body and its `else`, which lead to `end`, and the beginning of what an exception leads to: it is on the stack, handled,
 * and what goes wrong from there on goes to `cleanup`. `outer` is the handler of the whole statement.
 */
function emitTried(unit: Unit, node: Try, end: Label): { outer: Handler | null; cleanup: Handler } {
  const outer = unit.handler;
  const handler = unit.protect(false, node);
  unit.enter({ kind: 'try', outer }, node);
  unit.body(node.body);
  unit.blocks.pop();
  unit.handler = outer;
  unit.body(node.orelse);
  unit.jump(Op.JUMP, end, lastOf(node.orelse.length > 0 ? node.orelse : node.body, node));

  unit.bind(handler.label);
  const cleanup = unit.protect(true, node);
  unit.emit(Op.PUSH_EXC_INFO, 0, node);
  return { outer, cleanup };
}

/** CPython's `compiler_try_except`. */
function emitTryExcept(unit: Unit, node: Try): void {
  const end = unit.newLabel();
  const { outer, cleanup } = emitTried(unit, node, end);
  for (const clause of node.handlers) {
    const next = unit.newLabel();
    unit.handler = cleanup;
    unit.line(clause);
    if (clause.exception !== null) {
      unit.expression(clause.exception);
      unit.emit(Op.CHECK_EXC_MATCH, 0, clause);
      unit.jump(Op.POP_JUMP_IF_FALSE, next, clause);
    }
    emitClause(unit, clause, cleanup, outer);
    unit.jump(Op.JUMP, end, lastOf(clause.body, clause));
    unit.bind(next);
  }
  unit.handler = cleanup;
  unit.emit(Op.RERAISE, 0, node);
  unit.handler = outer;
  unit.bind(cleanup.label);
  emitPopExceptAndReraise(unit, node);
  unit.bind(end);
}

/**
 * CPython's `compiler_try_star_except`. While the clauses run there lie on the stack: the exception that was handled
 * before, the original exception, a list of what the clauses raised, what no clause has handled yet.
 */
function emitTryStarExcept(unit: Unit, node: Try): void {
  const end = unit.newLabel();
  const { outer, cleanup } = emitTried(unit, node, end);
  unit.handler = cleanup;
  unit.emit(Op.COPY, 1, node);
  unit.emit(Op.BUILD_LIST, 0, node);
  unit.emit(Op.SWAP, 2, node);
  for (const clause of node.handlers) {
    const withoutMatch = unit.newLabel();
    const next = unit.newLabel();
    unit.line(clause);
    if (clause.exception !== null) unit.expression(clause.exception);
    unit.emit(Op.CHECK_EG_MATCH, 0, clause);
    unit.emit(Op.COPY, 1, clause);
    unit.jump(Op.POP_JUMP_IF_NONE, withoutMatch, clause);
    emitStarClause(unit, clause, cleanup);
    unit.jump(Op.JUMP, next, lastOf(clause.body, clause));
    unit.bind(withoutMatch);
    unit.emit(Op.POP_TOP, 0, clause);
    unit.bind(next);
  }
  unit.emit(Op.LIST_APPEND, 1, node);
  unit.emit(Op.PREP_RERAISE_STAR, 0, node);
  const reraise = unit.newLabel();
  unit.emit(Op.COPY, 1, node);
  unit.jump(Op.POP_JUMP_IF_NOT_NONE, reraise, node);
  unit.emit(Op.POP_TOP, 0, node);
  unit.handler = outer;
  unit.emit(Op.POP_EXCEPT, 0, node);
  unit.jump(Op.JUMP, end, node);
  unit.bind(reraise);
  unit.emit(Op.SWAP, 2, node);
  unit.emit(Op.POP_EXCEPT, 0, node);
  unit.emit(Op.RERAISE, 0, node);
  unit.bind(cleanup.label);
  emitPopExceptAndReraise(unit, node);
  unit.bind(end);
}

/** The body of an except* clause: what it raises goes on the list. */
function emitStarClause(unit: Unit, clause: ExceptHandler, inside: Handler): void {
  const { name } = clause;
  if (name === null) unit.emit(Op.POP_TOP, 0, clause);
  else emitName(unit, 'store', name, clause);
  const raised = unit.protect(true, clause);
  unit.enter({ kind: 'star-handler', outer: inside }, clause);
  unit.body(clause.body);
  unit.blocks.pop();
  unit.handler = inside;
  if (name !== null) emitForget(unit, name, clause);
  const end = unit.newLabel();
  unit.jump(Op.JUMP, end, clause);
  unit.bind(raised.label);
  if (name !== null) emitForget(unit, name, clause);
  unit.emit(Op.LIST_APPEND, 3, clause);
  unit.emit(Op.POP_TOP, 0, clause);
  unit.bind(end);
}

/**
 * The body of an except clause that matched. `inside` is the handler in force in the clauses, `outer` that outside of the
 * whole statement, which is in force at the end.
 */
function emitClause(unit: Unit, clause: ExceptHandler, inside: Handler, outer: Handler | null): void {
  const { name } = clause;
  if (name === null) unit.emit(Op.POP_TOP, 0, clause);
  else emitName(unit, 'store', name, clause);
  const forget = name === null ? null : unit.protect(true, clause);
  unit.enter({ kind: 'handler', name, span: clause, outer }, clause);
  unit.body(clause.body);
  unit.blocks.pop();
  unit.handler = outer;
  // In CPython these have no place of their own: it is that of what went before.
  const last = lastOf(clause.body, clause);
  unit.emit(Op.POP_EXCEPT, 0, last);
  if (name === null || forget === null) return;
  emitForget(unit, name, last);
  const end = unit.newLabel();
  unit.jump(Op.JUMP, end, last);
  // The same when the body raises.
  unit.handler = inside;
  unit.bind(forget.label);
  emitForget(unit, name, clause);
  unit.emit(Op.RERAISE, 1, clause);
  unit.handler = outer;
  unit.bind(end);
}

export function emitPopExceptAndReraise(unit: Unit, span: Span): void {
  unit.emit(Op.COPY, 3, span);
  unit.emit(Op.POP_EXCEPT, 0, span);
  unit.emit(Op.RERAISE, 1, span);
}

function lastOf(body: Body, otherwise: Span): Span {
  return body.at(-1) ?? otherwise;
}
