import { defineConfig } from 'rolldown';

/** The Action as GitHub runs it: one file per stage, so that a job loads what it needs and nothing else. */
export default defineConfig({
  input: { index: 'src/action.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: '[name].js',
    minify: false,
  },
});
