import { randomUUID } from 'node:crypto';
import { formatTooLarge } from '../apply/generated/effect.ts';
import { packText } from '../io/packed-text.ts';
import { createTestProcess } from '../io/test-process.ts';
import { fail, resumeCommands, say, setOutputs, stopCommands, type WorkflowJob } from '../io/workflow.ts';
import type { NamedCommand } from '../policy/commands.ts';
import { describeTests } from '../report/sentence.ts';
import { type MadeEffect, type Tested, testWithCommands } from '../stages/generated/test-with-commands.ts';
import type { TestProcess } from '../stages/ports.ts';
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
  const commands = readCommands(job.inputs.commands);
  for (const { name, command: text } of commands) {
    say(`Running ${name} first: ${text}`);
  }
  say(`Testing ${sha}: ${command}`);
  const marker = randomUUID();
  stopCommands(marker);
  const testProcess = createTestProcess({ environment: process.env, onOutput: createLog() });
  const request = { sha, command, directory: job.workspace, timeoutSeconds: timeoutMinutes * 60 };
  const { report, effect } =
    commands.length === 0
      ? { report: await test(testProcess, request), effect: null }
      : await runWithCommands(testProcess, { ...request, commands });
  // On a line of its own, whatever the tests printed last.
  say('');
  resumeCommands(marker);
  setOutputs({
    outcome: report.verdict,
    report: JSON.stringify(report),
    effect: effect === null ? undefined : packEffect(effect),
  });
  if (report.verdict !== 'passed') {
    fail(describeTests(report), 'The tests did not pass');
  }
}

/** Git is loaded only where somebody wants to know what files became. */
async function runWithCommands(
  testProcess: TestProcess,
  request: Parameters<typeof testWithCommands>[1],
): Promise<Tested> {
  const { createCheckout } = await import('../io/git/checkout.ts');
  return testWithCommands({ runner: testProcess, checkout: createCheckout(request) }, request);
}

/**
 * Characters of the output that says what commands made. It becomes one variable of a job's environment, for which
 * Linux has 128 KiB; a larger one would keep the job from starting.
 */
const MAX_OUTPUT_CHARACTERS = 100_000;

function packEffect({ text, files }: MadeEffect): string {
  const packed = packText(text, MAX_OUTPUT_CHARACTERS);
  return packed ?? packText(formatTooLarge(files), MAX_OUTPUT_CHARACTERS) ?? '';
}

/** From the apply stage, which has them from the config. */
function readCommands(text: string): readonly NamedCommand[] {
  const commands: unknown = text === '' ? [] : JSON.parse(text);
  if (!Array.isArray(commands) || !commands.every(isCommand)) {
    throw new Error('the input commands is not what the apply stage hands over; pass its output on as it is');
  }
  return commands;
}

/** By hand, because this stage loads no library for schemas. */
function isCommand(value: unknown): value is NamedCommand {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'command' in value &&
    typeof value.command === 'string' &&
    'timeoutMinutes' in value &&
    typeof value.timeoutMinutes === 'number' &&
    value.timeoutMinutes > 0
  );
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
