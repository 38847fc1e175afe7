import { randomUUID } from 'node:crypto';
import { createTestProcess } from '../io/test-process.ts';
import { fail, resumeCommands, say, setOutputs, stopCommands, type WorkflowJob } from '../io/workflow.ts';
import { describeTests } from '../report/sentence.ts';
import { test } from '../stages/test.ts';

/** Bytes of the command's output that go to the log; the report counts them all. */
const LOGGED_BYTES = 4 * 1024 * 1024;

export async function runTest(job: WorkflowJob): Promise<void> {
  const { sha, command, timeoutMinutes } = job.inputs;
  if (sha === '' || command === '') {
    throw new Error(
      'the stage test needs the inputs sha and command; pass the outputs of the apply stage on',
    );
  }
  say(`Testing ${sha}: ${command}`);
  const marker = randomUUID();
  stopCommands(marker);
  const testProcess = createTestProcess({ environment: process.env, onOutput: createLog() });
  const report = await test(testProcess, {
    sha,
    command,
    directory: job.workspace,
    timeoutSeconds: timeoutMinutes * 60,
  });
  // On a line of its own, whatever the tests printed last.
  say('');
  resumeCommands(marker);
  setOutputs({ outcome: report.verdict, report: JSON.stringify(report) });
  if (report.verdict !== 'passed') {
    fail(describeTests(report), 'The tests did not pass');
  }
}

function createLog(): (chunk: Buffer) => void {
  let left = LOGGED_BYTES;
  return (chunk) => {
    if (left > 0) {
      process.stdout.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) {
        process.stdout.write('\n… the rest of the output is not logged …\n');
      }
    }
  };
}
