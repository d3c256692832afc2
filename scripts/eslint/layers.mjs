/**
 * The architecture as lint rules: which folder may import which. Every entry becomes one
 * `no-restricted-imports` for the files of one folder at one depth, because a relative import
 * names its target exactly only when the depth of the importing file is known.
 */

/** Folders of `src/core`, lowest first; folders on one line do not know each other. */
export const coreOrder = [
  ['model'],
  ['words'],
  ['source'],
  ['manifest', 'pki', 'roots'],
  // Takes private keys out of texts before they are kept or leave the page.
  ['redact'],
  // `certificates`: from an order to what is issued.
  ['schema', 'verify', 'certificates'],
  // What two TLS stacks agree on before and beside certificates: versions, ciphers, groups, ALPN, alerts.
  ['tls'],
  ['workspace'],
  // The form in which the device keeps a workspace.
  ['storage'],
  ['gateway-api'],
  ['workload'],
  ['implementations'],
  ['handshake'],
  // What there is to say about a field, for forms and editor alike.
  ['help'],
  ['topology', 'fixes', 'export', 'edits'],
  // What an editor asks: completion, help, places, outline, layout.
  ['language'],
  ['analysis'],
  // From answers to manifests. Its tests ask the analysis.
  ['authoring'],
  // Ready setups with the answers they should get: the one folder that may ask the analysis.
  ['examples'],
  // The same workspace on other dates, with other material, or beside another one. Its tests use the examples.
  ['what-if'],
  // From one implementation to another. What changes in the verdict is asked of the analysis.
  ['conversion'],
];

/** What each top folder may import, besides itself. `cli` stands on core alone. */
export const topFolders = {
  core: [],
  ui: [],
  workers: ['core'],
  state: ['core', 'workers'],
  views: ['core', 'state', 'ui'],
  features: ['core', 'state', 'views', 'ui'],
  app: ['core', 'state', 'views', 'features', 'ui', 'workers'],
  cli: ['core'],
};

/** Deepest folder level the rules are written for, counted from the folder that has a rule. */
const deepest = 3;

const presentation = String.raw`^(?:react|react-dom|zustand|@xyflow|monaco-editor|radix-ui|cmdk|lucide-react|react-resizable-panels)(?:/|$)`;
const monaco = {
  regex: '^monaco-editor(?:/|$)',
  message: 'Only features/editor imports Monaco: it is loaded when the YAML tab is shown.',
};
const pkijs = {
  regex: '^(?:pkijs|asn1js)(?:/|$)',
  message: 'Only core/pki imports pkijs and asn1js; its own types leave the folder, theirs do not.',
};
const nodeBuiltins = { regex: '^node:', message: 'This runs in the browser: no Node module.' };
const pureCore = {
  regex: presentation,
  message: 'core is pure: no view, store or editor library.',
};

/** @typedef {{ regex: string, message: string }} Pattern */
/** @typedef {{ selector: string, message: string }} SyntaxRule */

/** @param {readonly string[]} names @returns {string} one alternative of a regular expression */
const oneOf = (names) => `(?:${names.join('|')})`;

/**
 * @param {number} levels how many `../` lead from the importing file to the folders' parent
 * @param {readonly string[]} names folders that must not be imported
 * @param {string} message
 * @returns {Pattern[]}
 */
function folders(levels, names, message) {
  if (names.length === 0) return [];
  return [{ regex: `^(?:\\./)?(?:\\.\\./){${String(levels)}}${oneOf(names)}(?:/|$)`, message }];
}

/** @param {string} folder folder of `src/core` @returns {string[]} folders it must not import */
export function forbiddenCoreFolders(folder) {
  const rank = coreOrder.findIndex((names) => names.includes(folder));
  return coreOrder
    .slice(rank)
    .flat()
    .filter((name) => name !== folder);
}

/** @param {keyof typeof topFolders} folder @returns {string[]} top folders it must not import */
export function forbiddenTopFolders(folder) {
  /** @type {readonly string[]} */
  const allowed = topFolders[folder];
  return Object.keys(topFolders).filter((name) => name !== folder && !allowed.includes(name));
}

/**
 * `no-restricted-imports` sees static imports only; `import('…')` and `import('…').Type` are syntax.
 *
 * @param {Pattern} pattern
 * @returns {SyntaxRule[]}
 */
function dynamicImports({ regex, message }) {
  const inSelector = regex.replaceAll('/', '\\/');
  return [
    { selector: `ImportExpression[source.value=/${inSelector}/]`, message },
    { selector: `TSImportType[source.value=/${inSelector}/]`, message },
  ];
}

/**
 * One config object for the files of `folder` exactly `depth` levels below it.
 *
 * @param {string} folder path from the project root
 * @param {number} depth
 * @param {readonly Pattern[]} patterns
 * @param {readonly SyntaxRule[]} syntax further syntax that is refused there (a later
 *   `no-restricted-syntax` replaces an earlier one, so all of it has to stand in one place)
 */
function entry(folder, depth, patterns, syntax = []) {
  const files = `${folder}/${'*/'.repeat(depth)}*`;
  return [
    {
      name: `layers: ${folder} +${String(depth)}`,
      files: [`${files}.{ts,tsx}`],
      rules: restrict(patterns, [...patterns.flatMap(dynamicImports), ...syntax]),
    },
    {
      // Tests may use Node and the real clock, the layers hold for them too.
      name: `layers: ${folder} +${String(depth)} (tests)`,
      files: [`${files}.{test,testing}.{ts,tsx}`],
      rules: restrict(
        patterns.filter((pattern) => pattern !== nodeBuiltins),
        [],
      ),
    },
  ];
}

/**
 * @param {readonly Pattern[]} patterns
 * @param {readonly SyntaxRule[]} syntax
 * @returns {import('eslint').Linter.RulesRecord}
 */
function restrict(patterns, syntax) {
  return {
    'no-restricted-imports': ['error', { patterns: [...patterns] }],
    'no-restricted-syntax': syntax.length === 0 ? 'off' : ['error', ...syntax],
  };
}

/** @param {(depth: number) => ReturnType<typeof entry>} make */
const atEveryDepth = (make) =>
  Array.from({ length: deepest + 1 }, (_, depth) => make(depth)).flat();

/**
 * @param {string} folder
 * @param {readonly SyntaxRule[]} syntax
 */
function coreFolder(folder, syntax) {
  return atEveryDepth((depth) =>
    entry(
      `src/core/${folder}`,
      depth,
      [
        pureCore,
        nodeBuiltins,
        ...(folder === 'pki' ? [] : [pkijs]),
        ...folders(
          depth + 1,
          forbiddenCoreFolders(folder),
          `core/${folder} stands below or beside that folder (order: ${coreOrder.flat().join(', ')}).`,
        ),
        ...folders(depth + 2, forbiddenTopFolders('core'), 'core imports nothing outside core.'),
      ],
      syntax,
    ),
  );
}

/** @param {Exclude<keyof typeof topFolders, 'core' | 'features'>} folder */
function topFolder(folder) {
  return atEveryDepth((depth) =>
    entry(`src/${folder}`, depth, [
      monaco,
      pkijs,
      ...(folder === 'cli' ? [] : [nodeBuiltins]),
      ...folders(
        depth + 1,
        forbiddenTopFolders(folder),
        `${folder} may import: ${[folder, ...topFolders[folder]].join(', ')}.`,
      ),
    ]),
  );
}

/** @param {string} feature */
function featureFolder(feature) {
  return atEveryDepth((depth) =>
    entry(`src/features/${feature}`, depth, [
      ...(feature === 'editor' ? [] : [monaco]),
      pkijs,
      nodeBuiltins,
      {
        regex: `^(?:\\.\\./){${String(depth + 1)}}(?!\\.\\./)(?!${feature}/)`,
        message: 'Features do not import each other: share through state or views.',
      },
      ...folders(
        depth + 2,
        forbiddenTopFolders('features'),
        `features may import: ${topFolders.features.join(', ')}.`,
      ),
    ]),
  );
}

/**
 * @param {readonly string[]} features names of the folders in `src/features`
 * @param {readonly SyntaxRule[]} coreSyntax what else core may not write
 * @returns {import('eslint').Linter.Config[]} config objects for `eslint.config.js`
 */
export function layerConfigs(features, coreSyntax) {
  const tops = /** @type {const} */ (['ui', 'workers', 'state', 'views', 'app', 'cli']);
  return [
    ...coreOrder.flat().flatMap((folder) => coreFolder(folder, coreSyntax)),
    ...tops.flatMap((folder) => topFolder(folder)),
    ...features.flatMap((feature) => featureFolder(feature)),
  ];
}
