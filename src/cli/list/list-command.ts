import { type Command, Option } from 'commander';
import { apiUrlOption } from '../address-options.ts';
import { USAGE_EXIT_CODE } from '../exit-codes.ts';
import type { ListOptions } from './list.ts';

/** `list` shows the patches of one repository, of several, or of all that the token is for. */
export function addListCommand(program: Command, finish: (code: number) => void): void {
  program
    .command('list')
    .summary('list patches of one repository, or of all that the token is for')
    .description(
      'Reads the records on GitHub and says where each patch stands, newest first. A repository that can not be read hides no other: it is named, and the exit code is 1.',
    )
    .option('--repo <owner/name...>', 'these repositories')
    .option('--all', "all in which the token's person has a role, or in which its App is installed", false)
    .option(
      '--app',
      'with --all: as the App of the server, in all organisations; APP_ID and PRIVATE_KEY say which one',
      false,
    )
    .addOption(new Option('--token <token>', 'token with contents: read').env('GITHUB_TOKEN'))
    .addOption(apiUrlOption())
    .option('--limit <count>', 'newest patches of each repository; 20 where absent, or all with --json')
    .option('--json', 'print one JSON object per patch', false)
    .addHelpText(
      'after',
      `
Examples:
  $ GITHUB_TOKEN=… ghost-runner list --repo acme/shop
  $ GITHUB_TOKEN=… ghost-runner list --all --json
  $ APP_ID=… PRIVATE_KEY_PATH=app.pem ghost-runner list --all --app

Exit codes:
  0  everything is listed
  1  a repository could not be read, or something broke`,
    )
    .action(async (options: ListOptions, command: Command) => {
      if ((options.repo === undefined) !== options.all) {
        command.error('error: say which repositories, with --repo or with --all', {
          exitCode: USAGE_EXIT_CODE,
        });
      }
      if (options.app && !options.all) {
        command.error('error: --app goes with --all', { exitCode: USAGE_EXIT_CODE });
      }
      const { listCommand } = await import('./list.ts');
      finish(await listCommand(options));
    });
}
