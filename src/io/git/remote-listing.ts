import type { Oid } from '../../stages/ports.ts';
import type { Git } from './command.ts';

export type RemoteListing = {
  /** Oids by full ref name, `HEAD` among them where it was asked for. */
  readonly positions: ReadonlyMap<string, Oid>;
  /** The full name of the branch that HEAD is on. */
  readonly head: string | undefined;
};

/** What `origin` advertises of these refs, or of all where none are named. A pattern may end in `*`. */
export async function listRemote(git: Git, patterns: readonly string[]): Promise<RemoteListing> {
  const listed = await git.text(['ls-remote', '--quiet', '--symref', 'origin', ...patterns]);
  const rows = listed
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const head = rows
    .find(([value, name]) => value?.startsWith(SYMBOLIC) && name === 'HEAD')?.[0]
    ?.slice(SYMBOLIC.length);
  const positions = rows.flatMap(([oid = '', name = '']) =>
    FULL_OID.test(oid) ? [[name, oid] as const] : [],
  );
  return { positions: new Map(positions), head };
}

const SYMBOLIC = 'ref: ';
const FULL_OID = /^[0-9a-f]{40}$/;
