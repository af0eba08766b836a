import { Op } from '../instructions.ts';
import { bound, Use } from '../scopes/scope.ts';
import type { Attribute, Call } from '../syntax.ts';
import { emitName } from './names.ts';
import { fromNameOf, type Unit } from './unit.ts';

/**
 * `super().name` and `super(C, self).name` look the name up without making a super object, when `super` can only be
 * the built-in one (CPython's `can_optimize_super_call`). Returns whether it applied.
 */
export function emitSuperAttribute(unit: Unit, node: Attribute, op: number): boolean {
  const call = node.value;
  if (call.type !== 'Call' || !isPlainSuper(unit, call) || node.attr === '__class__') return false;
  emitName(unit, 'load', 'super', call.func);
  if (call.args.length > 0) {
    for (const argument of call.args) unit.expression(argument);
  } else {
    unit.emit(Op.LOAD_DEREF, unit.derefIndex('__class__'), call);
    emitName(unit, 'load', unit.scope.parameters[0], call);
  }
  unit.emit(op, unit.nameIndex(unit.scope.mangle(node.attr)), fromNameOf(unit, node, node));
  return true;
}

function isPlainSuper(unit: Unit, call: Call): boolean {
  const { func, args, keywords } = call;
  const { scope } = unit;
  if (func.type !== 'Name' || func.id !== 'super' || keywords.length > 0) return false;
  if (!scope.isFunctionLike || unit.placeOf('super') !== 'global-implicit') return false;
  if (scope.module.usesOf('super') & (bound | Use.GLOBAL)) return false;
  if (args.length === 2) return args.every((argument) => argument.type !== 'Starred');
  // The comprehension scopes have a parameter that is not the method's self.
  if (args.length !== 0 || (unit.kind !== 'function' && unit.kind !== 'lambda')) return false;
  return unit.signature.positional > 0 && unit.placeOf('__class__') === 'free';
}
