import { defineConfig } from 'rolldown';
import { bundleLicenses } from './scripts/bundle-licenses.ts';
import { copyFiles, filesBesideSources, filesOfPackages } from './scripts/copied-files.ts';
import { flatPaths } from './scripts/flat-paths.ts';

const root = import.meta.dirname;
const entries = {
  bin: 'src/cli/bin.ts',
  'compute-worker': 'src/app/compute/worker.ts',
  'local-job': 'src/local/runner/job/main.ts',
};

/** The command line as npm delivers it: with all that it needs in it, so that nothing else has to be installed. */
export default defineConfig({
  input: entries,
  platform: 'node',
  // A package looks for others that are not installed, and by a way that bundlers must not see.
  checks: { eval: false },
  plugins: [
    flatPaths(root, entries),
    copyFiles({ ...filesBesideSources(root), ...filesOfPackages(root) }),
    bundleLicenses('licenses.txt'),
  ],
  output: {
    dir: 'cli',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: '[name].js',
    // Names of functions stay, for the sake of what a stack says.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  },
});
