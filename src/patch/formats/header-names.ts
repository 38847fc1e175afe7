import { MAX_PATH_BYTES } from '../limits.ts';
import { hasPrefixes, headerName } from './file-name.ts';
import { fullPath, withoutSide } from './path-line.ts';

/** A file's header in a diff, as it stands. */
export type RawHeader = {
  /** Both names of the `diff --git` line; null where they can't be told apart, undefined where there is no such line. */
  readonly pair: readonly [string, string] | null | undefined;
  readonly fields: ReadonlyMap<string, string>;
  /** A field stands there twice, and says another thing. */
  readonly isTwofold: boolean;
  readonly binary: boolean;
  /** The names behind `---` and `+++`; null for /dev/null. */
  readonly names?: readonly [string | null, string | null];
};

export type Names =
  | {
      readonly ok: true;
      readonly header: { readonly path: string } & (
        | { readonly action: 'create' | 'modify' | 'delete' }
        | { readonly action: 'rename' | 'copy'; readonly from: string }
      );
      readonly repair?: string;
    }
  | { readonly ok: false; readonly message: string };

/** The name behind `--- ` or `+++ `; null for /dev/null. */
export function nameOf(text: string): string | null {
  const name = (headerName(text) ?? text).slice(0, MAX_NAME_CHARACTERS);
  return name === '/dev/null' ? null : name;
}

/** A path with its prefix; what is cut is refused for its length later. */
const MAX_NAME_CHARACTERS = MAX_PATH_BYTES + 16;

/** What the header asks for, and of which file. `given` is a path that the header may leave folders of. */
export function namesOf(raw: RawHeader, given: string | undefined): Names {
  const names = namesIn(raw, given);
  return names.ok && saysTwoKinds(raw, names.header.action) ? contradiction(names.header.path) : names;
}

function namesIn(raw: RawHeader, given: string | undefined): Names {
  for (const action of ['rename', 'copy'] as const) {
    const from = raw.fields.get(`${action} from`);
    const path = raw.fields.get(`${action} to`);
    if (from !== undefined && path !== undefined) return movedNames(raw, { action, from, path });
    if (from !== undefined || path !== undefined)
      return {
        ok: false,
        message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`,
      };
  }
  const names = raw.names === undefined ? gitLineNames(raw) : fileLineNames(raw, raw.names);
  if (!names.ok) return names;
  const { path } = names.header;
  const full = fullPath(path, given);
  const completed = full.length > path.length ? `the name ${path} was read as ${full}` : undefined;
  const repair = [names.repair, completed].filter((one) => one !== undefined).join(', and ') || undefined;
  return { ...names, header: { ...names.header, path: full }, ...(repair === undefined ? {} : { repair }) };
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

/** A file without name lines: only its mode changes, or it is empty, or they were left out. */
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
  if (old === null && now === null)
    return { ok: false, message: 'The lines --- and +++ name no file. Name it in at least one of them.' };
  const bare = bareNames({ old, now, pair });
  if (bare.from !== null && bare.to !== null && bare.from !== bare.to)
    return differentNames(bare.from, bare.to);
  const path = bare.to ?? bare.from ?? '';
  const told =
    pair === null || pair === undefined ? [] : hasPrefixes(...pair) ? pair.map(withoutPrefix) : pair;
  if (told.some((name) => name !== path)) return contradiction(path);
  const action = bare.from === null ? 'create' : bare.to === null ? 'delete' : 'modify';
  const declared = actionOf(fields) ?? action;
  if (declared !== action && action !== 'modify') return contradiction(path);
  const repair =
    declared === action
      ? bare.repair
      : `the header of ${path} names the file on both sides, and was read by its mode line`;
  return { ok: true, header: { action: declared, path }, ...(repair === undefined ? {} : { repair }) };
}

type Bare = { from: string | null; to: string | null; repair?: string };

/** Both names without their prefixes. */
function bareNames({
  old,
  now,
  pair,
}: {
  old: string | null;
  now: string | null;
  pair: RawHeader['pair'];
}): Bare {
  if (old === null || now === null) {
    const prefixed = isPrefixedAlone({ old, now, pair });
    return { from: prefixed ? withoutPrefix(old) : old, to: prefixed ? withoutPrefix(now) : now };
  }
  if (hasPrefixes(old, now)) return { from: withoutPrefix(old), to: withoutPrefix(now) };
  if (old === now) return { from: old, to: now };
  const [from, to] = [withoutSide(old), withoutSide(now)];
  if (from === to) return { from, to, repair: `the names ${old} and ${now} were read as ${to}` };
  // One of the two lost its prefix.
  if (from === now) return { from, to: now, repair: `the names ${old} and ${now} were read as ${now}` };
  return old === to
    ? { from: old, to, repair: `the names ${old} and ${now} were read as ${old}` }
    : { from: old, to: now };
}

function withoutPrefix<Name extends string | null>(name: Name): Name | string {
  return name === null ? name : name.slice(2);
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

/** A file comes, goes, or moves. */
function saysTwoKinds({ fields, isTwofold }: RawHeader, action: string): boolean {
  const declared = ['new file mode', 'deleted file mode', 'rename to', 'copy to'].filter((one) =>
    fields.has(one),
  );
  const own = action === 'rename' || action === 'copy' ? [`${action} to`] : declared.slice(0, 1);
  return isTwofold || declared.some((one) => !own.includes(one));
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
