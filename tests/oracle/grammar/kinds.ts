/** The kinds of random programs, the simple ones first. */
import { AUTOMATIC } from './automatic.ts';
import { CALLABLES } from './callables.ts';
import { CELLS } from './cells.ts';
import { CLASSES } from './classes.ts';
import { COLLECTIONS } from './collections.ts';
import { CONTAINERS } from './containers.ts';
import { CONTEXTS } from './contexts.ts';
import { COPIES } from './copies.ts';
import { EXCEPTION_CHAINS } from './exception-chains.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { EXPRESSIONS } from './expressions.ts';
import { FUNCTIONS } from './functions.ts';
import { GENERATORS } from './generators.ts';
import { INSTANCES, PLAIN_INSTANCES } from './instances.ts';
import { LOOK_CLOSER } from './look-closer.ts';
import { MADE_CLASSES } from './made-classes.ts';
import { NAMES } from './names.ts';
import { LOOK_INSIDE, OBSERVE } from './observe.ts';
import { RECORDS } from './records.ts';
import { SUBCLASSES } from './subclasses.ts';
import { TABLES } from './tables.ts';
import type { Templates } from './template.ts';
import { THROWS } from './throws.ts';
import { WEAK_OBJECTS } from './weak-objects.ts';
import { WEAK_CONTAINERS, WEAK_REFERENCES } from './weak-references.ts';

export interface ProgramKind {
  readonly templates: Templates;
  /** First lines of every program of the kind. */
  readonly beginning: string;
  /** Last lines. */
  readonly ending: string;
  /** False: with the incremental collector, the moment of automatic collections depends on the interpreter's heap. */
  readonly comparesIncremental: boolean;
}

const COLLECT_TWICE = `print('end', gc.collect())\nprint('end', gc.collect())`;
const WEAK_BEGINNING = `by_name, by_node, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()`;

/** The tables under one another; a name that occurs twice keeps both meanings apart by its table's number. */
function together(...tables: readonly Templates[]): Templates {
  return Object.fromEntries(
    tables.flatMap((table, i) => Object.entries(table).map(([name, template]) => [`${name}.${i}`, template])),
  );
}

function kind(templates: Templates, beginning = '', ending = COLLECT_TWICE, comparesIncremental = true): ProgramKind {
  return { templates, beginning, ending, comparesIncremental };
}

/** `tables` with everything that can be seen of them. */
function closer(...tables: readonly Templates[]): ProgramKind {
  return kind(together(...tables, NAMES, OBSERVE, LOOK_CLOSER));
}

/** Thresholds, then the collector at work; statistics at the end. */
function automatic(thresholds: string): ProgramKind {
  return kind(
    AUTOMATIC,
    `seen = []\ngc.set_threshold(${thresholds})\nstats()\ngc.collect()\ngc.enable()`,
    `gc.disable()
print('seen', seen)
print('stats', [(now[0] - before[0], now[1] - before[1]) for now, before in zip(stats(), stats_before)])
print('count', gc.get_count()[1:])
print('end', gc.collect())`,
    false,
  );
}

export const KINDS: Readonly<Record<string, ProgramKind>> = {
  instances: kind(together(INSTANCES, NAMES, OBSERVE)),
  containers: kind(together(CONTAINERS, NAMES, OBSERVE)),
  plain: kind(together(PLAIN_INSTANCES, CONTAINERS, NAMES, OBSERVE)),
  functions: kind(together(FUNCTIONS, NAMES, OBSERVE)),
  generators: kind(together(GENERATORS, NAMES, OBSERVE)),
  weak: kind(together(WEAK_REFERENCES, INSTANCES, NAMES, OBSERVE)),
  weakContainers: kind(together(WEAK_CONTAINERS, WEAK_REFERENCES, INSTANCES, NAMES, OBSERVE), WEAK_BEGINNING),
  exceptions: kind(together(EXCEPTIONS, NAMES, OBSERVE)),
  classes: kind(together(CLASSES, NAMES, OBSERVE)),
  collections: kind(together(COLLECTIONS, NAMES, OBSERVE)),
  automatic: automatic('20, 3, 2'),
  automaticOften: automatic('5, 2, 1'),
  automaticSeldom: automatic('100, 5, 3'),
  mixed: kind(
    together(
      INSTANCES,
      PLAIN_INSTANCES,
      CONTAINERS,
      FUNCTIONS,
      GENERATORS,
      WEAK_REFERENCES,
      EXCEPTIONS,
      NAMES,
      OBSERVE,
      LOOK_INSIDE,
    ),
  ),
  subclasses: closer(SUBCLASSES),
  callables: closer(CALLABLES),
  contexts: closer(CONTEXTS),
  exceptionChains: closer(EXCEPTION_CHAINS),
  throws: closer(THROWS),
  cells: closer(CELLS),
  records: closer(RECORDS),
  tables: closer(TABLES),
  weakObjects: closer(WEAK_OBJECTS),
  copies: closer(COPIES),
  madeClasses: closer(MADE_CLASSES),
  expressions: closer(EXPRESSIONS),
  everything: closer(
    INSTANCES,
    CONTAINERS,
    SUBCLASSES,
    CALLABLES,
    CONTEXTS,
    EXCEPTION_CHAINS,
    THROWS,
    CELLS,
    RECORDS,
    TABLES,
    WEAK_OBJECTS,
    COPIES,
    MADE_CLASSES,
    EXPRESSIONS,
  ),
};
