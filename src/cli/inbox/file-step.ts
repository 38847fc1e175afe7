import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import { nameProblem } from './names.ts';

/** What one look at the folder says of a file. */
export type FileFacts = {
  readonly name: string;
  /** Of the name itself: what a symbolic link leads to is never looked at. */
  readonly kind: 'file' | 'link' | 'folder' | 'special';
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970, by the file system's clock: patches are taken in this order. */
  readonly changedAt: bigint;
  /** Another one after each change: inode, size and time of change. */
  readonly stamp: string;
};

/** What earlier looks have said of it. */
export type Seen = {
  readonly stamp: string;
  /** When this stamp was first seen, in milliseconds of one clock. */
  readonly since: number;
  /** It can be read as a patch; absent where nobody has tried. */
  readonly whole?: boolean;
};

export type FileStep =
  /** It stays where it is, and is never opened. */
  | { readonly do: 'skip'; readonly why: string }
  /** Somebody may still be writing it. */
  | { readonly do: 'wait'; readonly seen: Seen }
  /** It rests: see whether it is whole. */
  | { readonly do: 'peek'; readonly seen: Seen }
  | { readonly do: 'take'; readonly seen: Seen };

export type Patience = {
  /** Milliseconds for which a file must stay as it is. */
  readonly settle: number;
  /** Milliseconds for which one that can't be read as a patch may still become whole. */
  readonly whole: number;
};

/**
 * What to do with a file of the folder.
 *
 * Nothing is taken that changed since the last look, nor before it rested for a while. What can't be read as a patch
 * is given longer, because it may be half of one whose writer is slow; then it is taken, to be refused.
 */
export function decideFile(
  facts: FileFacts,
  seen: Seen | undefined,
  { now, patience }: { readonly now: number; readonly patience: Patience },
): FileStep {
  const why = facts.kind === 'file' ? nameProblem(facts.name) : KINDS[facts.kind];
  if (why !== null) {
    return { do: 'skip', why };
  }
  if (seen === undefined || seen.stamp !== facts.stamp) {
    return { do: 'wait', seen: { stamp: facts.stamp, since: now } };
  }
  const rested = now - seen.since;
  if (rested < patience.settle) {
    return { do: 'wait', seen };
  }
  if (facts.size > MAX_PATCH_TEXT_BYTES || seen.whole === true || rested >= patience.whole) {
    return { do: 'take', seen };
  }
  return { do: seen.whole === undefined ? 'peek' : 'wait', seen };
}

const KINDS: { readonly [kind in Exclude<FileFacts['kind'], 'file'>]: string } = {
  link: 'it is a symbolic link, which is never followed; put the file itself there',
  folder: 'it is a folder; put the files of it here',
  special: 'it is no regular file; take it away',
};
