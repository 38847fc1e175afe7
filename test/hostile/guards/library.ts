import type { Guard } from './guard.ts';

export const LIBRARY_GUARDS: readonly Guard[] = [
  {
    against: 'a diff of another file than the name that it stands under, where the library is called',
    file: 'src/library/apply.ts',
    from: 'return others.length === 0',
    to: 'return others.length >= 0',
    caught: {
      title: 'a diff of one file under the name of another one is refused',
      file: 'test/library/apply.test.ts',
    },
  },
];
