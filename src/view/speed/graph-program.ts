/** The programs whose speed is measured: the founding example in its phases, and as it is, with and without printing. */
import { dataPipeline } from '../../lesson/data-pipeline.ts';

/** Defines `create_data_graph`; `linked`: each child refers to its parent, so that only the collector frees the graph. */
export function graphProgram(linked: boolean): string {
  return `
import gc
import random

class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []

    def add_child(self, obj):
        self.children.append(obj)${linked ? '\n        obj.parent = self' : ''}

def create_data_graph(depth, breadth):
    root = DataNode(0)
    nodes = [root]
    for _ in range(depth):
        new_nodes = []
        for node in nodes:
            for _ in range(breadth):
                child = DataNode(random.randint(1, 1000))
                node.add_child(child)
                new_nodes.append(child)
        nodes = new_nodes
    return root

gc.collect()
`;
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

/** The pipeline as the lesson has it, without memory_profiler (which real Python has to install). */
export function pipelineProgram(printing: boolean): string {
  const source = dataPipeline.source.replace('from memory_profiler import profile\n', '').replace('@profile\n', '');
  return printing ? source : source.replace(/print\(f'Processing.*\)/, 'node.value');
}

/** Number of nodes of a graph of `depth` levels of ten. */
export function nodesAt(depth: number): number {
  return (10 ** (depth + 1) - 1) / 9;
}
