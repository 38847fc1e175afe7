import { MERGE_MARKS_SEARCH } from '../../record/merge-marks.ts';
import { detectGo, detectRust } from './compiled.ts';
import type { Folder } from './folder.ts';
import { detectJavaScript } from './javascript.ts';
import { detectPython } from './python.ts';
import type { Language, SetUpStep } from './set-up.ts';

/** How a repository is tested, as far as its files say. */
export type Detection = {
  readonly languages: readonly Language[];
  readonly steps: readonly SetUpStep[];
  readonly testCommand: string;
  /** What the command comes from; `nothing`: it tests nothing, and somebody has to write one. */
  readonly from: 'language' | 'file' | 'nothing';
};

/** A file at the root that says how all of it is tested counts less than what a language's own tools say. */
export function detect(folder: Folder): Detection {
  const languages = [detectJavaScript, detectPython, detectGo, detectRust].flatMap(
    (find) => find(folder) ?? [],
  );
  const steps = languages.flatMap((language) => language.steps);
  const commands = languages.flatMap(({ testCommand }) => testCommand ?? []);
  if (commands.length > 0) {
    return { languages, steps, testCommand: commands.join(' && '), from: 'language' };
  }
  const command = findCommand(folder);
  return command === null
    ? { languages, steps, testCommand: MERGE_MARKS_SEARCH, from: 'nothing' }
    : { languages, steps, testCommand: command, from: 'file' };
}

function findCommand(folder: Folder): string | null {
  const script = ['script/test', 'scripts/test', 'bin/test', 'test.sh', 'scripts/test.sh'].find(
    (path) => folder.read(path) !== null,
  );
  if (
    folder
      .read('Makefile')
      ?.split('\n')
      .some((line) => line.startsWith('test:'))
  ) {
    return 'make test';
  }
  return script === undefined ? null : `bash ${script}`;
}
