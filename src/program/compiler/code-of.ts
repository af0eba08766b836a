import { assemble } from '../assembler/assemble.ts';
import type { CodeObject } from '../code.ts';
import { byCodePoint, type Unit } from './unit.ts';

const nothing = {
  instructions: new Int32Array(),
  positions: new Int32Array(),
  exceptionTable: [],
  gaps: [],
  stackSize: 0,
  bodyStackSize: 0,
};

/** The finished code object of a unit. */
export function codeOf(unit: Unit): CodeObject {
  const { scope, signature, span } = unit;
  const { source, filename } = unit.program;
  const localNames = [...unit.locals.keys()];
  const cellNames = [...unit.cells.keys()];
  const freeNames = [...unit.frees.keys()];
  const ownCells = cellNames.filter((name) => !unit.locals.has(name));
  const slotNames = [...localNames, ...ownCells, ...freeNames];
  const firstFree = slotNames.length - freeNames.length;
  const derefSlots = [
    ...cellNames.map((name) => slotNames.indexOf(name)),
    ...freeNames.map((_, index) => firstFree + index),
  ];
  const parameterCount = scope.parameters.length;
  const constants = [...unit.constants.keys()];
  const layout = {
    derefSlots,
    localCount: localNames.length,
    parameterCount,
    isNone: (constant: number) => constants[constant].kind === 'none',
  };
  // After a problem the instructions may not fit together, and nobody will run them.
  const assembled = unit.program.problems.isEmpty ? assemble(unit.instructions, layout, source) : nothing;
  return {
    name: scope.name,
    qualifiedName: unit.qualifiedName,
    filename,
    kind: unit.kind,
    firstLine: source.lineAt(span.from),
    lastLine: source.lineAt(Math.max(span.from, span.to - 1)),
    docstring: unit.docstring,
    argCount: signature.positional,
    positionalOnlyCount: signature.positionalOnly,
    keywordOnlyCount: signature.keywordOnly,
    hasVarArgs: signature.hasVarArgs,
    hasVarKeywords: signature.hasVarKeywords,
    isGenerator: scope.isGenerator && scope.isFunctionLike,
    localNames,
    cellNames,
    freeNames,
    staticAttributes: [...unit.staticAttributes].sort(byCodePoint),
    slotNames,
    names: [...unit.names.keys()],
    constants,
    ...assembled,
  };
}
