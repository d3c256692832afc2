import { existsSync, readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layerConfigs } from './scripts/eslint/layers.mjs';

const featuresFolder = new URL('src/features/', import.meta.url);
const features = existsSync(featuresFolder) ? readdirSync(featuresFolder) : [];
const tests = ['**/*.{test,testing}.{ts,tsx}', 'e2e/**/*.ts'];

/** Time, chance and crypto are injected into core: same input, same output. */
const purity = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'core takes the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core takes the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'core takes random bytes from the injected crypto.',
  },
  {
    selector: 'MemberExpression[object.name=/^(?:globalThis|self|window)$/]',
    message: 'core has no global object: inject what it needs.',
  },
];
const ambient = [
  'crypto',
  'performance',
  'window',
  'document',
  'self',
  'globalThis',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'navigator',
  'location',
  'setTimeout',
  'setInterval',
  'process',
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'test-results/', 'playwright-report/', '**/*.generated.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      // The one project that holds every file: each further one would be checked as a whole again.
      parserOptions: { project: './tsconfig.node.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      // Readers of PEM, DER and YAML name control characters on purpose.
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An empty string is often as good as none when text is read.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: tests,
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: tests,
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.strict],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // What scrolls must be reachable by keyboard (axe: scrollable-region-focusable), so a named region may take focus.
      'jsx-a11y-x/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['tabpanel', 'region'] },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...ambient.map((name) => ({ name, message: 'core is pure: inject what it needs.' })),
      ],
    },
  },
  layerConfigs(features, purity),
  { files: ['src/cli/**/*.ts', 'scripts/**', ...tests], rules: { 'no-console': 'off' } },
  {
    // Plain JavaScript is type-checked by tsc through its JSDoc; the typed lint rules are for TypeScript.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        require: 'readonly',
        module: 'writable',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    rules: {
      'no-var': 'off',
      'prefer-arrow-callback': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
);
