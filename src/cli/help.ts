import { type Command, Help, type HelpConfiguration, type Option } from 'commander';

/**
 * How all commands show their help: what is off unless it is asked for needs no words for that, and a list of commands
 * has what each must be given and not what it may.
 */
export const HELP_LOOKS: HelpConfiguration = {
  optionDescription: (option: Option) =>
    option.defaultValue === false ? option.description : standard.optionDescription(option),
  subcommandTerm: (command: Command) =>
    [
      command.name(),
      ...command.registeredArguments.filter(({ required }) => required).map((one) => `<${one.name()}>`),
    ].join(' '),
};

const standard = new Help();
