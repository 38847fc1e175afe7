import { type Command, Option } from 'commander';
import { apiUrlOption, slackApiUrlOption } from './address-options.ts';
import type { DoctorOptions } from './doctor/doctor.ts';
import type { InitOptions } from './init/init.ts';

/** `init` makes a repository ready, `doctor` says what it still lacks. */
export function addSetUpCommands(program: Command, finish: (code: number) => void): void {
  addInit(program, finish);
  addDoctor(program, finish);
}

function addInit(program: Command, finish: (code: number) => void): void {
  program
    .command('init')
    .summary('make this repository ready for patches: workflows and config')
    .description(
      'Writes the four workflows and the config into the clone around the working directory, with the set-up steps and the test command of JavaScript, Python, Go, Rust or whatever it finds. What is there already stays as it is, and the difference is shown.',
    )
    .option('--test-command <command>', 'how a patched commit is tested, where that is not found out')
    .option(
      '--action <owner/name@ref>',
      'the Action that the workflows call; a commit or a tag of a release',
      'ghost-runner/ghost-runner@v1',
    )
    .option('--dry-run', 'only show what would be written', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Examples:
  $ ghost-runner init --dry-run
  $ ghost-runner init --test-command 'make check'

Exit codes:
  0  everything is there
  1  this is no repository, or a file could not be written`,
    )
    .action(async (options: InitOptions) => {
      const { initCommand } = await import('./init/init.ts');
      finish(await initCommand(options));
    });
}

function addDoctor(program: Command, finish: (code: number) => void): void {
  program
    .command('doctor')
    .summary('say what a repository still lacks, in order, each with the fix')
    .description(
      'Looks at the default branch, the settings, the secrets by name, Slack and the server, as far as the token may, and says what is missing. It changes nothing. With APP_ID and PRIVATE_KEY in the environment, as serve has them, it looks at the App too.',
    )
    .option('--repo <owner/name>', 'the target repository; the remote origin of this clone where absent')
    .addOption(
      new Option(
        '--token <token>',
        'token that reads contents; with administration, secrets and variables it sees more',
      ).env('GITHUB_TOKEN'),
    )
    .addOption(apiUrlOption())
    .addOption(new Option('--slack-token <token>', 'the bot token, to see its scopes').env('SLACK_BOT_TOKEN'))
    .addOption(slackApiUrlOption())
    .addOption(new Option('--server <url>', "the App's server, where you run one").env('PUBLIC_URL'))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Examples:
  $ GITHUB_TOKEN=… ghost-runner doctor
  $ GITHUB_TOKEN=… ghost-runner doctor --repo acme/shop --server https://ghost.example.com

Exit codes:
  0  patches can come      1  something broke      2  something is missing`,
    )
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('./doctor/doctor.ts');
      finish(await doctorCommand(options));
    });
}
