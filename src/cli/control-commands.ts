import { type Command, Option } from 'commander';
import { VERBS } from '../control/verbs.ts';
import { USAGES } from '../report/command/help.ts';
import { apiUrlOption, serverUrlOption, slackApiUrlOption } from './address-options.ts';
import type { ControlOptions } from './control.ts';

/**
 * The verbs of the control grammar, each as a command of its own; `help` is commander's, and `apply` has a patch in a
 * comment, where the command line has it in a file.
 */
export function addControlCommands(program: Command, finish: (code: number) => void): void {
  for (const verb of VERBS.filter((one) => one !== 'help' && one !== 'apply')) {
    const { usage, effect } = USAGES[verb];
    program
      .command(verb)
      .summary(effect)
      .usage(`${usage.slice(verb.length + 1).replaceAll(` ${verb} `, ` `)} [options]`.trimStart())
      .description(`${effect.charAt(0).toUpperCase()}${effect.slice(1)}.`)
      .argument('[words...]', 'what follows the verb, as in a comment')
      .requiredOption('--repo <owner/name>', 'the target repository')
      .addOption(new Option('--token <token>', 'token of whoever asks').env('GITHUB_TOKEN'))
      .addOption(apiUrlOption())
      .addOption(serverUrlOption())
      .addOption(new Option('--slack-token <token>', 'to bring messages up to date').env('SLACK_BOT_TOKEN'))
      .addOption(slackApiUrlOption())
      .option('--confirm', 'it is meant, where that is asked for', false)
      .option('--json', 'print one JSON object', false)
      .addHelpText(
        'after',
        `\nExamples:\n  $ GITHUB_TOKEN=… ghost-runner ${exampleOf(usage)} --repo acme/shop\n${CONTROL_EXIT_CODES}`,
      )
      .action(async (words: readonly string[], options: ControlOptions) => {
        const { controlCommand } = await import('./control.ts');
        finish(await controlCommand([verb, ...words], options));
      });
  }
}

/** The shortest way to write a command. */
function exampleOf(usage: string): string {
  const [first = ''] = usage.split(' | ');
  return first.replace(/ \[[^\]]*\]/g, '').replace('<id>', 'fix-cart');
}

const CONTROL_EXIT_CODES = `
Exit codes:
  0  done, or everything was as asked for already
  1  something broke      2  refused        64 it can not be read
  75 asked for, and not confirmed yet: ask again`;
