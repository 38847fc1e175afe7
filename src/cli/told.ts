import type { PatchRecord } from '../record/record.ts';
import { remarksIn } from '../record/remarks.ts';
import { nameCommands } from '../report/generated.ts';

/** What is told of a patch beside what became of it, in sentences; what is absent or empty is nothing. */
export type Told = {
  /** What was read otherwise than it was written, or put elsewhere. */
  readonly notes?: readonly string[];
  /** What it asked for beside its changes and nobody does. */
  readonly notDone?: readonly string[];
  /** What went wrong on the way without being the end of it. */
  readonly warnings?: readonly string[];
  /** Names of commands that it asked for, where nothing runs them. */
  readonly commandsNotRun?: readonly string[];
};

/** As its record has it. */
export function toldOf(record: Pick<PatchRecord, 'plan' | 'reading' | 'warnings'>): Told {
  return whatThereIs({ ...remarksIn(record), warnings: record.warnings });
}

/** The same in a clone, where no named command is run. */
export function toldInClone(record: Pick<PatchRecord, 'plan' | 'reading' | 'warnings'>): Told {
  return { ...toldOf(record), ...whatThereIs({ commandsNotRun: record.plan?.commands }) };
}

/** What several know of one patch, each sentence once. */
export function mergeTold(...all: readonly Told[]): Told {
  const notDone = unique(all, 'notDone');
  return whatThereIs({
    notes: unique(all, 'notes').filter((note) => !notDone.includes(note)),
    notDone,
    warnings: unique(all, 'warnings'),
    commandsNotRun: unique(all, 'commandsNotRun'),
  });
}

/** All of it for people. */
export function remarksOf({
  notes = [],
  notDone = [],
  warnings = [],
  commandsNotRun = [],
}: Told): readonly string[] {
  return [...notes, ...notDone, ...warnings, ...describeNotRun(commandsNotRun)];
}

function unique(all: readonly Told[], name: keyof Told): readonly string[] {
  return [...new Set(all.flatMap((one) => one[name] ?? []))];
}

function whatThereIs(lists: { readonly [name in keyof Told]: Told[name] | undefined }): Told {
  return Object.fromEntries(
    Object.entries(lists).filter(([, list]) => list !== undefined && list.length > 0),
  );
}

/** Named commands are for the job without rights; here they would run with those of whoever applies the patch. */
function describeNotRun(commands: readonly string[]): readonly string[] {
  return commands.length === 0
    ? []
    : [
        `Not run here: ${nameCommands(commands)}. Run what you trust by hand; the Action runs them before the tests.`,
      ];
}
