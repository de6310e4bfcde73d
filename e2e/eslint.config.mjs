import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const never = (...names) => ({
  patterns: [{ regex: names.join('|'), message: 'This room may not import that one: see the layout in README.md.' }],
})
const room = (files, ...names) => ({
  files: [`src/${files}/**/*.ts`, `src/${files}/**/*.tsx`],
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', never(...names)] },
})
const above = (...rooms) => rooms.map((name) => `^\\.\\.(/\\.\\.)*/${name}/`).join('|')
const react = '^react(-dom|-hook-form|-dropzone)?(/|$)|^@hookform|^zustand'

export default tseslint.config(
  { ignores: ['dist/**', 'e2e/results/**', 'public/**'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: ['src/tsconfig.json', 'e2e/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  { files: ['e2e/bench/**'], rules: { 'no-console': 'off' } },
  { ...reactHooks.configs.flat['recommended-latest'], files: ['src/**/*.tsx', 'src/wizard/**/*.ts'] },
  room(
    'format',
    above('dossier', 'lecture', 'pieces', 'depot', 'ouverture', 'storage', 'ui', 'wizard', 'worker'),
    react,
    '^zod',
    '^idb',
    '^jszip',
    '^pdfjs',
  ),
  room(
    'dossier',
    above('lecture', 'pieces', 'depot', 'ouverture', 'storage', 'ui', 'wizard', 'worker'),
    react,
    '^idb',
    '^jszip',
    '^pdfjs',
  ),
  room('lecture', above('pieces', 'depot', 'ouverture', 'storage', 'ui', 'wizard', 'worker'), react, '^zod', '^pdfjs'),
  room(
    'worker',
    above('format', 'dossier', 'lecture', 'pieces', 'depot', 'ouverture', 'storage', 'ui', 'wizard'),
    react,
  ),
  room('pieces', above('depot', 'ouverture', 'storage', 'ui', 'wizard'), react, '^zod'),
  room('depot', above('ouverture', 'storage', 'ui', 'wizard'), react, '^zod'),
  room('ouverture', above('depot', 'storage', 'ui', 'wizard'), react, '^zod'),
  room('storage', above('depot', 'ouverture', 'ui', 'wizard'), react, '^zod'),
  room(
    'ui',
    above('format', 'dossier', 'lecture', 'pieces', 'depot', 'ouverture', 'storage', 'wizard', 'worker'),
    '^zod',
    'react-hook-form',
  ),
)
