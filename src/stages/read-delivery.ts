import { touchedPaths } from '../apply/touched-paths.ts';
import { type ReadPatchResult, readPatch } from '../patch/read.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { PatchSource } from '../patch/source.ts';
import { type Opened, type Received, rawText } from './received.ts';

/** Reads the patch of a delivery. */
export function readOpened({ source, id: envelopeId, sentTo, refusals }: Opened): Received {
  const read = readPatch(source, envelopeId, sentTo ?? null);
  return refusals === undefined ? understand(source, read) : refuse(source, { read, refusals });
}

export type UnderPrefixes = { readonly received: Received; readonly pathPrefixes: readonly string[] };

/** The delivery with its files under other folders too, which a repository knows them by. null: none lies in one of these. */
export function readUnderPrefixes({ received, pathPrefixes }: UnderPrefixes): Received | null {
  const { patch } = received;
  if (patch === undefined || pathPrefixes.length === 0) return null;
  const touched = touchedPaths(patch, { pathPrefixes });
  if (!touched.ok || (received.ok && received.paths.join('\n') === touched.paths.join('\n'))) return null;
  const { id, digest, title, text, repairs, notDone, dryRun, retry, again, behind, sentFor, fetched } =
    received;
  return {
    ...(retry === undefined ? {} : { retry }),
    ...(again === undefined ? {} : { again }),
    ...(behind === undefined ? {} : { behind }),
    ...(sentFor === undefined ? {} : { sentFor }),
    ...(fetched === undefined ? {} : { fetched }),
    ok: true,
    id,
    digest,
    title,
    text,
    notDone,
    dryRun,
    patch,
    paths: touched.paths,
    newPaths: touched.newPaths,
    repairs: [...repairs, `${PREFIXES_TAKEN_OFF}: ${pathPrefixes.join(', ')}`],
  };
}

/** Of what is told of a patch, the sentence about what its repository has configured. */
export function isPrefixNote(note: string): boolean {
  return note.startsWith(`${PREFIXES_TAKEN_OFF}: `);
}

const PREFIXES_TAKEN_OFF = 'Paths were taken without the folders that path-prefixes names';

function understand(source: PatchSource, read: ReadPatchResult): Received {
  if (!read.ok) {
    return {
      ok: false,
      id: read.id,
      digest: read.digest,
      title: read.title,
      text: rawText(source),
      repairs: [],
      notDone: [],
      dryRun: read.dryRun,
      refusals: read.refusals,
    };
  }
  const { id, digest, title, canonical, patch, repairs, notDone } = read;
  const known = { id, digest, title, text: canonical, repairs, notDone, dryRun: patch.dryRun };
  const touched = touchedPaths(patch);
  return touched.ok
    ? { ...known, ok: true, patch, paths: touched.paths, newPaths: touched.newPaths }
    : { ...known, ok: false, patch, refusals: touched.refusals };
}

function refuse(
  source: PatchSource,
  { read, refusals }: { readonly read: ReadPatchResult; readonly refusals: readonly Refusal[] },
): Received {
  return {
    ok: false,
    id: read.id,
    digest: read.digest,
    title: read.title,
    text: rawText(source),
    repairs: [],
    notDone: [],
    dryRun: false,
    refusals,
  };
}
