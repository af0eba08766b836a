import type { ProblemList } from '../problem.ts';
import { bound, Use, type NameInfo, type Scope } from './scope.ts';

/** Names bound in the functions around a scope, and names declared global there. */
interface Surroundings {
  /** null at the top level: there is nothing to be nonlocal to. */
  readonly bound: ReadonlySet<string> | null;
  readonly global: ReadonlySet<string>;
}

/**
 * Second pass of the symbol table: decides for every name of every scope whether it is local, a cell, free or global,
 * and merges inlined comprehensions into their scope (CPython: `analyze_block`, `inline_comprehension`).
 */
export function resolveScopes(module: Scope, inline: boolean, problems: ProblemList): void {
  resolve(module, { bound: null, global: new Set() }, inline, problems);
}

/** Returns the names that `scope` and what is inside it take from outside. */
function resolve(scope: Scope, around: Surroundings, inline: boolean, problems: ProblemList): Set<string> {
  const boundAround = around.bound === null ? null : new Set(around.bound);
  const globalAround = new Set(around.global);
  const free = new Set<string>();
  const local = new Set<string>();
  for (const [name, info] of scope.names) {
    place(scope, name, info, boundAround, globalAround, local, free, problems);
  }
  const inside = surroundingsInside(scope, around, boundAround, globalAround, local);
  const taken = new Set<string>();
  const inlinedCells = new Set<string>();
  for (const child of [...scope.children]) {
    const takenByChild = resolve(child, inside, inline, problems);
    const { comprehension } = child;
    if (inline && comprehension !== null && comprehension !== 'GeneratorExp') {
      child.isInlined = true;
      mergeInlined(scope, child, takenByChild, inlinedCells);
    }
    for (const name of takenByChild) taken.add(name);
  }
  scope.children = scope.children.flatMap((child) => (child.isInlined ? child.children : [child]));
  if (scope.isFunctionLike) makeCells(scope, taken, inlinedCells);
  if (scope.kind === 'class' && taken.delete('__class__')) scope.needsClassCell = true;
  if (scope.kind === 'class' && taken.delete('__classdict__')) scope.needsClassDict = true;
  passThrough(scope, taken, boundAround);
  for (const name of inlinedCells) scope.mark(name, Use.COMPREHENSION_CELL);
  for (const name of taken) free.add(name);
  return free;
}

/** CPython's `analyze_name`. */
function place(
  scope: Scope,
  name: string,
  info: NameInfo,
  boundAround: Set<string> | null,
  globalAround: Set<string>,
  local: Set<string>,
  free: Set<string>,
  problems: ProblemList,
): void {
  const { uses } = info;
  if (uses & Use.GLOBAL) {
    info.place = 'global-explicit';
    globalAround.add(name);
    boundAround?.delete(name);
  } else if (uses & Use.NONLOCAL) {
    if (boundAround === null || !boundAround.has(name)) {
      const span = scope.nonlocals.get(name);
      if (span !== undefined) {
        problems.syntax(
          span,
          `There is no variable '${name}' in an enclosing function for 'nonlocal' to name: assign it there first.`,
        );
      }
    }
    info.place = 'free';
    free.add(name);
  } else if (uses & bound) {
    info.place = 'local';
    local.add(name);
    globalAround.delete(name);
  } else if ((scope.seenClass?.usesOf(name) ?? 0) & (Use.GLOBAL | Use.LOCAL)) {
    info.place = scope.seenClass!.usesOf(name) & Use.GLOBAL ? 'global-explicit' : 'global-implicit';
  } else if (boundAround?.has(name)) {
    info.place = 'free';
    free.add(name);
  } else {
    info.place = 'global-implicit';
  }
}

function surroundingsInside(
  scope: Scope,
  around: Surroundings,
  boundAround: ReadonlySet<string> | null,
  globalAround: ReadonlySet<string>,
  local: ReadonlySet<string>,
): Surroundings {
  if (scope.kind === 'class') {
    // A class is no scope for its methods: they see what the class sees, not what it binds.
    return { bound: new Set([...(around.bound ?? []), '__class__', '__classdict__']), global: around.global };
  }
  const boundInside = new Set(boundAround);
  if (scope.isFunctionLike) for (const name of local) boundInside.add(name);
  return { bound: boundInside, global: globalAround };
}

/** The names of an inlined comprehension become names of the scope it is in. */
function mergeInlined(scope: Scope, comprehension: Scope, takenByChild: Set<string>, inlinedCells: Set<string>): void {
  for (const [name, info] of comprehension.names) {
    // The iterable is on the stack, not in a parameter.
    if (info.uses & Use.PARAMETER) continue;
    if (info.place === 'cell' || info.uses & Use.COMPREHENSION_CELL) inlinedCells.add(name);
    const existing = scope.names.get(name);
    if (existing === undefined) {
      scope.names.set(name, { uses: info.uses, place: info.place });
    } else if (
      existing.uses & bound &&
      scope.kind !== 'class' &&
      !comprehension.children.some((child) => child.names.get(name)?.place === 'free')
    ) {
      // What the comprehension took from the scope around it, it now finds among its own locals.
      takenByChild.delete(name);
    }
  }
}

/** Locals that something inside takes are cells (CPython's `analyze_cells`). */
function makeCells(scope: Scope, taken: Set<string>, inlinedCells: ReadonlySet<string>): void {
  for (const [name, info] of scope.names) {
    if (info.place !== 'local') continue;
    if (!taken.has(name) && !inlinedCells.has(name)) continue;
    info.place = 'cell';
    taken.delete(name);
  }
}

/** Names that only scopes inside this one take must pass through it (CPython's `update_symbols`). */
function passThrough(scope: Scope, taken: ReadonlySet<string>, boundAround: ReadonlySet<string> | null): void {
  for (const name of taken) {
    const info = scope.names.get(name);
    if (info !== undefined) {
      if (scope.kind === 'class' && info.uses & (bound | Use.GLOBAL)) info.uses |= Use.FREE_IN_CLASS;
    } else if (boundAround?.has(name)) {
      scope.names.set(name, { uses: 0, place: 'free' });
    }
  }
}
