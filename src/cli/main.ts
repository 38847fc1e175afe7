import { Command, Option } from 'commander';
import type { ApplyOptions } from './apply.ts';
import type { DemoOptions } from './demo/demo.ts';
import type { SendOptions } from './send.ts';

/** The command line: options in, one command's module loaded, its exit code out. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  await createProgram(finish).parseAsync([...argv], { from: 'user' });
  return exitCode;
}

const EXIT_CODES = `
Exit codes:
  0  opened, updated, duplicate; for send: GitHub took it; for apply: applied, and passed where tested
  1  something broke      2  refused        3  nothing to change   4  conflict
  5  tests failed         6  timed out      7  halted              8  canceled
  64 the command line is not right`;

function createProgram(finish: (code: number) => void): Command {
  const program = new Command('ghost-runner')
    .description("A language model's patch goes in; a tested pull request comes out.")
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  addApply(program, finish);
  addSend(program, finish);
  addDemo(program, finish);
  return program;
}

function addApply(program: Command, finish: (code: number) => void): void {
  program
    .command('apply')
    .summary('apply a patch to a local clone: branch, commit and record')
    .description(
      'Applies a patch to a local clone as the Action would: a branch ghost/<id> with one commit, and its record. The working tree is not touched.',
    )
    .argument('[patch]', 'file with the patch as JSON (wire format v1), or - for standard input')
    .option('--repo <directory>', 'the local clone', '.')
    .option(
      '--test',
      "then run the repository's test command on the new commit, in a temporary worktree",
      false,
    )
    .option('--dry-run', 'only say what would happen', false)
    .option('--json', 'print one JSON object', false)
    .option(
      '--jsonl',
      'read cases {"id", "files", "patch"} from standard input, one per line, and write one result per line; no git',
      false,
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ ghost-runner apply fix.json\n  $ ghost-runner apply fix.json --repo ../shop --test\n  $ ghost-runner apply --jsonl < cases.jsonl',
    )
    .action(
      async (patch: string | undefined, options: ApplyOptions & { jsonl: boolean }, command: Command) => {
        if (options.jsonl) {
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
    .argument('<patch>', 'file with the patch as JSON (wire format v1), or - for standard input')
    .requiredOption('--repo <owner/name>', 'the target repository')
    .addOption(new Option('--token <token>', 'token with contents: write').env('GITHUB_TOKEN'))
    .addOption(
      new Option('--api-url <url>', "GitHub's API").env('GITHUB_API_URL').default('https://api.github.com'),
    )
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

function addDemo(program: Command, finish: (code: number) => void): void {
  program
    .command('demo')
    .summary('see it work, with no account and no network')
    .description(
      'Starts a local GitHub and a local Slack, sends four patches to a sample repository, and shows what comes out.',
    )
    .option('--json', 'print one JSON object per patch', false)
    .option('--keep', 'leave it running, and print where', false)
    .action(async (options: DemoOptions) => {
      const { demoCommand } = await import('./demo/demo.ts');
      finish(await demoCommand(options));
    });
}

/** As in BSD's sysexits: the command was used incorrectly. */
export const USAGE_EXIT_CODE = 64;
