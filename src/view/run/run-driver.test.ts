import { expect, test } from 'vitest';
import type { Layout } from '../../layout/layout.ts';
import type { ArrangeOptions, Reply } from './protocol.ts';
import { RunDriver } from './run-driver.ts';

const BUDGET = { events: 1e6, objects: 1e5, output: 1e4 };
const TIDY: ArrangeOptions = { layout: 'tidy', fold: true };
const PROGRAM = `
class DataNode:
    def __init__(self):
        self.children = []
root = DataNode()
root.children.append(DataNode())
`;

/** A driver, and the layouts that it has posted, the last one last. */
function driven(): { driver: RunDriver; arranged: (Layout | null)[] } {
  const arranged: (Layout | null)[] = [];
  const post = (reply: Reply) => {
    if (reply.kind === 'arranged') arranged.push(reply.layout);
    if (reply.kind === 'failed') throw new Error(reply.message);
  };
  return { driver: new RunDriver(post, () => Promise.resolve()), arranged };
}

const run = (driver: RunDriver) =>
  driver.receive({
    kind: 'run',
    source: PROGRAM,
    python: '3.13',
    collector: 'generational',
    budget: BUDGET,
    arrange: TIDY,
  });
const statement = (driver: RunDriver, source: string) =>
  driver.receive({ kind: 'statement', source, budget: BUDGET, arrange: TIDY });

test('a statement that makes nothing to be drawn leaves the layout as it is', async () => {
  const { driver, arranged } = driven();
  await run(driver);
  await statement(driver, 'del root');
  await statement(driver, 'import gc; gc.collect()');
  await driver.receive({ kind: 'arrange', arrange: TIDY });
  expect(arranged.map((layout) => layout === null)).toEqual([false, true, true, true]);
});

test('what is drawn anew, arranged otherwise or of another run is posted', async () => {
  const { driver, arranged } = driven();
  await run(driver);
  await statement(driver, 'root.children.append(DataNode())');
  await driver.receive({ kind: 'arrange', arrange: { ...TIDY, layout: 'radial' } });
  await driver.receive({ kind: 'arrange', arrange: { ...TIDY, fold: false } });
  await run(driver);
  expect(arranged.map((layout) => layout === null)).toEqual([false, false, false, false, false]);
});
