/*
 * Which folder of src may import which: the table of src/README.md. Values flow one way, from base to view.
 */

const NPM = 'node_modules/';
const d3 = `${NPM}(@types/)?d3-`;

/**
 * The folders of src and what each may import: folders, then npm packages (patterns of paths). What a lower part needs
 * from a higher one is handed in as a function.
 */
const TABLE = {
  base: [[], []],
  program: [['base'], [`${NPM}@lezer/`]],
  heap: [['base'], []],
  collector: [['heap', 'base'], []],
  machine: [['program', 'heap', 'collector', 'base'], []],
  // Of heap, collector and machine the journal knows the types only (see journalKnowsTypesOnly).
  journal: [['heap', 'collector', 'machine', 'base'], []],
  playhead: [['journal', 'base'], []],
  // Questions about a whole run are questions to the journal: see src/README.md.
  insight: [['playhead', 'journal', 'base'], []],
  layout: [['playhead', 'base'], [d3]],
  draw: [['layout', 'playhead', 'base'], [d3]],
  lesson: [[], []],
  view: [
    ['base', 'program', 'heap', 'collector', 'machine', 'journal', 'playhead', 'insight', 'layout', 'draw', 'lesson'],
    [d3, `${NPM}svelte/`, `${NPM}@codemirror/`, `${NPM}@lezer/`, `${NPM}fflate/`],
  ],
};

const TEST_FILE = '\\.test\\.ts$';

const folderRules = Object.entries(TABLE).flatMap(([folder, [folders, packages]]) => [
  {
    name: `${folder}-imports-only-what-it-may`,
    comment: `src/${folder} may import ${folders.map((name) => `src/${name}`).join(', ') || 'no other folder of src'}.`,
    severity: 'error',
    from: { path: `^src/${folder}/`, pathNot: TEST_FILE },
    to: { path: '^src/', pathNot: `^src/(${[folder, ...folders].join('|')})/` },
  },
  {
    name: `${folder}-packages`,
    comment: `src/${folder} may import ${packages.length ? `the packages ${packages.join(', ')}` : 'no npm package'}.`,
    severity: 'error',
    from: { path: `^src/${folder}/`, pathNot: TEST_FILE },
    to: { path: NPM, ...(packages.length ? { pathNot: packages.join('|') } : {}) },
  },
]);

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'only-known-folders',
      comment: 'Every folder of src stands in the table.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(TABLE).join('|')})/` },
    },
    {
      name: 'entries-import-view',
      comment: 'src/main.ts and src/embed.ts only start what src/view holds.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/', pathNot: '^src/view/' },
    },
    {
      name: 'journal-knows-types-only',
      comment: 'The journal is data about a run: it takes types and the codes of events, never the running parts.',
      severity: 'error',
      from: { path: '^src/journal/', pathNot: TEST_FILE },
      to: {
        path: '^src/(heap|collector|machine)/',
        pathNot: '^src/(heap|collector|machine)/(events|kinds)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycle',
      // Inside the machine a few files do need each other: running calls, and calling runs.
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/machine/[^/]+\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports this file and it imports nothing.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/(main|embed)\\.ts$'] },
      to: {},
    },
    {
      name: 'no-node',
      comment: 'src runs in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_FILE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-from-source',
      comment: 'What is shipped imports neither tests nor what only tests have.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_FILE },
      to: { path: ['^tests/', TEST_FILE] },
    },
    {
      name: 'no-development-dependency',
      severity: 'error',
      comment: 'What is shipped imports dependencies, not development dependencies.',
      from: { path: '^src/', pathNot: TEST_FILE },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere. (virtual:opening is made by vite.config.ts.)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:opening$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.d.ts'],
    },
  },
};
