/** The programs whose speed is measured: the founding example in its phases, and as it is, with and without printing. */
import { dataPipeline } from '../../lesson/data-pipeline.ts';

/** The pipeline as the lesson has it, without memory_profiler (which real Python has to install). */
const withoutProfiler = dataPipeline.source
  .replace('from memory_profiler import profile\n', '')
  .replace('@profile\n', '');

/** Defines `create_data_graph`; `linked`: each child refers to its parent, so that only the collector frees the graph. */
export function graphProgram(linked: boolean): string {
  const definitions = withoutProfiler.slice(0, withoutProfiler.indexOf('# Function to manually trigger'));
  const append = 'self.children.append(obj)';
  const added = linked ? definitions.replace(append, `${append}\n        obj.parent = self`) : definitions;
  return `${added}gc.collect()\n`;
}

export const phases = ['build', 'collect, all alive', 'del root', 'collect afterwards'] as const;
export type Phase = (typeof phases)[number];

/** The statement of each phase, for a graph of `depth` levels of ten. */
export function phaseStatement(phase: Phase, depth: number): string {
  switch (phase) {
    case 'build':
      return `root = create_data_graph(${depth}, 10)`;
    case 'del root':
      return 'del root';
    case 'collect, all alive':
    case 'collect afterwards':
      return 'gc.collect()';
  }
}

/** The whole pipeline. */
export function pipelineProgram(printing: boolean): string {
  return printing ? withoutProfiler : withoutProfiler.replace(/print\(f'Processing.*\)/, 'node.value');
}

/** Number of nodes of a graph of `depth` levels of ten. */
export function nodesAt(depth: number): number {
  return (10 ** (depth + 1) - 1) / 9;
}
