import { defineConfig } from 'rolldown';
import { bundleLicenses } from './scripts/bundle-licenses.ts';
import { declareTypes } from './scripts/declare-types.ts';

/** What is said of the code stands in the sources, and of the library in its types; here it would be a fifth of each file. */
const comments = { legal: true, annotation: true, jsdoc: false };

/** The Action as GitHub runs it. A job loads the code of its own stage, and what that needs, and nothing else. */
const action = defineConfig({
  input: { index: 'src/action.ts' },
  platform: 'node',
  // `debug` colours its lines where this package happens to be installed; what we ship must not depend on that.
  external: ['supports-color'],
  plugins: [bundleLicenses('licenses.txt')],
  treeshake: {
    // @actions/core brings an HTTP client for OIDC tokens, which we never ask for. Loading it would take longer
    // than everything else that the test stage does, and only its unused imports keep it in.
    moduleSideEffects: [{ test: /\/node_modules\/(?:@actions|undici|tunnel)\//, sideEffects: false }],
  },
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: ({ facadeModuleId }) => `${packageOf(facadeModuleId) ?? '[name]'}.js`,
    minify: false,
    comments,
    codeSplitting: {
      groups: [
        { name: 'actions-core', test: /\/node_modules\/@actions\// },
        { name: 'octokit', test: /\/node_modules\/@octokit\// },
        { name: 're2js', test: /\/node_modules\/re2js\// },
        { name: 'yaml', test: /\/node_modules\/yaml\// },
        { name: 'zod', test: /\/node_modules\/zod\// },
      ],
    },
  },
});

/** The engine as a library: one file that runs wherever the language does, with its types beside it. */
const library = defineConfig({
  input: { apply: 'src/library/apply.ts' },
  platform: 'browser',
  plugins: [declareTypes(), bundleLicenses('licenses.txt')],
  output: { dir: 'lib', format: 'esm', cleanDir: true, minify: false, comments, codeSplitting: false },
});

export default [action, library];

/** `slack-web-api` for a file of @slack/web-api: what is loaded on demand is named for its package, not for its file. */
function packageOf(id) {
  return /.*\/node_modules\/@?([^/]+(?:(?<=\/@[^/]+)\/[^/]+)?)/.exec(id ?? '')?.[1]?.replace('/', '-');
}
