import { expect, test } from 'vitest';
import { layOut } from './lay-out.ts';
import type { LayoutName } from './layout.ts';
import { RunSample } from './run-samples.ts';

/** A statement at event 0 makes a list, an iterator's tuple in it, a node and a list of its own; then comes another one. */
function sample() {
  const run = new RunSample();
  const list = run.add('list');
  const tuple = run.add('tuple', list);
  const { node } = run.addNode();
  const other = run.add('instance');
  const held = run.add('list');
  for (const id of [tuple, list, other]) run.free(id);
  const secondStatement = run.add('object');
  run.free(held);
  const source = run.source(Int32Array.of(0, run.birth[secondStatement]));
  return { source, list, tuple, node, other, held };
}

test.each<LayoutName>(['tidy', 'radial', 'map'])(
  '%s: containers that came and went within one statement leave no ghost, data does, and what outlives the statement',
  (layout) => {
    const { source, list, tuple, node, other, held } = sample();
    const { successor } = layOut(source, { layout, fold: true });
    for (const id of [list, tuple]) expect(successor[id]).toBe(id);
    for (const id of [node, other, held]) expect(successor[id]).not.toBe(id);
  },
);

test('what lasts is packed as if the passing were not there, which stand round it', () => {
  const { source, list } = sample();
  const { lasting, bounds, passed, x, y, drawn, successor, radius } = layOut(source, { layout: 'tidy', fold: true });
  expect(passed).toBe(source.death[list]);
  expect(lasting.width * lasting.height).toBeLessThan(bounds.width * bounds.height);
  for (const id of drawn) {
    const isInside =
      x[id] + radius[id] > lasting.x &&
      x[id] - radius[id] < lasting.x + lasting.width &&
      y[id] + radius[id] > lasting.y &&
      y[id] - radius[id] < lasting.y + lasting.height;
    expect(isInside).toBe(successor[id] !== id);
  }
});

test('where containers are drawn, all of them leave one', () => {
  const { source, list, tuple } = sample();
  const { successor } = layOut(source, { layout: 'tidy', fold: false });
  for (const id of [list, tuple]) expect(successor[id]).not.toBe(id);
});
