import { type Command, Option } from 'commander';
import { apiUrlOption } from '../address-options.ts';
import { USAGE_EXIT_CODE } from '../exit-codes.ts';
import type { WatchOptions } from './watch.ts';

/** `watch` works on the patches that are dropped into a folder. */
export function addWatchCommand(program: Command, finish: (code: number) => void): void {
  program
    .command('watch')
    .summary('work on the patch files that are dropped into a folder')
    .description(
      'Takes every *.json, *.patch and *.diff in a folder that rests, sends or applies it once, and waits until its end is seen: then it lies in .completed/ or .failed/, with <name>.result.json beside it. What it works on lies in .working/.',
    )
    .argument('<folder>', 'where patches are dropped')
    .addOption(new Option('--server <url>', "send them to the App's server").conflicts(['dispatch', 'apply']))
    .addOption(
      new Option('--dispatch', 'send them to GitHub, as repository_dispatch')
        .default(false)
        .conflicts(['server', 'apply']),
    )
    .addOption(
      new Option('--apply', 'apply them to a local clone, as the command apply does')
        .default(false)
        .conflicts(['server', 'dispatch']),
    )
    .option(
      '--repo <repository>',
      'owner/name; with --apply the local clone, the working directory where absent',
    )
    .option(
      '--token <token>',
      "the server's (GHOST_RUNNER_TOKEN where absent), or GitHub's with contents: write (GITHUB_TOKEN)",
    )
    .addOption(apiUrlOption())
    .option('--settle <seconds>', 'how long a file must stay as it is before it is taken', '2')
    .option('--once', 'end when everything that is there has come to its end', false)
    .option('--json', 'print each result as one JSON object', false)
    .addHelpText(
      'after',
      `
Examples:
  $ GHOST_RUNNER_TOKEN=… ghost-runner watch inbox --server https://ghost.example.com
  $ GITHUB_TOKEN=… ghost-runner watch inbox --dispatch --repo acme/shop
  $ ghost-runner watch inbox --apply --repo ../shop --once

Exit codes:
  0   told to end; with --once everything is in .completed/
  1   something broke, or the token is not taken; files stay where they are
  2   with --once: something is in .failed/
  64  the command line is not right
  69  the folder is watched already, or can not be read and written
  75  with --once: something waits for a pause or an outage to end`,
    )
    .action(async (folder: string, options: WatchOptions, command: Command) => {
      if (options.server === undefined && !options.dispatch && !options.apply) {
        command.error('error: say where patches go, with --server <url>, --dispatch or --apply', {
          exitCode: USAGE_EXIT_CODE,
        });
      }
      const { watchCommand } = await import('./watch.ts');
      finish(await watchCommand(folder, options));
    });
}
