import { Op } from '../instructions.ts';
import { Use } from '../scopes/scope.ts';
import type { Attribute, Call, Expression, Keyword, Span } from '../syntax.ts';
import { emitElements, mostOnStack } from './displays.ts';
import { refuseDebug } from './names.ts';
import { emitSuperAttribute } from './super.ts';
import { fromNameOf, type Unit } from './unit.ts';

export function emitCall(unit: Unit, node: Call): void {
  if (emitMethodCall(unit, node)) return;
  unit.expression(node.func);
  unit.emit(Op.PUSH_NULL, 0, node.func);
  emitArguments(unit, 0, node.args, node.keywords, node);
}

/** `o.m(…)` finds the function and leaves `o` as its self, so that no bound method is made. */
function emitMethodCall(unit: Unit, node: Call): boolean {
  const { func, args, keywords } = node;
  if (func.type !== 'Attribute' || isImportedModule(unit, func)) return false;
  const count = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  if (count >= mostOnStack) return false;
  if (args.some((argument) => argument.type === 'Starred')) return false;
  if (keywords.some((keyword) => keyword.arg === null)) return false;
  if (!emitSuperAttribute(unit, func, Op.LOAD_SUPER_METHOD)) {
    unit.expression(func.value);
    const name = unit.nameIndex(unit.scope.mangle(func.attr));
    unit.emit(Op.LOAD_METHOD, name, fromNameOf(unit, func, func));
  }
  emitArguments(unit, 0, args, keywords, fromNameOf(unit, func, node));
  return true;
}

/** CPython takes `m.f` for a function, not a method, when the module imports `m` at its top level. */
function isImportedModule(unit: Unit, func: Attribute): boolean {
  // In an inlined comprehension of the module's own code it looks at the comprehension's names instead.
  if (unit.scope.kind === 'module' && unit.inlined > 0) return false;
  return func.value.type === 'Name' && (unit.scope.module.usesOf(func.value.id) & Use.IMPORT) !== 0;
}

/**
 * Emits the arguments and the call, behind callable and self (and `pushed` arguments) on the stack (CPython's
 * `compiler_call_helper`).
 */
export function emitArguments(
  unit: Unit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
  span: Span,
): void {
  const unpacks =
    args.length + 2 * keywords.length > mostOnStack ||
    args.some((argument) => argument.type === 'Starred') ||
    keywords.some((keyword) => keyword.arg === null);
  if (unpacks) {
    emitUnpackingCall(unit, pushed, args, keywords, span);
    return;
  }
  for (const { arg, from, to } of keywords) refuseDebug(unit, arg ?? '', { from, to });
  for (const argument of args) unit.expression(argument);
  if (keywords.length === 0) {
    unit.emit(Op.CALL, pushed + args.length, span);
    return;
  }
  for (const keyword of keywords) unit.expression(keyword.value);
  unit.constant({ kind: 'tuple', items: keywords.map((keyword) => keywordName(keyword)) }, span);
  unit.emit(Op.CALL_KW, pushed + args.length + keywords.length, span);
}

function keywordName(keyword: Keyword): { kind: 'str'; value: string } {
  return { kind: 'str', value: keyword.arg ?? '' };
}

function emitUnpackingCall(
  unit: Unit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
  span: Span,
): void {
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first.type === 'Starred') unit.expression(first.value);
  else emitElements(unit, 'Tuple', args, pushed, span);
  if (keywords.length === 0) {
    unit.emit(Op.CALL_EX, 0, span);
    return;
  }
  let isBuilt = false;
  let waiting: Keyword[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    emitKeywordDict(unit, waiting, span);
    waiting = [];
    if (isBuilt) unit.emit(Op.DICT_MERGE, 1, span);
    isBuilt = true;
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      waiting.push(keyword);
      continue;
    }
    flush();
    if (!isBuilt) unit.emit(Op.BUILD_MAP, 0, span);
    isBuilt = true;
    unit.expression(keyword.value);
    unit.emit(Op.DICT_MERGE, 1, span);
  }
  flush();
  unit.emit(Op.CALL_EX, 1, span);
}

function emitKeywordDict(unit: Unit, keywords: readonly Keyword[], span: Span): void {
  const isBig = keywords.length * 2 > mostOnStack;
  if (isBig) unit.emit(Op.BUILD_MAP, 0, span);
  for (const keyword of keywords) {
    unit.constant(keywordName(keyword), span);
    unit.expression(keyword.value);
    if (isBig) unit.emit(Op.MAP_ADD, 1, span);
  }
  if (!isBig) unit.emit(Op.BUILD_MAP, keywords.length, span);
}
