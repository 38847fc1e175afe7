import Sequencer from '@jest/test-sequencer';

/**
 * Where jest has never run the suites, it begins the longest files first. These are short and take long, because others do
 * the work; whichever comes last keeps all cores but its own waiting.
 */
const LONG_RUNS_OF_SHORT_FILES = [
  'test/chaos/chaos.test.ts',
  'test/cli/drill.test.ts',
  'test/cli/app-demo.test.ts',
  'test/io/git/repository.test.ts',
  'test/scenarios/in-flight.test.ts',
  'test/scenarios/killed.test.ts',
  'test/app/indexer.test.ts',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const early = sorted.filter((test) => this.#isUnknownAndLong(test));
    return [...early, ...sorted.filter((test) => !early.includes(test))];
  }

  #isUnknownAndLong(test) {
    return (
      this.time(test) === undefined && LONG_RUNS_OF_SHORT_FILES.some((path) => test.path.endsWith(`/${path}`))
    );
  }
}
