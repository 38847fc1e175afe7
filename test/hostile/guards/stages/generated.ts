import type { Guard } from '../guard.ts';

export const STAGES_GENERATED_GUARDS: readonly Guard[] = [
  {
    against: 'lines that no limit counts for a NUL beside them, once commands have made more',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'generation?.unshownLines ?? 0',
    to: '0',
    caught: {
      title: 'limits hold for lines of the patch too beside which a NUL stands',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'forbidden files that commands make',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'if (refusals.length > 0) {',
    to: 'if (refusals.length > 1000) {',
    caught: {
      title: 'a workflow: refused',
      words: 'a workflow',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'secrets that commands make',
    file: 'src/stages/generated/take-effect.ts',
    from: 'if (refusals.length > 0) {',
    to: 'if (refusals.length > 1000) {',
    caught: { title: 'a secret: refused', words: 'a secret', file: 'test/stages/generated/hostile.test.ts' },
  },
  {
    against: 'generated trees that were not tested',
    file: 'src/stages/generated/take-effect.ts',
    from: 'made.tree === tree ? made.oid : null',
    to: "tree === '' ? null : made.oid",
    caught: {
      title: 'another tree than the effect makes is no result',
      words: 'another tree than the effect makes',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'limits that only the patch with its commands goes beyond',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'paths: changes.map(({ path }) => path),',
    to: 'paths: [],',
    caught: {
      title: 'limits hold for the patch and what its commands make together',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'secrets in the names of files that commands make',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'if (inNames.length > 0) {',
    to: 'if (inNames.length > 1000) {',
    caught: {
      title: 'is refused, and nothing of it is kept or shown: of one that is protected',
      words: 'is refused, and nothing of it is kept or shown: %s',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
];
