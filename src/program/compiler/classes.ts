import { assert } from '../../base/assert.ts';
import { Op } from '../instructions.ts';
import type { Body, ClassDef } from '../syntax.ts';
import { emitArguments } from './calls.ts';
import { cleanDocstring, docstringOf } from './docstrings.ts';
import { emitClosure, openFunction } from './function-units.ts';
import { spanOf } from './functions.ts';
import { emitName } from './names.ts';
import { Unit } from './unit.ts';

/** Defines a class and leaves it, decorated, on the stack. */
export function emitClass(unit: Unit, node: ClassDef): void {
  for (const decorator of node.decorators) unit.expression(decorator);
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'every class has a scope');
  const inner = new Unit(unit.program, scope, 'class', unit, spanOf(node));
  emitClassBody(inner, node);
  unit.emit(Op.LOAD_BUILD_CLASS, 0, node);
  unit.emit(Op.PUSH_NULL, 0, node);
  emitClosure(unit, inner, 0, node);
  unit.constant({ kind: 'str', value: node.name }, node);
  emitArguments(unit, 2, node.bases, node.keywords, node);
  for (let index = node.decorators.length - 1; index >= 0; index--) {
    unit.emit(Op.CALL, 0, node.decorators[index]);
  }
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
  emitNamespaceBody(unit, node.body);
  const last = node.body.at(-1) ?? node;
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
  if (hasAnnotations(body)) unit.emit(Op.SETUP_ANNOTATIONS, 0, body[0] ?? unit.span);
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

/** Whether a body annotates a name, functions and classes inside it not counted (CPython's `find_ann`). */
function hasAnnotations(body: Body): boolean {
  return body.some((node) => {
    switch (node.type) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'While':
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case 'If':
        return node.branches.some((branch) => hasAnnotations(branch.body)) || hasAnnotations(node.orelse);
      case 'With':
        return hasAnnotations(node.body);
      case 'Match':
        return node.cases.some((matchCase) => hasAnnotations(matchCase.body));
      case 'Try':
        return (
          [node.body, node.orelse, node.finalbody].some(hasAnnotations) ||
          node.handlers.some((handler) => hasAnnotations(handler.body))
        );
      default:
        return false;
    }
  });
}
