import { Command, Option } from 'commander';
import { readVersion } from '../app/version.ts';
import { apiUrlOption, serverUrlOption } from './address-options.ts';
import type { ApplyOptions } from './apply.ts';
import { addCompletionCommand } from './completion.ts';
import { addControlCommands } from './control-commands.ts';
import type { DemoOptions } from './demo/demo.ts';
import { USAGE_EXIT_CODE } from './exit-codes.ts';
import type { ExplainOptions } from './explain.ts';
import { refuseGivenTwice } from './given-twice.ts';
import { HELP_LOOKS } from './help.ts';
import { addWatchCommand } from './inbox/command.ts';
import { addListCommand } from './list/list-command.ts';
import type { McpOptions } from './mcp.ts';
import type { SendOptions } from './send.ts';
import { addSetUpCommands } from './set-up-commands.ts';
import { addTokenCommands } from './token-commands.ts';

/** The command line: options in, one command's module loaded, its exit code out. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = createProgram(finish);
  addCompletionCommand(program);
  await program.parseAsync([...argv], { from: 'user' });
  return exitCode;
}

const EXIT_CODES = `
Exit codes:
  0  opened, updated, merged, duplicate; for send: GitHub took it; for apply:
     applied, and passed where tested
  1  something broke      2  refused        3  nothing to change   4  conflict
  5  tests failed         6  timed out      7  halted              8  canceled
  9  held                 10 closed         11 reverted            12 superseded
  64 the command line is not right
Commands that steer it say their own: add --help. docs/cli.md has all of them.

Examples:
  $ ghost-runner demo
  $ ghost-runner init && ghost-runner doctor
  $ eval "$(ghost-runner completion bash)"   # or zsh, fish, powershell`;

/** All commands; `finish` is told the exit code of the one that ran. */
export function createProgram(finish: (code: number) => void): Command {
  const program = new Command('ghost-runner')
    .description("A language model's patch goes in; a tested pull request comes out.")
    .version(readVersion(), '-V, --version', 'show the version')
    .configureHelp(HELP_LOOKS)
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  program.commandsGroup('Begin:');
  addDemo(program, finish);
  addSetUpCommands(program, finish);
  program.commandsGroup('Patches:');
  addApply(program, finish);
  addSend(program, finish);
  addWatchCommand(program, finish);
  addListCommand(program, finish);
  addExplain(program, finish);
  program.commandsGroup('Step in, as comments and Slack do:');
  addControlCommands(program, finish);
  program.commandsGroup('Servers and models:');
  addServe(program, finish);
  addMcp(program, finish);
  addTokenCommands(program, finish);
  program.commandsGroup('More:').helpCommand('help [command]', 'show the help of a command');
  refuseGivenTwice(program);
  return program;
}

function addApply(program: Command, finish: (code: number) => void): void {
  program
    .command('apply')
    .summary('apply a patch to a local clone: branch, commit and record')
    .description(
      'Applies a patch to a local clone as the Action would: a branch ghost/<id> with one commit, and its record. The working tree is not touched.',
    )
    .argument('[patch]', 'file with the patch, as JSON or as a diff; - for standard input')
    .option('--repo <directory>', 'the local clone', '.')
    .option(
      '--test',
      "then run the repository's test command on the new commit, in a temporary worktree",
      false,
    )
    .option('--dry-run', 'only say what would happen', false)
    .option('--json', 'print one JSON object', false)
    .addOption(
      new Option(
        '--jsonl',
        'read cases {"id", "files", "patch"} from standard input, one per line, with "path" and "was" as the library takes them, and write one result per line; no git',
      )
        .default(false)
        .conflicts(['repo', 'test', 'dryRun']),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ ghost-runner apply fix.json\n  $ ghost-runner apply fix.json --repo ../shop --test\n  $ ghost-runner apply --jsonl < cases.jsonl',
    )
    .action(
      async (patch: string | undefined, options: ApplyOptions & { jsonl: boolean }, command: Command) => {
        if (options.jsonl) {
          if (patch !== undefined) {
            command.error('error: --jsonl reads its cases from standard input; leave the file out');
          }
          const { applyJsonLines } = await import('./apply-jsonl.ts');
          return finish(await applyJsonLines());
        }
        if (patch === undefined) {
          command.error('error: name the file with the patch, or - for standard input', {
            exitCode: USAGE_EXIT_CODE,
          });
        }
        const { applyCommand } = await import('./apply.ts');
        return finish(await applyCommand(patch, options));
      },
    );
}

function addSend(program: Command, finish: (code: number) => void): void {
  program
    .command('send')
    .summary('send a patch to a repository on GitHub')
    .description(
      'Sends a patch as a repository_dispatch: inline where it fits, else by reference through refs/ghost/inbox.',
    )
    .argument('<patch>', 'file with the patch, as JSON or as a diff; - for standard input')
    .requiredOption('--repo <owner/name>', 'the target repository')
    .addOption(new Option('--token <token>', 'token with contents: write').env('GITHUB_TOKEN'))
    .addOption(apiUrlOption())
    .option('--wait [seconds]', 'wait until its outcome is recorded (600 seconds unless told)')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  $ GITHUB_TOKEN=… ghost-runner send fix.json --repo acme/shop --wait',
    )
    .action(async (patch: string, options: SendOptions) => {
      const { sendCommand } = await import('./send.ts');
      finish(await sendCommand(patch, options));
    });
}

function addExplain(program: Command, finish: (code: number) => void): void {
  program
    .command('explain')
    .summary('say whether patches may change a path, and by which rule')
    .description(
      'Says what becomes of a patch that changes a path, which rule decides that, and where it stands in the config.',
    )
    .argument('<path>', "from the repository's root, such as src/index.ts")
    .option('--config <file>', 'the config', '.github/ghost-runner.yml')
    .option('--organisation <file>', "the organisation's config, where there is one")
    .addOption(
      new Option(
        '--repo <owner/name>',
        "take the configs on GitHub: the repository's, and its owner's where the token may see it",
      ).conflicts(['config', 'organisation']),
    )
    .addOption(new Option('--token <token>', 'with --repo: token with contents: read').env('GITHUB_TOKEN'))
    .addOption(apiUrlOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Examples:
  $ ghost-runner explain package-lock.json
  $ ghost-runner explain a.ts --organisation ../.github/.github/ghost-runner.yml
  $ GITHUB_TOKEN=… ghost-runner explain package-lock.json --repo acme/shop

Exit codes:
  0  explained
  1  the repository could not be read, or something broke
  2  no path of a repository, or a config that is not there or can not be used`,
    )
    .action(async (path: string, options: ExplainOptions) => {
      const { explainCommand } = await import('./explain.ts');
      finish(await explainCommand(path, options));
    });
}

function addServe(program: Command, finish: (code: number) => void): void {
  program
    .command('serve')
    .summary('run the server that takes patches over HTTP')
    .description(
      'Runs the GitHub App: POST /api/patches tries a patch at once and sends it on if it fits. docs/deploy.md lists the environment variables, which .env of the working directory may hold too.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ PUBLIC_URL=https://ghost.example.com ghost-runner serve\n\nExit codes:\n  0   told to end, and everything that had begun was finished\n  69  the port or the store can not be had\n  78  an environment variable is missing or wrong',
    )
    .action(async () => {
      const { serveCommand } = await import('./serve.ts');
      finish(await serveCommand());
    });
}

function addMcp(program: Command, finish: (code: number) => void): void {
  program
    .command('mcp')
    .summary('offer it to a model as tools, over standard input and output')
    .description(
      'Speaks the Model Context Protocol over standard input and output, for clients that start programs: submit_patch, preview_patch, patch_status, list_patches, pause. No server is needed; gpt/mcp has configurations.',
    )
    .requiredOption('--repo <owner/name>', 'the target repository')
    .addOption(
      new Option('--token <token>', 'token of a person, with contents: write and pull requests: read').env(
        'GITHUB_TOKEN',
      ),
    )
    .addOption(apiUrlOption())
    .addOption(serverUrlOption())
    .addHelpText(
      'after',
      '\nExamples:\n  $ GITHUB_TOKEN=… ghost-runner mcp --repo acme/shop\n\nExit codes:\n  0  the client left      1  the repository can not be used\n  64 the command line is not right',
    )
    .action(async (options: McpOptions) => {
      const { mcpCommand } = await import('./mcp.ts');
      finish(await mcpCommand(options));
    });
}

function addDemo(program: Command, finish: (code: number) => void): void {
  program
    .command('demo')
    .summary('see it work, with no account and no network')
    .description(
      'Starts a local GitHub and a local Slack, sends four patches to a sample repository, and shows what comes out.',
    )
    .option('--control', 'a drill instead: pause, cancel, revert and all other ways to step in', false)
    .option('--app', 'the server instead: a GPT sends patches over HTTP and is told at once what fits', false)
    .option('--json', 'print one JSON object per patch, or per step', false)
    .option('--keep', 'leave it running, and print where', false)
    .addHelpText(
      'after',
      '\nExamples:\n  $ ghost-runner demo\n  $ ghost-runner demo --control\n  $ ghost-runner demo --app --keep\n\nExit codes:\n  0  everything came out as it should      1  something did not',
    )
    .action(async ({ control, app, ...options }: DemoOptions & { control: boolean; app: boolean }) => {
      if (app) {
        const { appDemoCommand } = await import('./app-demo/app-demo.ts');
        return finish(await appDemoCommand(options));
      }
      if (control) {
        const { drillCommand } = await import('./drill/drill.ts');
        return finish(await drillCommand(options));
      }
      const { demoCommand } = await import('./demo/demo.ts');
      return finish(await demoCommand(options));
    });
}
