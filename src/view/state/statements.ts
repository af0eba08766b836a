/**
 * The Python statements behind the buttons. Whatever a person does with the mouse is a statement: pure functions from
 * what is selected to source text.
 */

export type ParentLinks = 'none' | 'strong' | 'weak';

/** 1 + b + b² + … + b^depth; Infinity when it leaves the safe integers. */
export function nodesOf(depth: number, breadth: number): number {
  let total = 1;
  let level = 1;
  for (let i = 0; i < depth; i++) {
    level *= breadth;
    total += level;
    if (total > Number.MAX_SAFE_INTEGER) return Infinity;
  }
  return total;
}

/**
 * Builds a tree and binds it to `root`. `source` is the running program: where its create_data_graph has a parameter
 * `parent` that is used, otherwise the links are added by a loop, so that any create_data_graph will do.
 */
export function buildStatement(depth: number, breadth: number, links: ParentLinks, source: string): string {
  const plain = `root = create_data_graph(${depth}, ${breadth})`;
  if (links === 'none') return plain;
  if (/def create_data_graph\([^)]*\bparent\b/.test(source)) {
    return `root = create_data_graph(${depth}, ${breadth}, '${links}')`;
  }
  const target = links === 'strong' ? 'node' : 'weakref.ref(node)';
  return [
    ...(links === 'weak' ? ['import weakref'] : []),
    plain,
    'nodes = [root]',
    'for node in nodes:',
    '    for child in node.children:',
    `        child.parent = ${target}`,
    '        nodes.append(child)',
    'del nodes, node, child',
  ].join('\n');
}

/** What a build needs from the program: without it the button offers the program that has it. */
export function canBuild(source: string): boolean {
  return /^def create_data_graph\(/m.test(source);
}

/** A name that is not taken: `node`, `node_2`, `node_3` ... */
export function freshName(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem;
  for (let i = 2; ; i++) if (!taken.has(`${stem}_${i}`)) return `${stem}_${i}`;
}

/** `class DataNode` with the attributes of the selected object: what "add child" can make of it. */
export interface NodeShape {
  readonly path: string;
  readonly typeName: string;
  /** 'list', 'dict' ... for built-in containers, 'instance' for instances of classes. */
  readonly container: 'list' | 'dict' | 'set' | 'instance' | 'other';
  readonly hasChildren: boolean;
}

/** A new object below the selected one, or null where there is no obvious place for one. */
export function addChildStatement(node: NodeShape, value: number): string | null {
  if (node.container === 'list') return `${node.path}.append([])`;
  if (node.container === 'instance' && node.hasChildren) {
    return `${node.path}.children.append(${node.typeName}(${value}))`;
  }
  return null;
}

/** Takes the object out of the container or attribute that its path goes through; null for a plain variable. */
export function removeStatement(path: string): string | null {
  return /[.\]]/.test(path) ? `del ${path}` : null;
}

export function bindStatement(path: string, name: string): string {
  return `${name} = ${path}`;
}

export function dropStatement(name: string): string {
  return `del ${name}`;
}

/** A strong reference from one object to another. `attribute` is what the reader chose. */
export function linkStatement(from: NodeShape, toPath: string, attribute: string): string | null {
  if (from.container === 'list') return `${from.path}.append(${toPath})`;
  if (from.container === 'set') return `${from.path}.add(${toPath})`;
  if (from.container === 'dict') return `${from.path}['${attribute}'] = ${toPath}`;
  if (from.container === 'instance') return `${from.path}.${attribute} = ${toPath}`;
  return null;
}

/** A weak reference to the object, bound to a name. */
export function weakStatement(path: string, name: string, weakrefImported: boolean): string {
  const bind = `${name} = weakref.ref(${path})`;
  return weakrefImported ? bind : `import weakref\n${bind}`;
}

/** gc.collect(), with the import where the program has none. */
export function collectStatement(gcImported: boolean): string {
  return gcImported ? 'gc.collect()' : 'import gc\ngc.collect()';
}

/** The program and everything run after it, as one program that a real Python runs with the same result. */
export function transcriptProgram(source: string, statements: readonly string[]): string {
  const body = source.endsWith('\n') ? source : source + '\n';
  return statements.length === 0 ? body : `${body}\n${statements.join('\n')}\n`;
}
