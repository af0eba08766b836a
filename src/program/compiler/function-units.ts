import type { Handler } from '../assembler/instruction.ts';
import { MakeFunction, Op } from '../instructions.ts';
import type { Span } from '../syntax.ts';
import { codeOf } from './code-of.ts';
import { codeConstant } from './constant-pool.ts';
import type { Unit } from './unit.ts';

/**
 * Emits the entry of a code object: cells, and for a generator its making. Returns the handler a generator's body runs
 * under (null for others), for `closeGenerator`. `beforeGenerator` emits what runs in the caller's frame still.
 */
export function openFunction(unit: Unit, beforeGenerator?: () => void): Handler | null {
  const { span } = unit;
  const isGenerator = unit.scope.isGenerator && unit.scope.isFunctionLike;
  const handler = isGenerator ? unit.protect(true, span) : null;
  unit.handler = null;
  if (unit.frees.size > 0) unit.emit(Op.COPY_FREE_VARS, unit.frees.size, span);
  // In the order of the slots: captured parameters lie among the parameters.
  const captured = unit.scope.parameters.filter((name) => unit.cells.has(name));
  for (const name of new Set([...captured, ...unit.cells.keys()])) {
    unit.emit(Op.MAKE_CELL, unit.cells.get(name)!, span);
  }
  if (isGenerator) {
    beforeGenerator?.();
    unit.emit(Op.RETURN_GENERATOR, 0, span);
    // What the first send() brings: None.
    unit.emit(Op.POP_TOP, 0, span);
  }
  unit.handler = handler;
  unit.emit(Op.RESUME, 0, span);
  return handler;
}

/** A StopIteration that leaves a generator's body becomes RuntimeError (PEP 479). */
export function closeGenerator(unit: Unit, handler: Handler | null): void {
  if (handler === null) return;
  unit.handler = null;
  unit.bind(handler.label);
  unit.emit(Op.STOP_ITERATION_ERROR, 0, unit.span);
  unit.emit(Op.RERAISE, 1, unit.span);
}

/**
 * Makes the function of a finished unit, on the stack of the one around it. What `flags` announces (defaults,
 * annotations) is on the stack already.
 */
export function emitClosure(unit: Unit, inner: Unit, flags: number, span: Span): void {
  let all = flags;
  if (inner.frees.size > 0) {
    for (const name of inner.frees.keys()) {
      unit.emit(Op.LOAD_CLOSURE, closureIndex(unit, name), span);
    }
    unit.emit(Op.BUILD_TUPLE, inner.frees.size, span);
    all |= MakeFunction.CLOSURE;
  }
  unit.emit(Op.LOAD_CONST, unit.constantIndex(codeConstant(codeOf(inner))), span);
  unit.emit(Op.MAKE_FUNCTION, all, span);
}

function closureIndex(unit: Unit, name: string): number {
  // A method's `__class__` is the class's own cell even when the class is itself in a method.
  const ownClass = name === '__class__' && unit.scope.kind === 'class' ? unit.cells.get(name) : undefined;
  if (ownClass !== undefined) return ownClass;
  // A class may bind a name that its methods take from further out.
  if (unit.scope.kind === 'class' && unit.inlined === 0) {
    const free = unit.frees.get(name);
    if (free !== undefined) return unit.cells.size + free;
  }
  return unit.derefIndex(name);
}
