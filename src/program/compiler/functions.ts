import { assert } from '../../base/assert.ts';
import { MakeFunction, Op } from '../instructions.ts';
import type { Body, ClassDef, FunctionDef, Lambda, Parameters, Span } from '../syntax.ts';
import { DEFAULTS, givenDefaults } from '../scopes/collect.ts';
import { emitElements } from './displays.ts';
import { emitAnnotations } from './annotations.ts';
import { cleanDocstring, docstringOf } from './docstrings.ts';
import { closeGenerator, emitClosure, openFunction } from './function-units.ts';
import { callTyping, emitTypeParameters, emitTypeScope } from './type-parameters.ts';
import { Unit, type Signature } from './unit.ts';

/** Defines a function and leaves it, decorated, on the stack. */
export function emitFunction(unit: Unit, node: FunctionDef): void {
  for (const decorator of node.decorators) unit.expression(decorator);
  if (node.typeParams.length > 0) emitGenericFunction(unit, node);
  else emitBareFunction(unit, node, emitDefaults(unit, node.args, node));
  // Decorator and function lie where CALL looks for callable and self.
  for (let index = node.decorators.length - 1; index >= 0; index--) {
    unit.emit(Op.CALL, 0, node.decorators[index]);
  }
}

/** `given`: the defaults that are on the stack already. */
function emitBareFunction(unit: Unit, node: FunctionDef, given: number): void {
  const flags = given | emitAnnotations(unit, node);
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'every function has a scope');
  const inner = new Unit(unit.program, scope, 'function', unit, spanOf(node), signatureOf(node.args));
  const handler = openFunction(inner);
  emitFunctionBody(inner, node.body);
  closeGenerator(inner, handler);
  emitClosure(unit, inner, flags, node);
}

/** Type parameters are a function of their own, which gets the defaults and returns the function. */
function emitGenericFunction(unit: Unit, node: FunctionDef): void {
  const defaults = givenDefaults(node.args);
  emitTypeScope(unit, node, defaults.length, (inner) => {
    emitTypeParameters(inner, node.typeParams);
    for (const name of defaults) inner.emit(Op.LOAD_FAST, inner.localIndex(name), node);
    const flags = defaults.map((name) => (name === DEFAULTS ? MakeFunction.DEFAULTS : MakeFunction.KEYWORD_DEFAULTS));
    emitBareFunction(
      inner,
      node,
      flags.reduce((sum: number, flag) => sum | flag, 0),
    );
    callTyping(inner, '_function_of', 2, node);
  });
  emitDefaults(unit, node.args, node);
  unit.emit(Op.CALL, defaults.length, node);
}

function emitFunctionBody(unit: Unit, body: Body): void {
  const docstring = docstringOf(body);
  if (docstring !== null) {
    unit.docstring = cleanDocstring(docstring);
    unit.constantIndex(unit.program.pool.intern({ kind: 'str', value: unit.docstring }));
  }
  unit.body(docstring === null ? body : body.slice(1));
  const last = body.at(-1) ?? unit.span;
  unit.none(last);
  unit.emit(Op.RETURN_VALUE, 0, last);
}

/** All of a definition, decorators included. */
export function spanOf(node: FunctionDef | ClassDef): Span {
  return { from: firstSpan(node).from, to: node.to };
}

/** The first decorator, or the definition itself: there it begins, for LINE and `co_firstlineno`. */
export function firstSpan(node: FunctionDef | ClassDef): Span {
  return node.decorators[0] ?? node;
}

export function emitLambda(unit: Unit, node: Lambda): void {
  const flags = emitDefaults(unit, node.args, node);
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'every lambda has a scope');
  const inner = new Unit(unit.program, scope, 'lambda', unit, node, signatureOf(node.args));
  const handler = openFunction(inner);
  inner.line(node.body);
  inner.expression(node.body);
  inner.emit(Op.RETURN_VALUE, 0, node.body);
  closeGenerator(inner, handler);
  emitClosure(unit, inner, flags, node);
}

function signatureOf(args: Parameters): Signature {
  return {
    positional: args.positionalOnly.length + args.positional.length,
    positionalOnly: args.positionalOnly.length,
    keywordOnly: args.keywordOnly.length,
    hasVarArgs: args.varArgs !== null,
    hasVarKeywords: args.varKeywords !== null,
  };
}

function emitDefaults(unit: Unit, args: Parameters, span: Span): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    emitElements(unit, 'Tuple', args.defaults, 0, span);
    flags |= MakeFunction.DEFAULTS;
  }
  let count = 0;
  args.keywordDefaults.forEach((value, index) => {
    if (value === null) return;
    const name = unit.scope.mangle(args.keywordOnly[index].name);
    unit.constant({ kind: 'str', value: name }, span);
    unit.expression(value);
    count++;
  });
  if (count > 0) {
    unit.emit(Op.BUILD_MAP, count, span);
    flags |= MakeFunction.KEYWORD_DEFAULTS;
  }
  return flags;
}
