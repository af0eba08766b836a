import { describe, expect, it } from 'vitest';
import {
  addChildStatement,
  buildStatement,
  canBuild,
  freshName,
  linkStatement,
  nodesOf,
  removeStatement,
  transcriptProgram,
  weakStatement,
  type NodeShape,
} from './statements.ts';

const node: NodeShape = { path: 'root.children[0]', typeName: 'DataNode', container: 'instance', hasChildren: true };

describe('statements behind the buttons', () => {
  it('builds with the parameter where the program has it, with a loop where it has not', () => {
    expect(buildStatement(3, 4, 'none', '')).toBe('root = create_data_graph(3, 4)');
    const withParameter = 'def create_data_graph(depth, breadth, parent=None):\n';
    expect(buildStatement(3, 4, 'weak', withParameter)).toBe("root = create_data_graph(3, 4, 'weak')");
    const loop = buildStatement(3, 4, 'weak', 'def create_data_graph(depth, breadth):\n');
    expect(loop).toContain('child.parent = weakref.ref(node)');
    expect(loop.startsWith('import weakref\n')).toBe(true);
  });

  it('counts the nodes of a tree', () => {
    expect(nodesOf(2, 2)).toBe(7);
    expect(nodesOf(5, 10)).toBe(111_111);
    expect(nodesOf(0, 10)).toBe(1);
    expect(nodesOf(400, 10)).toBe(Infinity);
  });

  it('knows what a build needs', () => {
    expect(canBuild('import gc\ndef create_data_graph(a, b):\n    pass')).toBe(true);
    expect(canBuild('print(1)')).toBe(false);
  });

  it('adds, removes, links', () => {
    expect(addChildStatement(node, 7)).toBe('root.children[0].children.append(DataNode(7))');
    expect(addChildStatement({ ...node, container: 'list', path: 'box' }, 7)).toBe('box.append([])');
    expect(addChildStatement({ ...node, hasChildren: false }, 7)).toBeNull();
    expect(removeStatement('root.children[2]')).toBe('del root.children[2]');
    expect(removeStatement('root')).toBeNull();
    expect(linkStatement(node, 'root', 'parent')).toBe('root.children[0].parent = root');
    expect(linkStatement({ ...node, container: 'list', path: 'box' }, 'root', 'x')).toBe('box.append(root)');
    expect(weakStatement('root', 'ref', false)).toBe('import weakref\nref = weakref.ref(root)');
  });

  it('finds a free name and writes the transcript as a program', () => {
    expect(freshName('node', new Set(['node', 'node_2']))).toBe('node_3');
    expect(transcriptProgram('a = 1', ['del a'])).toBe('a = 1\n\ndel a\n');
  });
});
