import type { Command } from 'commander';
import type { CallbackOptions, TokenOptions } from './token.ts';

/** `token` makes the tokens with which patches are sent to the server, and changes what belongs to them. */
export function addTokenCommands(program: Command, finish: (code: number) => void): void {
  const token = program
    .command('token')
    .summary('make, list, change and revoke the tokens of senders')
    .description(
      'Tokens with which patches are sent to the server. They are in its store, which DATABASE_URL or GHOST_STORE names, in the environment or in .env of the working directory, as for serve.',
    );
  token
    .command('make')
    .summary('make a token, and show it once')
    .requiredOption('--sender <name>', 'who sends with it; patches belong to this name')
    .requiredOption('--repo <owner/name...>', 'repositories that it is for')
    .option('--login <login>', 'GitHub login of the person who commands with it; it only sends where absent')
    .option(
      '--per-minute <count>',
      'patches and commands per minute; those that stop something always get through',
      '30',
    )
    .option('--per-day <count>', 'patches and commands per day, in the same way', '500')
    .option('--days <count>', 'days until it ends; without an end where absent')
    .option('--callback <url>', 'https address to which the server tells, signed, what became of its patches')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  $ ghost-runner token make --sender shop-gpt --repo acme/shop\n  $ ghost-runner token make --sender agent --repo acme/shop --callback https://agent.example.com/hooks',
    )
    .action(async (options: TokenOptions) => {
      const { makeTokenCommand } = await import('./token.ts');
      finish(await makeTokenCommand(options));
    });
  token
    .command('list')
    .summary('list all tokens, without their secrets')
    .option('--json', 'print one JSON object per token', false)
    .addHelpText('after', '\nExamples:\n  $ ghost-runner token list --json')
    .action(async (options: { readonly json: boolean }) => {
      const { listTokensCommand } = await import('./token.ts');
      finish(await listTokensCommand(options));
    });
  token
    .command('callback')
    .summary('tell its sender again, at another address, or with another secret')
    .description(
      'Has the sender of a token told from now on, whatever its receiver answered before. What was given up stays so.',
    )
    .argument('<id>', 'as list shows it')
    .option('--url <url>', 'https address, for a token without one or instead of the one that it has')
    .option('--new-secret', 'sign with another secret from now on, and show it once', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  $ ghost-runner token callback tk_1f3a9c02\n  $ ghost-runner token callback tk_1f3a9c02 --url https://agent.example.com/hooks --new-secret',
    )
    .action(async (id: string, options: CallbackOptions) => {
      const { changeCallbackCommand } = await import('./token.ts');
      finish(await changeCallbackCommand(id, options));
    });
  token
    .command('revoke')
    .summary('end a token')
    .argument('<id>', 'as list shows it')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  $ ghost-runner token revoke tk_1f3a9c02')
    .action(async (id: string, options: { readonly json: boolean }) => {
      const { revokeTokenCommand } = await import('./token.ts');
      finish(await revokeTokenCommand(id, options));
    });
}
