import { Op } from '../instructions.ts';
import type { Body, Expression, Span, Statement } from '../syntax.ts';
import { emitAnnAssign, emitAssign, emitAugAssign, emitDelete } from './assignments.ts';
import { emitClass } from './classes.ts';
import { fold } from './fold.ts';
import { emitUnwind } from './frame-blocks.ts';
import { emitFunction, firstSpan } from './functions.ts';
import { emitImport, emitImportFrom } from './imports.ts';
import { emitBreak, emitContinue, emitFor, emitIf, emitWhile } from './loops.ts';
import { emitMatch } from './match.ts';
import { emitName } from './names.ts';
import { emitTry } from './try.ts';
import { emitTypeAlias } from './type-parameters.ts';
import type { Unit } from './unit.ts';
import { emitWith } from './with.ts';

export function emitBody(unit: Unit, body: Body): void {
  for (const node of body) emitStatement(unit, node);
}

function emitStatement(unit: Unit, node: Statement): void {
  if (node.type === 'Global' || node.type === 'Nonlocal') return;
  // A `while` says it itself, once for each round.
  if (node.type !== 'While') unit.line(startOf(node));
  switch (node.type) {
    case 'FunctionDef':
      emitFunction(unit, node);
      emitName(unit, 'store', node.name, node);
      break;
    case 'ClassDef':
      emitClass(unit, node);
      emitName(unit, 'store', node.name, node);
      break;
    case 'TypeAlias':
      emitTypeAlias(unit, node);
      break;
    case 'Assign':
      emitAssign(unit, node);
      break;
    case 'AugAssign':
      emitAugAssign(unit, node);
      break;
    case 'AnnAssign':
      emitAnnAssign(unit, node);
      break;
    case 'Delete':
      for (const target of node.targets) emitDelete(unit, target);
      break;
    case 'For':
      emitFor(unit, node);
      break;
    case 'While':
      emitWhile(unit, node);
      break;
    case 'If':
      emitIf(unit, node);
      break;
    case 'With':
      emitWith(unit, node);
      break;
    case 'Match':
      emitMatch(unit, node);
      break;
    case 'Try':
      emitTry(unit, node);
      break;
    case 'Import':
      emitImport(unit, node);
      break;
    case 'ImportFrom':
      emitImportFrom(unit, node);
      break;
    case 'Expr':
      emitExpressionStatement(unit, node.value);
      break;
    case 'Return':
      emitReturn(unit, node.value, node);
      break;
    case 'Raise':
      emitRaise(unit, node.exc, node.cause, node);
      break;
    case 'Assert':
      emitAssert(unit, node.test, node.msg, node);
      break;
    case 'Break':
      emitBreak(unit, node);
      break;
    case 'Continue':
      emitContinue(unit, node);
      break;
    case 'Pass':
      break;
  }
}

/** Where a statement begins: a decorated definition with its first decorator. */
function startOf(node: Statement): Span {
  return node.type === 'FunctionDef' || node.type === 'ClassDef' ? firstSpan(node) : node;
}

function emitExpressionStatement(unit: Unit, value: Expression): void {
  // A constant has no effect, so CPython emits nothing for it.
  if (fold(value) !== null) return;
  unit.expression(value);
  unit.emit(Op.POP_TOP, 0, value);
}

function emitReturn(unit: Unit, value: Expression | null, span: Span): void {
  if (!unit.scope.isFunctionLike) {
    unit.program.problems.syntax(span, "'return' outside a function: it belongs in the body of a 'def'.");
    return;
  }
  const constant = value === null ? ({ kind: 'none' } as const) : fold(value);
  if (constant === null && value !== null) unit.expression(value);
  const { handler } = unit;
  emitUnwind(unit, 0, constant === null, span);
  if (constant !== null) unit.constant(constant, value ?? span);
  unit.emit(Op.RETURN_VALUE, 0, span);
  unit.handler = handler;
}

function emitRaise(unit: Unit, exception: Expression | null, cause: Expression | null, span: Span): void {
  if (exception !== null) unit.expression(exception);
  if (cause !== null) unit.expression(cause);
  unit.emit(Op.RAISE_VARARGS, Number(exception !== null) + Number(cause !== null), span);
}

function emitAssert(unit: Unit, test: Expression, message: Expression | null, span: Span): void {
  const end = unit.newLabel();
  unit.jumpIf(test, end, true);
  unit.emit(Op.LOAD_ASSERTION_ERROR, 0, span);
  if (message !== null) {
    // The message lies where CALL looks for self: it is the only argument.
    unit.expression(message);
    unit.emit(Op.CALL, 0, span);
  }
  unit.emit(Op.RAISE_VARARGS, 1, test);
  unit.bind(end);
}
