import type { Refusal } from '../refusal.ts';
import { type DiffLines, lineAt } from './diff-lines.ts';
import { hasPrefixes, headerName, headerPair, plainName } from './file-name.ts';
import { malformedAt } from './reading.ts';

export type FileHeader = { readonly path: string; readonly executable?: boolean } & (
  | { readonly action: 'create' | 'modify' | 'delete' }
  | { readonly action: 'rename' | 'copy'; readonly from: string }
);

export type FileHeaderResult =
  | { readonly ok: true; readonly header: FileHeader }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads the lines before a file's first hunk. A header names its file up to three times; all names must
 * agree, because a path that is declared in one place and used from another gets past every check.
 */
export function readFileHeader(diff: DiffLines): FileHeaderResult {
  const start = diff.at + 1;
  const raw = readRawHeader(diff);
  const names = namesOf(raw);
  if (!names.ok) return failed(malformedAt({ line: start }, names.message));
  const { path } = names.header;
  const special = specialMode(raw);
  if (special !== null || raw.binary) return failed(notText(path, special ?? 'is binary'));
  const mode = raw.fields.get('new mode') ?? raw.fields.get('new file mode');
  if (mode === undefined) return { ok: true, header: names.header };
  if (!FILE_MODES.has(mode))
    return failed(
      malformedAt(
        { line: start, path },
        `The mode ${mode.slice(0, 10)} of ${path} is not one of git's. Use 100644 or 100755.`,
      ),
    );
  return { ok: true, header: { ...names.header, executable: mode === EXECUTABLE } };
}

type RawHeader = {
  /** Both names of the `diff --git` line; null where they can't be told apart, undefined where there is no such line. */
  readonly pair: readonly [string, string] | null | undefined;
  readonly fields: ReadonlyMap<string, string>;
  readonly binary: boolean;
  /** The names behind `---` and `+++`; null for /dev/null. */
  readonly names?: readonly [string | null, string | null];
};

function readRawHeader(diff: DiffLines): RawHeader {
  const first = lineAt(diff) ?? '';
  const isGit = first.startsWith(GIT_LINE);
  if (isGit) diff.at += 1;
  const fields = new Map<string, string>();
  for (let field = isGit ? fieldAt(diff) : null; field !== null; field = fieldAt(diff)) {
    fields.set(field[1] ?? '', field[2] ?? '');
    diff.at += 1;
  }
  const line = lineAt(diff) ?? '';
  const binary = isGit && /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
  const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : undefined;
  const next = lineAt(diff, diff.at + 1) ?? '';
  if (!line.startsWith('--- ') || !next.startsWith('+++ ')) return { pair, fields, binary };
  diff.at += 2;
  return { pair, fields, binary, names: [nameOf(line.slice(4)), nameOf(next.slice(4))] };
}

const GIT_LINE = 'diff --git ';

function fieldAt(diff: DiffLines): RegExpExecArray | null {
  return FIELD.exec(lineAt(diff) ?? '');
}

const FIELD =
  /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;

function nameOf(text: string): string | null {
  const name = headerName(text) ?? text;
  return name === '/dev/null' ? null : name;
}

type Names = { ok: true; header: FileHeader } | { ok: false; message: string };

function namesOf(raw: RawHeader): Names {
  for (const action of ['rename', 'copy'] as const) {
    const from = raw.fields.get(`${action} from`);
    const to = raw.fields.get(`${action} to`);
    if (from !== undefined && to !== undefined)
      return movedNames(raw, { action, from: plainName(from), path: plainName(to) });
    if (from !== undefined || to !== undefined)
      return {
        ok: false,
        message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`,
      };
  }
  return raw.names === undefined ? gitLineNames(raw) : fileLineNames(raw, raw.names);
}

function movedNames(
  raw: RawHeader,
  header: { action: 'rename' | 'copy'; from: string; path: string },
): Names {
  const { from, path } = header;
  const told = [raw.pair, raw.names].filter((pair) => pair !== null && pair !== undefined);
  const agree = told.every(
    ([old, now]) => [from, `a/${from}`].includes(old ?? '') && [path, `b/${path}`].includes(now ?? ''),
  );
  return agree ? { ok: true, header } : contradiction(path);
}

/** A file without hunks: only its mode changes, or it is empty. */
function gitLineNames({ pair, fields }: RawHeader): Names {
  if (pair === null || pair === undefined)
    return {
      ok: false,
      message:
        'The diff --git line does not say which file it is about. Put --- a/path and +++ b/path after it.',
    };
  const [old, path] = hasPrefixes(...pair) ? [pair[0].slice(2), pair[1].slice(2)] : pair;
  if (old !== path) return differentNames(old, path);
  return { ok: true, header: { action: actionOf(fields) ?? 'modify', path } };
}

function fileLineNames(
  { pair, fields }: RawHeader,
  [old, now]: readonly [string | null, string | null],
): Names {
  const known = old ?? now;
  if (known === null)
    return { ok: false, message: 'The lines --- and +++ name no file. Name it in at least one of them.' };
  const prefixed = old !== null && now !== null ? hasPrefixes(old, now) : isPrefixedAlone({ old, now, pair });
  const from = old === null ? null : old.slice(prefixed ? 2 : 0);
  const to = now === null ? null : now.slice(prefixed ? 2 : 0);
  if (from !== null && to !== null && from !== to) return differentNames(from, to);
  const path = to ?? from ?? known;
  const told =
    pair === null || pair === undefined
      ? []
      : hasPrefixes(...pair)
        ? [pair[0].slice(2), pair[1].slice(2)]
        : pair;
  const action = from === null ? 'create' : to === null ? 'delete' : 'modify';
  const declared = actionOf(fields) ?? action;
  if (told.some((name) => name !== path) || declared !== action) return contradiction(path);
  return { ok: true, header: { action, path } };
}

/** With /dev/null on one side, the `diff --git` line tells whether `b/` is a prefix or a folder; without it, it is a prefix. */
function isPrefixedAlone({
  old,
  now,
  pair,
}: {
  old: string | null;
  now: string | null;
  pair: RawHeader['pair'];
}): boolean {
  if (pair !== null && pair !== undefined) return hasPrefixes(...pair);
  return old?.startsWith('a/') === true || now?.startsWith('b/') === true;
}

function actionOf(fields: ReadonlyMap<string, string>): 'create' | 'delete' | undefined {
  if (fields.has('new file mode')) return 'create';
  return fields.has('deleted file mode') ? 'delete' : undefined;
}

function contradiction(path: string): Names {
  return {
    ok: false,
    message: `The header of ${path} contradicts itself: its lines name different files or different kinds of change. Send the header as git diff writes it.`,
  };
}

function differentNames(old: string, now: string): Names {
  return {
    ok: false,
    message: `The header names ${old} and ${now}. For one file, write its path after both --- a/ and +++ b/; for a rename, add rename from and rename to.`,
  };
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
