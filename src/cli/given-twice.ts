import type { Command, Option } from 'commander';

/**
 * Has each command refuse an option with two values, such as `--repo acme/shop --repo acme/web`, of which the last one
 * would count and the other be dropped. Options that take a list are left as they are.
 */
export function refuseGivenTwice(program: Command): void {
  for (const command of program.commands) {
    refuseGivenTwice(command);
    for (const option of command.options) if (takesOne(option)) watchOption(command, option);
  }
}

function takesOne({ required, optional, variadic }: Option): boolean {
  return (required || optional) && !variadic;
}

function watchOption(command: Command, option: Option): void {
  let first: string | null | undefined;
  command.on(`option:${option.name()}`, (value: string | null) => {
    if (first !== undefined && first !== value) {
      const name = option.long ?? option.flags;
      command.error(
        `error: '${name}' was given two values, of which one would be dropped; write a command for each`,
      );
    }
    first = value;
  });
}
