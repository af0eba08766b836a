import type { Lesson } from './lesson.ts';

export const dataPipeline: Lesson = {
  id: 'data-pipeline',
  title: 'The data pipeline, 111,111 nodes',
  summary: 'The founding program, unchanged: a 5 × 10 graph, every value printed, memory by line.',
  lookFor: [
    '111,111 nodes, 222,222 containers, built in one go.',
    'The line table at the end of the output: memory rises at the build and falls at del root.',
    'gc.collect() finds nothing: reference counting freed everything.',
  ],
  source: `\
import gc
import random
import sys
from memory_profiler import profile

# Define a class to simulate a complex data structure
class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []

    def add_child(self, obj):
        self.children.append(obj)

# Function to build a large and complex data graph
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

# Function to manually trigger garbage collection
@profile
def run_data_pipeline():
    # Keep a reference to the root to prevent it from being garbage-collected
    root = create_data_graph(5, 10)

    # Process the data graph in some manner
    process_data_graph(root)

    # Deliberately remove the reference to the root node
    del root

    # Force a garbage collection
    gc.collect()

def process_data_graph(node):
    # Simulate some data processing
    print(f'Processing node with value: {node.value}')
    for child in node.children:
        process_data_graph(child)

if __name__ == '__main__':
    run_data_pipeline()
`,
};
