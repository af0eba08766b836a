import { BinaryOp, CompareOp, Op } from '../instructions.ts';
import type { MatchAs, MatchClass, MatchMapping, Pattern, Span } from '../syntax.ts';
import { emitElements } from './displays.ts';
import { fold } from './fold.ts';
import { isStarWildcard, isWildcard, PatternContext, rotate } from './pattern-context.ts';
import type { Unit } from './unit.ts';

/** Matches the top of the stack, which is used up, against a pattern (CPython's `compiler_pattern`). */
export function emitPattern(unit: Unit, pattern: Pattern, context: PatternContext): void {
  switch (pattern.type) {
    case 'MatchValue':
      unit.expression(pattern.value);
      unit.emit(Op.COMPARE_OP, CompareOp.EQ, pattern);
      context.jumpToFailure(Op.POP_JUMP_IF_FALSE, pattern);
      break;
    case 'MatchSingleton':
      unit.constant(pattern.value.value, pattern);
      unit.emit(Op.IS_OP, 0, pattern);
      context.jumpToFailure(Op.POP_JUMP_IF_FALSE, pattern);
      break;
    case 'MatchSequence':
      emitSequence(unit, pattern.patterns, pattern, context);
      break;
    case 'MatchMapping':
      emitMapping(unit, pattern, context);
      break;
    case 'MatchClass':
      emitClass(unit, pattern, context);
      break;
    case 'MatchStar':
      context.capture(pattern.name, pattern);
      break;
    case 'MatchAs':
      emitAs(unit, pattern, context);
      break;
    case 'MatchOr':
      emitOr(unit, pattern.patterns, pattern, context);
      break;
  }
}

function emitAs(unit: Unit, { pattern, name, from, to }: MatchAs, context: PatternContext): void {
  const span = { from, to };
  if (pattern !== null) {
    context.onTop++;
    unit.emit(Op.COPY, 1, span);
    emitPattern(unit, pattern, context);
    context.onTop--;
  }
  context.capture(name, span);
}

function emitLengthCheck(unit: Unit, length: number, comparison: number, span: Span, context: PatternContext): void {
  unit.emit(Op.GET_LEN, 0, span);
  unit.constant({ kind: 'int', value: length }, span);
  unit.emit(Op.COMPARE_OP, comparison, span);
  context.jumpToFailure(Op.POP_JUMP_IF_FALSE, span);
}

function emitSequence(unit: Unit, patterns: readonly Pattern[], span: Span, context: PatternContext): void {
  const star = patterns.findIndex((pattern) => pattern.type === 'MatchStar');
  context.onTop++;
  unit.emit(Op.MATCH_SEQUENCE, 0, span);
  context.jumpToFailure(Op.POP_JUMP_IF_FALSE, span);
  if (star < 0) emitLengthCheck(unit, patterns.length, CompareOp.EQ, span, context);
  else if (patterns.length > 1) {
    emitLengthCheck(unit, patterns.length - 1, CompareOp.GE, span, context);
  }
  context.onTop--;
  if (patterns.every((pattern) => isWildcard(pattern) || isStarWildcard(pattern))) {
    unit.emit(Op.POP_TOP, 0, span);
  } else if (star >= 0 && isStarWildcard(patterns[star])) {
    emitItems(unit, patterns, star, span, context);
  } else {
    const after = patterns.length - star - 1;
    if (star >= 0) unit.emit(Op.UNPACK_EX, star | (after << 8), span);
    else unit.emit(Op.UNPACK_SEQUENCE, patterns.length, span);
    emitUnpacked(unit, patterns, context);
  }
}

/** Matches values that were just unpacked, the first on top. */
function emitUnpacked(unit: Unit, patterns: readonly Pattern[], context: PatternContext): void {
  context.onTop += patterns.length;
  for (const pattern of patterns) {
    context.onTop--;
    emitPattern(unit, pattern, context);
  }
}

/** `[a, *_, z]`: the items are fetched one by one, so that no list is made of the rest. */
function emitItems(unit: Unit, patterns: readonly Pattern[], star: number, span: Span, context: PatternContext): void {
  context.onTop++;
  patterns.forEach((pattern, index) => {
    if (isWildcard(pattern) || index === star) return;
    unit.emit(Op.COPY, 1, span);
    if (index < star) {
      unit.constant({ kind: 'int', value: index }, span);
    } else {
      // The subject may not know negative indexes.
      unit.emit(Op.GET_LEN, 0, span);
      unit.constant({ kind: 'int', value: patterns.length - index }, span);
      unit.emit(Op.BINARY_OP, BinaryOp.SUBTRACT, span);
    }
    unit.emit(Op.BINARY_SUBSCR, 0, span);
    emitPattern(unit, pattern, context);
  });
  context.onTop--;
  unit.emit(Op.POP_TOP, 0, span);
}

/** Fails when the top of the stack, which stays, is None. */
function emitFailIfNone(unit: Unit, span: Span, context: PatternContext): void {
  unit.emit(Op.COPY, 1, span);
  unit.none(span);
  unit.emit(Op.IS_OP, 1, span);
  context.jumpToFailure(Op.POP_JUMP_IF_FALSE, span);
}

function emitClass(unit: Unit, pattern: MatchClass, context: PatternContext): void {
  const names = pattern.keywordNames.map((name) => ({ kind: 'str', value: name }) as const);
  unit.expression(pattern.cls);
  unit.constant({ kind: 'tuple', items: names }, pattern);
  unit.emit(Op.MATCH_CLASS, pattern.patterns.length, pattern);
  context.onTop++;
  emitFailIfNone(unit, pattern, context);
  const patterns = [...pattern.patterns, ...pattern.keywordPatterns];
  unit.emit(Op.UNPACK_SEQUENCE, patterns.length, pattern);
  context.onTop--;
  emitUnpacked(unit, patterns, context);
}

function emitMapping(unit: Unit, pattern: MatchMapping, context: PatternContext): void {
  const { keys, patterns, rest } = pattern;
  refuseEqualKeys(unit, pattern);
  context.onTop++;
  unit.emit(Op.MATCH_MAPPING, 0, pattern);
  context.jumpToFailure(Op.POP_JUMP_IF_FALSE, pattern);
  if (keys.length === 0 && rest === null) {
    context.onTop--;
    unit.emit(Op.POP_TOP, 0, pattern);
    return;
  }
  if (keys.length > 0) emitLengthCheck(unit, keys.length, CompareOp.GE, pattern, context);
  emitElements(unit, 'Tuple', keys, 0, pattern);
  unit.emit(Op.MATCH_KEYS, 0, pattern);
  // The tuples of keys and values lie on the subject now.
  context.onTop += 2;
  emitFailIfNone(unit, pattern, context);
  unit.emit(Op.UNPACK_SEQUENCE, keys.length, pattern);
  context.onTop--;
  emitUnpacked(unit, patterns, context);
  context.onTop -= 2;
  if (rest === null) {
    unit.emit(Op.POP_TOP, 0, pattern);
    unit.emit(Op.POP_TOP, 0, pattern);
    return;
  }
  // rest = dict(subject); for key in keys: del rest[key]
  unit.emit(Op.BUILD_MAP, 0, pattern);
  unit.emit(Op.SWAP, 3, pattern);
  unit.emit(Op.DICT_UPDATE, 2, pattern);
  unit.emit(Op.UNPACK_SEQUENCE, keys.length, pattern);
  for (let left = keys.length; left > 0; left--) {
    unit.emit(Op.COPY, 1 + left, pattern);
    unit.emit(Op.SWAP, 2, pattern);
    unit.emit(Op.DELETE_SUBSCR, 0, pattern);
  }
  context.capture(rest, pattern);
}

function refuseEqualKeys(unit: Unit, { keys }: MatchMapping): void {
  const seen = new Set<unknown>();
  for (const key of keys) {
    const literal = fold(key);
    if (literal === null) continue;
    const constant = unit.program.pool.intern(literal);
    if (seen.has(constant)) {
      unit.program.problems.syntax(key, 'This key is in the mapping pattern twice: remove one.');
    }
    seen.add(constant);
  }
}

function emitOr(unit: Unit, patterns: readonly Pattern[], span: Span, context: PatternContext): void {
  const end = unit.newLabel();
  /** The names the first alternative captures: the others must capture the same, and get them into its order. */
  let control: readonly string[] = [];
  patterns.forEach((alternative, index) => {
    const inner = new PatternContext(unit);
    unit.emit(Op.COPY, 1, alternative);
    emitPattern(unit, alternative, inner);
    if (index === 0) control = [...inner.stores];
    else reorder(unit, inner.stores, control, alternative);
    unit.jump(Op.JUMP, end, alternative);
    inner.emitFailures(alternative);
  });
  // None matched: drop the subject.
  unit.emit(Op.POP_TOP, 0, span);
  context.jumpToFailure(Op.JUMP, span);
  unit.bind(end);
  const depth = control.length + 1 + context.onTop + context.stores.length;
  for (const name of control) {
    rotate(unit, depth, span);
    context.refuseDuplicate(name, span);
    context.stores.push(name);
  }
  unit.emit(Op.POP_TOP, 0, span);
}

/** Brings captured values from the order of `stores` into that of `control`. */
function reorder(unit: Unit, stores: string[], control: readonly string[], span: Span): void {
  const isSame = stores.length === control.length && control.every((name) => stores.includes(name));
  if (!isSame) {
    unit.program.problems.syntax(
      span,
      'The alternatives of this pattern bind different names: each must bind the same ones.',
    );
    return;
  }
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]);
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let times = 0; times <= found; times++) rotate(unit, wanted + 1, span);
  }
}
