import type { Match } from '../syntax.ts';
import type { Unit } from './unit.ts';

export function emitMatch(unit: Unit, node: Match): void {
  unit.program.problems.unsupported(node, "'match' is not supported yet: use 'if'.");
}
