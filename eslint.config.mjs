import js from '@eslint/js';

const BROWSER = [
  'AudioContext',
  'CustomEvent',
  'Event',
  'FormData',
  'Node',
  'MutationObserver',
  'URL',
  'URLSearchParams',
  'XMLHttpRequest',
  'addEventListener',
  'clearInterval',
  'clearTimeout',
  'console',
  'document',
  'fetch',
  'location',
  'navigator',
  'sessionStorage',
  'setInterval',
  'setTimeout',
  'window'
];

export default [
  { ignores: ['target/', 'data/', 'docs/'] },
  js.configs.recommended,
  {
    files: ['src/main/resources/META-INF/resources/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: Object.fromEntries(BROWSER.map((name) => [name, 'readonly'])) },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-undef': 'error',
      'no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^(place|instant|all)$', caughtErrors: 'none' }]
    }
  }
];
