import { Op } from '../instructions.ts';
import type { Alias, Import, ImportFrom } from '../syntax.ts';
import { emitName } from './names.ts';
import type { Unit } from './unit.ts';

export function emitImport(unit: Unit, node: Import): void {
  for (const alias of node.names) {
    unit.constant({ kind: 'int', value: 0 }, node);
    unit.none(node);
    unit.emit(Op.IMPORT_NAME, unit.nameIndex(alias.name), node);
    if (alias.asname === null) emitName(unit, 'store', alias.name.split('.')[0], node);
    else emitImportAs(unit, alias, alias.asname, node);
  }
}

/** `import a.b.c as d` binds the innermost module: IMPORT_NAME gives the outermost. */
function emitImportAs(unit: Unit, alias: Alias, asname: string, node: Import): void {
  const inner = alias.name.split('.').slice(1);
  inner.forEach((name, index) => {
    unit.emit(Op.IMPORT_FROM, unit.nameIndex(name), node);
    if (index < inner.length - 1) {
      unit.emit(Op.SWAP, 2, node);
      unit.emit(Op.POP_TOP, 0, node);
    }
  });
  emitName(unit, 'store', asname, node);
  if (inner.length > 0) unit.emit(Op.POP_TOP, 0, node);
}

export function emitImportFrom(unit: Unit, node: ImportFrom): void {
  unit.constant({ kind: 'int', value: node.level }, node);
  const names = node.names.map((alias) => ({ kind: 'str', value: alias.name }) as const);
  unit.constant({ kind: 'tuple', items: names }, node);
  unit.emit(Op.IMPORT_NAME, unit.nameIndex(node.module ?? ''), node);
  if (node.names[0].name === '*') {
    unit.emit(Op.IMPORT_STAR, 0, node);
    return;
  }
  for (const alias of node.names) {
    unit.emit(Op.IMPORT_FROM, unit.nameIndex(alias.name), node);
    emitName(unit, 'store', alias.asname ?? alias.name, node);
  }
  unit.emit(Op.POP_TOP, 0, node);
}
