import { type Command, InvalidArgumentError, Option } from 'commander';
import { VERBS, type Verb } from '../control/verbs.ts';
import { USAGES } from '../report/command/help.ts';
import { apiUrlOption, serverUrlOption, slackApiUrlOption } from './address-options.ts';
import type { ControlOptions } from './control.ts';

/**
 * The verbs of the control grammar, each as a command of its own; `help` is commander's, and `apply` has a patch in a
 * comment, where the command line has it in a file.
 */
export function addControlCommands(program: Command, finish: (code: number) => void): void {
  for (const verb of VERBS) {
    if (verb !== 'help' && verb !== 'apply') {
      addVerb(program, verb, finish);
    }
  }
}

type CommandVerb = Exclude<Verb, 'help' | 'apply'>;

function addVerb(program: Command, verb: CommandVerb, finish: (code: number) => void): void {
  const { usage, effect } = USAGES[verb];
  const command = program
    .command(verb)
    .summary(effect)
    .usage(`${usage.slice(verb.length + 1).replaceAll(` ${verb} `, ` `)} [options]`.trimStart())
    .description(`${effect.charAt(0).toUpperCase()}${effect.slice(1)}.`)
    .requiredOption('--repo <owner/name>', 'the target repository')
    .addOption(new Option('--token <token>', 'token of whoever asks').env('GITHUB_TOKEN'))
    .addOption(apiUrlOption())
    .addOption(serverUrlOption())
    .addOption(new Option('--slack-token <token>', 'to bring messages up to date').env('SLACK_BOT_TOKEN'))
    .addOption(slackApiUrlOption())
    .option('--confirm', 'it is meant, where that is asked for', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', `\nExamples:\n${formatExamples(verb)}\n${CONTROL_EXIT_CODES}`);
  for (const { name, meaning } of LANGUAGE[verb].operands) {
    command.argument(name, meaning);
  }
  if (STATED.includes(verb)) {
    addStatedState(command);
  }
  // What is typed behind the verb is read by the grammar of all surfaces, as one line.
  command.action(async function control(this: Command) {
    const { controlCommand } = await import('./control.ts');
    finish(await controlCommand([verb, ...this.args], this.opts<ControlOptions>()));
  });
}

/** Verbs that are refused where the patch is not what was looked at any more, if that is said. */
const STATED: readonly Verb[] = ['approve', 'reject', 'retry', 'revert', 'cancel'];

function addStatedState(command: Command): void {
  command
    .option('--head <commit>', 'only where the patch stands at this commit', readCommit)
    .option('--digest <digest>', 'only where the patch is the one with this digest', readDigest);
}

function readCommit(text: string): string {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) {
    throw new InvalidArgumentError('Give the whole commit, of 40 hexadecimal digits.');
  }
  return text;
}

function readDigest(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new InvalidArgumentError('Give the whole digest, of 64 hexadecimal digits.');
  }
  return text;
}

/** What stands behind a verb on the command line, and how that looks. */
type Language = {
  readonly operands: readonly { readonly name: string; readonly meaning: string }[];
  readonly examples: readonly string[];
};

const ABOUT_PATCH = [{ name: '<id>', meaning: 'id of the patch, as status lists it' }];

const WHY_AND_WHAT = [
  {
    name: '[why...]',
    meaning:
      'the reason; then for how long, such as "for 2h", and for what, such as "on branch main" or "from @shop-gpt"',
  },
];

const WHAT_FOR = 'what it was for, such as "on main" or "from shop-gpt"; the one for everything where absent';

const LANGUAGE: { readonly [verb in CommandVerb]: Language } = {
  status: {
    operands: [{ name: '[id]', meaning: 'id of the patch; all of them where absent' }],
    examples: ['status', 'status fix-cart'],
  },
  preview: { operands: ABOUT_PATCH, examples: ['preview fix-cart'] },
  approve: { operands: ABOUT_PATCH, examples: ['approve fix-cart'] },
  reject: {
    operands: [...ABOUT_PATCH, { name: '[why...]', meaning: 'the reason' }],
    examples: ['reject fix-cart', 'reject fix-cart we wrap nothing'],
  },
  retry: { operands: ABOUT_PATCH, examples: ['retry fix-cart'] },
  revert: { operands: ABOUT_PATCH, examples: ['revert fix-cart'] },
  cancel: { operands: ABOUT_PATCH, examples: ['cancel fix-cart'] },
  pause: {
    operands: WHY_AND_WHAT,
    examples: ['pause', 'pause looking into it for 2h', 'pause on branch main', 'pause from @shop-gpt'],
  },
  resume: { operands: [{ name: '[scope...]', meaning: WHAT_FOR }], examples: ['resume', 'resume on main'] },
  lock: { operands: WHY_AND_WHAT, examples: ['lock', 'lock a token has leaked'] },
  unlock: {
    operands: [{ name: '[scope...]', meaning: `${WHAT_FOR}; then "confirm" from whoever locked it` }],
    examples: ['unlock', 'unlock confirm'],
  },
  kill: {
    operands: [
      { name: '<id>', meaning: 'id of the patch, or all' },
      { name: '[confirm]', meaning: 'the word confirm, which all of them need' },
    ],
    examples: ['kill fix-cart', 'kill all confirm'],
  },
  audit: { operands: [], examples: ['audit'] },
  whoami: { operands: [], examples: ['whoami'] },
};

function formatExamples(verb: CommandVerb): string {
  return LANGUAGE[verb].examples
    .map((example) => `  $ GITHUB_TOKEN=… ghost-runner ${example} --repo acme/shop`)
    .join('\n');
}

const CONTROL_EXIT_CODES = `
Exit codes:
  0  done, or everything was as asked for already
  1  something broke      2  refused        64 it can not be read
  75 asked for, and not confirmed yet: ask again`;
