import { join } from 'node:path';
import { startSandbox } from '../../local/sandbox.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { colors } from '../colors.ts';
import { type Interruption, interruptible } from '../demo/interruption.ts';
import { keepRunning } from '../demo/keep.ts';
import { isConfirmed, observedOf } from '../drill/line.ts';
import { jsonLine } from '../json-line.ts';
import { DEMO_REPOSITORY, type FrontDoor, openFrontDoor, PERSON } from './front-door.ts';
import type { AppDemoLine } from './line.ts';
import { MODEL_STEPS } from './model-steps.ts';
import { SLACK_STEPS } from './slack-steps.ts';
import type { AppStep } from './step.ts';
import { STEPS } from './steps.ts';

export type AppDemoOptions = { readonly json: boolean; readonly keep: boolean };

/** Runs the server in front of a local GitHub, does over HTTP what a GPT would, and shows what is seen. */
export function appDemoCommand(options: AppDemoOptions): Promise<number> {
  return interruptible((interruption) => runAppDemo(options, interruption));
}

async function runAppDemo(options: AppDemoOptions, interruption: Interruption): Promise<number> {
  const root = join(import.meta.dirname, '../../..');
  const from = performance.now();
  say(
    options,
    'A server before a local GitHub and Slack: a GPT sends patches over HTTP, and a person steps in.\n',
  );
  const sandbox = await startSandbox(root);
  try {
    const door = await openFrontDoor(root, sandbox);
    try {
      const lines = await takeSteps(door, options, interruption);
      say(options, countConfirmed(lines, performance.now() - from));
      if (options.keep) {
        process.stderr.write(
          `\nDashboard   ${door.makeSignInUrl()} (signs one browser in, once)\nThe server  ${door.url}\n  a GPT's     ${door.tokens.gpt}\n  ${PERSON}'s       ${door.tokens.person}\n`,
        );
        await keepRunning(sandbox, DEMO_REPOSITORY, interruption);
      }
      return lines.every(({ confirmed }) => confirmed) ? 0 : 1;
    } finally {
      await door.close();
    }
  } finally {
    await sandbox.close();
  }
}

async function takeSteps(
  door: FrontDoor,
  { json }: AppDemoOptions,
  { before }: Interruption,
): Promise<readonly AppDemoLine[]> {
  const lines: AppDemoLine[] = [];
  for (const step of [...STEPS, ...SLACK_STEPS, ...MODEL_STEPS]) {
    const line = await before(takeStep(door, step));
    lines.push(line);
    process.stdout.write(json ? `${jsonLine(line)}\n` : show(step, line));
  }
  return lines;
}

function countConfirmed(lines: readonly AppDemoLine[], ms: number): string {
  const confirmed = lines.filter((line) => line.confirmed).length;
  return `\n${confirmed} of ${lines.length} confirmed by what was seen, in ${formatSeconds(ms / 1000)}`;
}

/** Beside the steps, for people. */
function say({ json }: AppDemoOptions, sentence: string): void {
  if (!json) {
    process.stderr.write(`${sentence}\n`);
  }
}

/** A step that breaks is a line too. */
async function takeStep(door: FrontDoor, step: AppStep): Promise<AppDemoLine> {
  const from = performance.now();
  const seconds = () => Math.round(performance.now() - from) / 1000;
  try {
    const facts = await step.take(door);
    return {
      step: step.name,
      confirmed: isConfirmed(facts),
      seconds: seconds(),
      observed: observedOf(facts),
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { step: step.name, confirmed: false, seconds: seconds(), observed: { problem } };
  }
}

function show({ name, who, does }: AppStep, { confirmed, seconds, observed }: AppDemoLine): string {
  const paint = colors(process.stdout);
  const mark = confirmed ? paint.green('✔') : paint.red('✘');
  const time = `${seconds.toFixed(2)} s`.padStart(TIME_WIDTH);
  const lines = Object.entries(observed).map(
    ([thing, state]) => `${INDENT}${paint.dim(thing)}  ${cut(state)}`,
  );
  return `${mark} ${paint.bold(name.padEnd(NAME_WIDTH))} ${paint.dim(time)}  ${who} ${does}\n${lines.join('\n')}\n`;
}

const NAME_WIDTH = 10;
const TIME_WIDTH = 8;
const INDENT = ' '.repeat(NAME_WIDTH + TIME_WIDTH + 5);

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** Characters of one line; `--json` has all of them. */
const MAX_SHOWN = 160;
