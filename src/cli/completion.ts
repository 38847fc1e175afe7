import addCompletion from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** `completion <shell>` prints what a shell needs, which then asks the hidden `complete`. Call it after all others. */
export function addCompletionCommand(program: Command): void {
  addCompletion(program, { completionCommandName: 'completion' });
  program.commands
    .find((command) => command.name() === 'completion')
    ?.description('Prints the completion script of a shell.')
    .summary('complete commands and options in your shell')
    .addHelpText('after', '\nExamples:\n  $ eval "$(ghost-runner completion bash)"');
}
