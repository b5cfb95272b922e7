/**
 * Who may import whom:
 *
 *   engine <- timeline, metrics, scenarios <- lessons <- player <- shell, stage, charts, controls <- time <- compare <-
 *   app, embed, gallery
 *   engine <- timeline <- story <- inspector <- compare, app
 *
 * i18n and platform are leaves: they import no other folder. Each line names all that a folder may import
 * besides itself. A folder that is missing here may import nothing (rule "known-folder").
 */
const core = ['engine', 'timeline', 'metrics', 'scenarios'];
const leaves = ['i18n', 'platform'];
const page = [...core, ...leaves, 'lessons', 'player', 'shell', 'stage', 'charts', 'controls'];

const mayImport = {
  engine: [],
  timeline: core,
  metrics: core,
  scenarios: core,
  i18n: [],
  platform: [],
  story: ['engine', 'timeline'],
  headless: ['engine', 'metrics', 'scenarios', 'i18n'],
  lessons: [...core, ...leaves],
  player: [...core, ...leaves, 'lessons'],
  shell: [...core, ...leaves, 'lessons', 'player'],
  stage: [...core, ...leaves, 'lessons', 'player'],
  charts: [...core, ...leaves, 'lessons', 'player'],
  controls: [...core, ...leaves, 'lessons', 'player'],
  time: [...core, ...leaves, 'player', 'stage', 'charts', 'controls'],
  inspector: [...core, ...leaves, 'story', 'player'],
  compare: [...page, 'time', 'inspector'],
  app: [...page, 'time', 'inspector', 'compare', 'embed', 'gallery'],
  embed: page,
  gallery: [...page, 'embed', 'app'],
};

const layers = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `${folder} may import ${others.length > 0 ? others.join(', ') : 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
}));

const packages = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

/** Files of the rules that few runs need. */
const further =
  '^src/engine/(store/(?!kinds|persistence|shardings)|edge/(?!objects)|autoscaler[.]|passiveChecks[.]|slowStart[.]|balancerLife[.]|sharing[.]|sourceAffinity[.]|openTables[.]|tokenCauses[.]|replication[.]|settingChange[.]|interventions/(set|store|caches|balancer)[.]|taskHeap[.]|traffic/further|policies/further|strategies/(further|replicated|shared|token)[.])';

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'compare-core-apart',
      comment: 'What is compared is worked out without a page.',
      severity: 'error',
      from: { path: '^src/compare/core/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^src/',
        pathNot: `^src/(compare/core|${core.join('|')})/|^src/player/link/startSettings[.]ts$`,
      },
    },
    {
      name: 'known-folder',
      comment: 'Say in .dependency-cruiser.cjs what this folder may import.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycle',
      comment: 'Files that import each other cannot be read or tested alone. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'further-rules-apart',
      comment:
        'Rules that few runs need are fetched when one does: reach them with further(), see engine/further.ts.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `${further}|^src/engine/furtherRules[.]ts$|/testing/|[.]test[.]tsx?$`,
      },
      to: { path: further, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'react-in-tsx',
      comment: 'React lives in *.tsx and player/hooks.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]tsx$|^src/player/hooks[.]ts$' },
      to: { path: packages('react|react-dom') },
    },
    {
      name: 'zustand-in-player',
      comment: 'Zustand lives in player.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/player/' },
      to: { path: packages('zustand') },
    },
    {
      name: 'd3-in-charts',
      comment: 'D3 lives in charts and stage/layout*.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/charts/|^src/stage/layout[^/]*[.]ts$' },
      to: { path: packages('d3|d3-[a-z]+') },
    },
    {
      name: 'node-in-headless',
      comment: 'Only the headless program and tests run in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/headless/|[.]test[.]tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'development-only',
      comment: 'What runs for visitors must not need development dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$|[.]d[.]ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-test-import',
      comment: 'Tests are not imported.',
      severity: 'error',
      from: { pathNot: '[.]test[.]tsx?$' },
      to: { path: '[.]test[.]tsx?$' },
    },
    {
      name: 'src-stands-alone',
      comment: 'src does not reach into scripts, e2e or bench.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|e2e|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count as well: a layer's types are part of it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
