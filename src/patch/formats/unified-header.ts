import { MAX_PATH_BYTES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { headerPair, plainName } from './file-name.ts';
import { type Names, nameOf, namesOf, type RawHeader } from './header-names.ts';
import { isHunkHeader } from './hunk-header.ts';
import { addRepair, type Lines, lineAt, malformedAt, numberOf } from './reading.ts';

export type FileHeader = Extract<Names, { ok: true }>['header'] & { readonly executable?: boolean };

export type FileHeaderResult =
  | { readonly ok: true; readonly header: FileHeader }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads the lines before a file's first hunk. A header names its file up to three times; all names must
 * agree, because a path that is declared in one place and used from another gets past every check.
 */
export function readFileHeader(reader: Lines): FileHeaderResult {
  const line = numberOf(reader);
  const raw = readRawHeader(reader);
  const names = namesOf(raw, reader.given);
  if (!names.ok) return failed(malformedAt({ line }, names.message));
  const { path } = names.header;
  const special = specialMode(raw);
  if (special !== null || raw.binary) return failed(notText(path, special ?? 'is binary'));
  if (names.repair !== undefined) addRepair(reader.repairs, names.repair, line);
  const mode = raw.fields.get('new mode') ?? raw.fields.get('new file mode');
  if (mode === undefined) return { ok: true, header: names.header };
  if (!FILE_MODES.has(mode))
    return failed(
      malformedAt(
        { line, path },
        `The mode ${mode.slice(0, 10)} of ${path} is not one of git's. Use 100644 or 100755.`,
      ),
    );
  return { ok: true, header: { ...names.header, executable: mode === EXECUTABLE } };
}

function readRawHeader(reader: Lines): RawHeader {
  const first = lineAt(reader) ?? '';
  const isGit = first.startsWith(GIT_LINE);
  if (isGit) reader.at += 1;
  const fields = new Map<string, string>();
  let isTwofold = false;
  for (let field = fieldAt(reader); field !== null; field = fieldAt(reader)) {
    const [, name = '', value = ''] = field;
    const known = fields.get(name);
    fields.set(name, / (?:from|to)$/.test(name) ? plainName(value).slice(0, MAX_PATH_BYTES + 1) : value);
    isTwofold ||= known !== undefined && known !== fields.get(name);
    reader.at += 1;
  }
  const line = lineAt(reader) ?? '';
  const binary = /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
  const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : undefined;
  const names = readNameLines(reader, isGit);
  return { pair, fields, isTwofold, binary, ...(names === undefined ? {} : { names }) };
}

const GIT_LINE = 'diff --git ';

function fieldAt(reader: Lines): RegExpExecArray | null {
  return FIELD.exec(lineAt(reader) ?? '');
}

const FIELD =
  /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;

/** The lines `---` and `+++`. One of them is enough where a hunk follows; it counts for both. */
function readNameLines(reader: Lines, isGit: boolean): RawHeader['names'] {
  const line = lineAt(reader) ?? '';
  const next = lineAt(reader, reader.at + 1);
  if (line.startsWith('--- ') && next?.startsWith('+++ ') === true) {
    reader.at += 2;
    return [nameOf(line.slice(4)), nameOf(next.slice(4))];
  }
  if (!/^(?:---|\+\+\+) /.test(line) || !isHunkHeader(next)) return undefined;
  addRepair(
    reader.repairs,
    'a file header with only one of the lines --- and +++ was read',
    numberOf(reader),
  );
  reader.at += 1;
  const name = nameOf(line.slice(4));
  if (isGit && name === null) return undefined;
  return line.startsWith('--- ')
    ? [name, withPrefix(name, 'a/', 'b/')]
    : [withPrefix(name, 'b/', 'a/'), name];
}

function withPrefix(name: string | null, from: string, to: string): string | null {
  return name?.startsWith(from) === true ? to + name.slice(from.length) : name;
}

const EXECUTABLE = '100755';
const FILE_MODES: ReadonlySet<string> = new Set(['100644', EXECUTABLE]);

function specialMode({ fields }: RawHeader): string | null {
  const modes = ['old mode', 'new mode', 'new file mode', 'deleted file mode'].map((field) =>
    fields.get(field),
  );
  const all = [...modes, fields.get('index')?.split(' ')[1]];
  if (all.includes('120000')) return 'is a symbolic link';
  return all.includes('160000') ? 'is a submodule' : null;
}

function notText(path: string, what: string): Refusal {
  const message = `${path} ${what}, and diffs are taken of text files only. Send binary content as a write change in base64.`;
  return { code: 'not_a_text_file', message, path };
}

function failed(refusal: Refusal): FileHeaderResult {
  return { ok: false, refusal };
}
