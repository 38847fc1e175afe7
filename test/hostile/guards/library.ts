import type { Guard } from './guard.ts';

export const LIBRARY_GUARDS: readonly Guard[] = [
  {
    against: 'bytes that are no text, and would be given back as another text',
    file: 'src/library/apply.ts',
    from: '.filter((change) => textOf(change) === undefined)',
    to: '.filter(() => false)',
    caught: {
      title: 'the answer is that of the library: bytes that are no text',
      words: 'the answer is that of the library: %s',
      file: 'test/cli/jsonl.test.ts',
    },
  },
  {
    against: 'a misspelt member of a request, without whose merge newer lines are overwritten',
    file: 'src/library/apply.ts',
    from: 'if (unknown !== null) {',
    to: "if (unknown === '') {",
    caught: {
      title: 'refuses "Was", which a request does not have, with those that there are',
      words: 'refuses %j, which a request does not have, with those that there are',
      file: 'test/library/apply.test.ts',
    },
  },
  {
    against: 'a path beside a patch that is dropped without a word',
    file: 'src/library/apply.ts',
    from: '[...repairs, passedOver(path)]',
    to: 'repairs',
    caught: {
      title: 'says that a path beside an object was passed over, where the object is about other files',
      file: 'test/library/apply.test.ts',
    },
  },
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
