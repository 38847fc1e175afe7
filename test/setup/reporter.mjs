import { existsSync, readFileSync } from 'node:fs';

/**
 * Says at the end of a run how many REST responses of the local GitHub were compared with GitHub's own
 * description, and how many tests passed. A response that does not match fails the run.
 */
export default class ClosingReporter {
  onRunComplete(_, results) {
    const { checked, failures } = readLog(process.env.GHOST_RUNNER_VALIDATION_LOG);
    this.error =
      failures.length === 0
        ? undefined
        : new Error(
            `${failures.length} responses do not match GitHub's description: ${JSON.stringify(failures.slice(0, 3))}`,
          );
    process.stderr.write(
      `\nLocal GitHub: ${checked} REST responses compared with GitHub's API description, ${failures.length} mismatches\n`,
    );
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `${results.numPassedTests} passed, ${results.numFailedTests + results.numRuntimeErrorTestSuites} failed, ${skipped} skipped\n`,
    );
  }

  getLastError() {
    return this.error;
  }
}

function readLog(path) {
  const lines =
    path !== undefined && existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  const entries = lines.map((line) => JSON.parse(line));
  return {
    checked: entries.reduce((sum, entry) => sum + entry.checked, 0),
    failures: entries.flatMap((entry) => entry.failures),
  };
}
