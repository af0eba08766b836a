import { assert } from '../../base/assert.ts';
import { Op } from '../instructions.ts';
import { GENERIC_BASE, TYPE_PARAMETERS } from '../scopes/collect.ts';
import type { AnnAssign, Body, ClassDef, Expression } from '../syntax.ts';
import { emitClassAnnotations, emitModuleAnnotations } from './annotations.ts';
import { emitArguments } from './calls.ts';
import { cleanDocstring, docstringOf } from './docstrings.ts';
import { emitClosure, openFunction } from './function-units.ts';
import { spanOf } from './functions.ts';
import { emitName } from './names.ts';
import { callTyping, emitTypeParameters, emitTypeScope } from './type-parameters.ts';
import { Unit } from './unit.ts';

/** Defines a class and leaves it, decorated, on the stack. */
export function emitClass(unit: Unit, node: ClassDef): void {
  for (const decorator of node.decorators) unit.expression(decorator);
  if (node.typeParams.length === 0) emitBareClass(unit, node, node.bases);
  else emitGenericClass(unit, node);
  for (let index = node.decorators.length - 1; index >= 0; index--) {
    unit.emit(Op.CALL, 0, node.decorators[index]);
  }
}

/** Type parameters are a function of their own, which returns the class: it has one more base, `Generic[…]`. */
function emitGenericClass(unit: Unit, node: ClassDef): void {
  emitTypeScope(unit, node, 0, (inner) => {
    emitTypeParameters(inner, node.typeParams);
    emitName(inner, 'store', TYPE_PARAMETERS, node);
    emitName(inner, 'load', TYPE_PARAMETERS, node);
    callTyping(inner, '_generic_base', 1, node);
    emitName(inner, 'store', GENERIC_BASE, node);
    const { from, to } = node;
    emitBareClass(inner, node, [...node.bases, { type: 'Name', id: GENERIC_BASE, from, to }]);
  });
  unit.emit(Op.CALL, 0, node);
}

function emitBareClass(unit: Unit, node: ClassDef, bases: readonly Expression[]): void {
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'every class has a scope');
  const inner = new Unit(unit.program, scope, 'class', unit, spanOf(node));
  emitClassBody(inner, node);
  unit.emit(Op.LOAD_BUILD_CLASS, 0, node);
  unit.emit(Op.PUSH_NULL, 0, node);
  emitClosure(unit, inner, 0, node);
  unit.constant({ kind: 'str', value: node.name }, node);
  emitArguments(unit, 2, bases, node.keywords, node);
}

function emitClassBody(unit: Unit, node: ClassDef): void {
  openFunction(unit);
  const { from } = unit.span;
  const start = { from, to: from };
  emitName(unit, 'load', '__name__', start);
  emitName(unit, 'store', '__module__', start);
  unit.constant({ kind: 'str', value: unit.qualifiedName }, start);
  emitName(unit, 'store', '__qualname__', start);
  unit.emit(Op.FIRST_LINE, 0, start);
  if (node.typeParams.length > 0) {
    emitName(unit, 'load', TYPE_PARAMETERS, start);
    emitName(unit, 'store', '__type_params__', start);
  }
  const namespace = unit.cells.get('__classdict__');
  if (namespace !== undefined) {
    unit.emit(Op.LOAD_LOCALS, 0, start);
    unit.emit(Op.STORE_DEREF, namespace, start);
  }
  emitNamespaceBody(unit, node.body);
  const last = node.body.at(-1) ?? node;
  emitClassAnnotations(unit, last);
  if (namespace !== undefined) {
    unit.emit(Op.LOAD_CLOSURE, namespace, last);
    emitName(unit, 'store', '__classdictcell__', last);
  }
  if (unit.scope.needsClassCell) {
    unit.emit(Op.LOAD_CLOSURE, unit.cells.get('__class__') ?? 0, last);
    unit.emit(Op.COPY, 1, last);
    emitName(unit, 'store', '__classcell__', last);
  } else {
    unit.none(last);
  }
  unit.emit(Op.RETURN_VALUE, 0, last);
}

/** The statements of a module or class: with `__annotations__` and `__doc__` where there is need. */
export function emitNamespaceBody(unit: Unit, body: Body): void {
  const annotated = annotatedIn(body);
  const { annotations } = unit.scope;
  if (annotations !== null && unit.kind === 'module') {
    const simple = annotated.filter((node) => node.simple && node.target.type === 'Name');
    emitModuleAnnotations(unit, simple, body[0]);
  } else if (annotated.length > 0 && !unit.program.defersAnnotations) {
    unit.emit(Op.SETUP_ANNOTATIONS, 0, body[0] ?? unit.span);
  }
  const docstring = docstringOf(body);
  if (docstring === null) {
    unit.body(body);
    return;
  }
  const [first, ...rest] = body;
  unit.docstring = cleanDocstring(docstring);
  unit.line(first);
  unit.constant({ kind: 'str', value: unit.docstring }, first);
  emitName(unit, 'store', '__doc__', first);
  unit.body(rest);
}

/** The annotated names of a body, those of functions and classes inside it left out (CPython's `find_ann`). */
function annotatedIn(body: Body): AnnAssign[] {
  return body.flatMap((node) => {
    switch (node.type) {
      case 'AnnAssign':
        return [node];
      case 'For':
      case 'While':
        return [...annotatedIn(node.body), ...annotatedIn(node.orelse)];
      case 'If':
        return [...node.branches.flatMap((branch) => annotatedIn(branch.body)), ...annotatedIn(node.orelse)];
      case 'With':
        return annotatedIn(node.body);
      case 'Match':
        return node.cases.flatMap((matchCase) => annotatedIn(matchCase.body));
      case 'Try':
        return [node.body, ...node.handlers.map((handler) => handler.body), node.orelse, node.finalbody].flatMap(
          annotatedIn,
        );
      default:
        return [];
    }
  });
}
