import { assert } from '../../base/assert.ts';
import { STORE_FAST_MAYBE_NULL, type Handler, type Label } from '../assembler/instruction.ts';
import { Op } from '../instructions.ts';
import { Use, type Place, type Scope } from '../scopes/scope.ts';
import type { Comprehension, ComprehensionExpression, Expression, Span } from '../syntax.ts';
import { asIterated } from './displays.ts';
import { closeGenerator, emitClosure, openFunction } from './function-units.ts';
import { Unit, type Signature } from './unit.ts';
import { emitYieldValue } from './yields.ts';

const builders = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP } as const;

const oneParameter: Signature = {
  positional: 1,
  positionalOnly: 0,
  keywordOnly: 0,
  hasVarArgs: false,
  hasVarKeywords: false,
};

/**
 * A comprehension: a function of its own that is called with the first iterator, or, since 3.12 and except for generator
 * expressions, a loop in the code around it (CPython's `compiler_comprehension`).
 */
export function emitComprehension(unit: Unit, node: ComprehensionExpression): void {
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'every comprehension has a scope');
  if (scope.isInlined) {
    emitFirstIterator(unit, node);
    emitInlined(unit, node, scope);
    return;
  }
  const kind = node.type === 'GeneratorExp' ? 'generator-expression' : 'comprehension';
  const inner = new Unit(unit.program, scope, kind, unit, node, oneParameter);
  const iteratesInside = node.type === 'GeneratorExp' && unit.program.iterateInGenerator;
  const { iter } = node.generators[0];
  const stopIteration = openFunction(inner, () => {
    if (!iteratesInside) return;
    inner.emit(Op.LOAD_FAST, 0, iter);
    inner.emit(Op.GET_ITER, 0, iter);
  });
  if (node.type !== 'GeneratorExp') inner.emit(builders[node.type], 0, node);
  emitGenerators(inner, node, 0, 0, iteratesInside);
  if (node.type === 'GeneratorExp') {
    inner.none(node);
    inner.emit(Op.RETURN_VALUE, 0, node);
    closeGenerator(inner, stopIteration);
  } else {
    inner.emit(Op.RETURN_VALUE, 0, node);
  }
  emitClosure(unit, inner, 0, node);
  if (iteratesInside) unit.expression(asIterated(iter));
  else emitFirstIterator(unit, node);
  // The iterator lies where CALL looks for self: it is the only argument.
  unit.emit(Op.CALL, 0, node);
}

function emitFirstIterator(unit: Unit, node: ComprehensionExpression): void {
  const { iter } = node.generators[0];
  unit.expression(asIterated(iter));
  unit.emit(Op.GET_ITER, 0, iter);
}

function emitInlined(unit: Unit, node: ComprehensionExpression, scope: Scope): void {
  assert(node.type !== 'GeneratorExp', 'generator expressions are never inlined');
  const isolated = isolateNames(unit, scope, node);
  const outer = unit.handler;
  let cleanup: Handler | null = null;
  if (isolated.pushed.length > 0) {
    cleanup = unit.protect(false, node);
    unit.emit(Op.SWAP, isolated.pushed.length + 1, node);
  }
  unit.emit(builders[node.type], 0, node);
  unit.emit(Op.SWAP, 2, node);
  emitGenerators(unit, node, 0, 0, true);
  isolated.restorePlaces();
  unit.handler = outer;
  if (cleanup === null) return;
  const end = unit.newLabel();
  unit.jump(Op.JUMP, end, node);
  unit.bind(cleanup.label);
  // Drop the incomplete result, then put the outer variables back.
  unit.emit(Op.SWAP, 2, node);
  unit.emit(Op.POP_TOP, 0, node);
  restoreNames(unit, isolated.pushed, node);
  unit.emit(Op.RERAISE, 0, node);
  unit.bind(end);
  restoreNames(unit, isolated.pushed, node);
}

interface Isolated {
  /** Names whose outer values wait on the stack. */
  readonly pushed: readonly string[];
  readonly restorePlaces: () => void;
}

/**
 * Keeps the names bound in an inlined comprehension apart from those of the code around it: their values go to the
 * stack, and until `restorePlaces` names mean what they mean in the comprehension (CPython's
 * `push_inlined_comprehension_state`).
 */
function isolateNames(unit: Unit, scope: Scope, span: Span): Isolated {
  const inClass = unit.scope.kind === 'class' && unit.inlined === 0;
  unit.inlined++;
  const before: [string, Place | undefined][] = [];
  const pushed: string[] = [];
  const hidden: string[] = [];
  for (const [name, { uses, place }] of scope.names) {
    // In a class all names are taken for bound here, as CPython does.
    const isBoundHere = inClass || ((uses & Use.LOCAL) !== 0 && (uses & (Use.NONLOCAL | Use.GLOBAL)) === 0);
    if (!isBoundHere) continue;
    const outside = unit.placeOf(name);
    if ((place !== outside && place !== 'free' && !(place === 'cell' && outside === 'free')) || inClass) {
      before.push([name, unit.overridden.get(name)]);
      unit.overridden.set(name, place);
    }
    if (!unit.scope.isFunctionLike && !unit.hiddenLocals.has(name)) {
      unit.hiddenLocals.add(name);
      hidden.push(name);
    }
    // For a cell this pushes the cell itself; the comprehension gets a new one.
    unit.emit(Op.LOAD_FAST_AND_CLEAR, unit.localIndex(name), span);
    if (place === 'cell') unit.emit(Op.MAKE_CELL, unit.derefIndex(name), span);
    pushed.push(name);
  }
  const restorePlaces = (): void => {
    unit.inlined--;
    for (const [name, place] of before) {
      if (place === undefined) unit.overridden.delete(name);
      else unit.overridden.set(name, place);
    }
    for (const name of hidden) unit.hiddenLocals.delete(name);
  };
  return { pushed, restorePlaces };
}

function restoreNames(unit: Unit, pushed: readonly string[], span: Span): void {
  unit.emit(Op.SWAP, pushed.length + 1, span);
  for (const name of [...pushed].reverse()) {
    unit.emit(STORE_FAST_MAYBE_NULL, unit.localIndex(name), span);
  }
}

/** The loops of a comprehension from the one at `index` on; `depth` iterators are on the stack already. */
function emitGenerators(
  unit: Unit,
  node: ComprehensionExpression,
  index: number,
  depth: number,
  isIteratorOnStack: boolean,
): void {
  const clause = node.generators[index];
  let loop: Label | null = unit.newLabel();
  if (!isIteratorOnStack) {
    const single = index > 0 ? singleElement(clause) : null;
    if (index === 0) {
      unit.emit(Op.LOAD_FAST, 0, clause.iter);
    } else if (single !== null) {
      // `for y in [f(x)]` is an assignment: no list, no loop.
      unit.expression(single);
      loop = null;
    } else {
      unit.expression(asIterated(clause.iter));
      unit.emit(Op.GET_ITER, 0, clause.iter);
    }
  }
  const exhausted = unit.newLabel();
  const skip = unit.newLabel();
  if (loop !== null) {
    unit.bind(loop);
    unit.jump(Op.FOR_ITER, exhausted, clause.iter);
  }
  const inner = depth + (loop === null ? 0 : 1);
  unit.store(clause.target);
  for (const condition of clause.ifs) unit.jumpIf(condition, skip, false);
  if (index + 1 < node.generators.length) emitGenerators(unit, node, index + 1, inner, false);
  else emitElement(unit, node, inner);
  unit.bind(skip);
  if (loop !== null) {
    unit.jump(Op.JUMP_BACKWARD, loop, node.elt);
    unit.bind(exhausted);
  }
}

function singleElement(clause: Comprehension): Expression | null {
  const { iter } = clause;
  if ((iter.type !== 'List' && iter.type !== 'Tuple') || iter.elts.length !== 1) return null;
  return iter.elts[0].type === 'Starred' ? null : iter.elts[0];
}

function emitElement(unit: Unit, node: ComprehensionExpression, depth: number): void {
  unit.expression(node.elt);
  switch (node.type) {
    case 'GeneratorExp':
      emitYieldValue(unit, node.elt);
      unit.emit(Op.POP_TOP, 0, node.elt);
      break;
    case 'ListComp':
      unit.emit(Op.LIST_APPEND, depth + 1, node.elt);
      break;
    case 'SetComp':
      unit.emit(Op.SET_ADD, depth + 1, node.elt);
      break;
    case 'DictComp': {
      const { value } = node;
      assert(value !== null, 'a dict comprehension has a value');
      unit.expression(value);
      unit.emit(Op.MAP_ADD, depth + 1, { from: node.elt.from, to: value.to });
      break;
    }
  }
}
