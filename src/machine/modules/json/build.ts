/** A JSON tree as Python objects, with the hooks of json.loads. */
import type { Machine } from '../../native.ts';
import { floatFromText } from '../../types/float-from-text.ts';
import { integerFromText } from '../../types/int-from-text.ts';
import type { JsonTree } from './parse.ts';

/** Callables, borrowed; 0 when not given. */
export interface JsonHooks {
  readonly object: number;
  readonly objectPairs: number;
  readonly float: number;
  readonly int: number;
  readonly constant: number;
}

/** The object for a tree; owned. */
export function buildJson(m: Machine, tree: JsonTree, hooks: JsonHooks): number {
  switch (tree.kind) {
    case 'null':
      return m.none;
    case 'true':
      return m.true_;
    case 'false':
      return m.false_;
    case 'string':
      return m.str(tree.text);
    case 'int':
      return hooks.int !== 0 ? converted(m, hooks.int, tree.text) : m.int(integerFromText(tree.text, 10)!);
    case 'float':
      return hooks.float !== 0 ? converted(m, hooks.float, tree.text) : m.float(Number(tree.text));
    case 'constant':
      if (hooks.constant !== 0) return converted(m, hooks.constant, tree.text);
      return m.float(floatFromText(tree.text)!);
    case 'array':
      return m.list(built(m, tree.items, hooks));
    case 'object':
      return buildObject(m, tree.entries, hooks);
  }
}

function converted(m: Machine, hook: number, text: string): number {
  const argument = m.str(text);
  try {
    return m.call(hook, [argument]);
  } finally {
    m.heap.decref(argument);
  }
}

/** All of them, or (when a hook raises) none. */
function built(m: Machine, trees: readonly JsonTree[], hooks: JsonHooks): number[] {
  const items: number[] = [];
  try {
    for (const tree of trees) items.push(buildJson(m, tree, hooks));
  } catch (error) {
    for (const item of items) m.heap.decref(item);
    throw error;
  }
  return items;
}

function buildObject(m: Machine, entries: readonly (readonly [string, JsonTree])[], hooks: JsonHooks): number {
  const values = built(
    m,
    entries.map(([, tree]) => tree),
    hooks,
  );
  if (hooks.objectPairs !== 0) {
    const pairs = m.list(entries.map(([name], i) => m.tuple([m.str(name), values[i]])));
    return passedOn(m, hooks.objectPairs, pairs);
  }
  const dict = m.dict();
  entries.forEach(([name], i) => {
    const key = m.str(name);
    m.dictSet(dict, key, values[i]);
    m.heap.decref(key);
    m.heap.decref(values[i]);
  });
  return hooks.object === 0 ? dict : passedOn(m, hooks.object, dict);
}

/** hook(value); the value is stolen. */
function passedOn(m: Machine, hook: number, value: number): number {
  try {
    return m.call(hook, [value]);
  } finally {
    m.heap.decref(value);
  }
}
