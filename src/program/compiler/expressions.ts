import { Op } from '../instructions.ts';
import type { Expression, JoinedStr, Literal } from '../syntax.ts';
import { emitCall } from './calls.ts';
import { emitComprehension } from './comprehensions.ts';
import { emitDict, emitDisplay } from './displays.ts';
import { fold } from './fold.ts';
import { emitLambda } from './functions.ts';
import { emitName } from './names.ts';
import { emitBinary, emitBoolean, emitComparison, emitConditional, invertedComparison } from './operators.ts';
import { emitSubscriptLoad } from './subscripts.ts';
import { emitSuperAttribute } from './super.ts';
import { fromNameOf, type Unit } from './unit.ts';
import { emitYield, emitYieldFrom } from './yields.ts';

// Not BinOp: it looks for constants itself.
const foldable: ReadonlySet<Expression['type']> = new Set(['UnaryOp', 'Tuple', 'Name', 'Subscript']);

/** Emits code that leaves the value of an expression on the stack. */
export function emitExpression(unit: Unit, node: Expression): void {
  if (node.type === 'Constant') {
    unit.constant(node.value, node);
    return;
  }
  if (foldable.has(node.type)) {
    const literal = fold(node);
    if (literal !== null) {
      unit.constant(literal, node);
      return;
    }
  }
  switch (node.type) {
    case 'Name':
      emitName(unit, 'load', node.id, node);
      break;
    case 'BinOp':
      emitBinary(unit, node);
      break;
    case 'UnaryOp': {
      const comparison = invertedComparison(node);
      if (comparison !== null) {
        unit.expression(comparison);
      } else {
        unit.expression(node.operand);
        unit.emit(Op[`UNARY_${node.op}`], 0, node);
      }
      break;
    }
    case 'BoolOp':
      emitBoolean(unit, node);
      break;
    case 'Compare':
      emitComparison(unit, node);
      break;
    case 'IfExp':
      emitConditional(unit, node);
      break;
    case 'Lambda':
      emitLambda(unit, node);
      break;
    case 'NamedExpr':
      unit.expression(node.value);
      unit.emit(Op.COPY, 1, node);
      unit.store(node.target);
      break;
    case 'Call':
      emitCall(unit, node);
      break;
    case 'Attribute':
      if (emitSuperAttribute(unit, node, Op.LOAD_SUPER_ATTR)) break;
      unit.expression(node.value);
      unit.emit(Op.LOAD_ATTR, unit.nameIndex(unit.scope.mangle(node.attr)), fromNameOf(unit, node, node));
      break;
    case 'Subscript':
      emitSubscriptLoad(unit, node);
      break;
    case 'Slice':
      emitSlice(unit, node);
      break;
    case 'List':
    case 'Tuple':
    case 'Set':
      emitDisplay(unit, node);
      break;
    case 'Dict':
      emitDict(unit, node);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      emitComprehension(unit, node);
      break;
    case 'Yield':
      emitYield(unit, node);
      break;
    case 'YieldFrom':
      emitYieldFrom(unit, node);
      break;
    case 'JoinedStr':
      emitJoinedString(unit, node);
      break;
    case 'FormattedValue':
      emitFormatted(unit, node);
      break;
    case 'Starred':
      unit.program.problems.syntax(
        node,
        'A starred expression cannot stand here: it belongs in a list, a tuple or a call.',
      );
      break;
  }
}

function emitSlice(unit: Unit, node: Extract<Expression, { type: 'Slice' }>): void {
  for (const part of [node.lower, node.upper]) {
    if (part === null) unit.none(node);
    else unit.expression(part);
  }
  if (node.step !== null) unit.expression(node.step);
  unit.emit(Op.BUILD_SLICE, node.step === null ? 2 : 3, node);
}

const conversions = { str: 1, repr: 2, ascii: 3 } as const;

function emitFormatted(unit: Unit, node: Extract<Expression, { type: 'FormattedValue' }>): void {
  unit.expression(node.value);
  if (node.conversion !== 'none') {
    unit.emit(Op.CONVERT_VALUE, conversions[node.conversion], node);
  }
  if (node.formatSpec === null) {
    unit.emit(Op.FORMAT_SIMPLE, 0, node);
  } else {
    unit.expression(node.formatSpec);
    unit.emit(Op.FORMAT_WITH_SPEC, 0, node);
  }
}

/** More parts than this are joined through a list, so that the stack stays small (CPython's STACK_USE_GUIDELINE). */
const mostOnStack = 30;

const emptyString: Literal = { kind: 'str', value: '' };

function emitJoinedString(unit: Unit, node: JoinedStr): void {
  const { values } = node;
  if (values.length > mostOnStack) {
    unit.constant(emptyString, node);
    unit.emit(Op.LOAD_METHOD, unit.nameIndex('join'), node);
    unit.emit(Op.BUILD_LIST, 0, node);
    for (const value of values) {
      unit.expression(value);
      unit.emit(Op.LIST_APPEND, 1, node);
    }
    unit.emit(Op.CALL, 1, node);
    return;
  }
  if (values.length === 0) {
    unit.constant(emptyString, node);
    return;
  }
  for (const value of values) unit.expression(value);
  if (values.length > 1) unit.emit(Op.BUILD_STRING, values.length, node);
}
