import type { Folder } from './folder.ts';
import {
  type Claim,
  COMPLETED,
  FAILED,
  formatClaim,
  isResultName,
  parseClaim,
  RESULT_SUFFIX,
  restingNames,
  WORKING,
} from './names.ts';
import { isCompleted, type Report } from './report.ts';
import { type FileKnown, formatResult, type Result, resultIn, resultOf } from './result.ts';

/** What was read of a file. */
export type FileRead = { readonly text: string; readonly sha256: string };

export type Settling = {
  readonly claim: Claim;
  readonly report: Report;
  readonly known: Omit<FileKnown, 'movedTo'>;
  /** What was sent; null: nothing of it was read. */
  readonly read: FileRead | null;
};

/** `again`: the file was changed after it was read; what it holds now is another patch, and still to be worked on. */
export type Settled = { readonly result: Result; readonly again: boolean };

/**
 * Moves a patch to where its report says that it belongs, with its result beside it.
 *
 * The result is written first, names the place, and comes there last: whoever dies in between leaves a patch that is
 * worked on again, or one whose result `finishMoves` puts beside it.
 */
export async function settle(folder: Folder, { claim, report, known, read }: Settling): Promise<Settled> {
  const working = `${WORKING}/${formatClaim(claim)}`;
  const target = await freePlace(folder, {
    under: isCompleted(report) ? COMPLETED : FAILED,
    name: claim.name,
    at: known.at,
  });
  const result = resultOf(report, { ...known, movedTo: target });
  await folder.write(`${working}${RESULT_SUFFIX}`, formatResult(result));
  const again = read !== null && (await isChanged(folder, working, read));
  if (again) {
    await folder.write(target, read.text);
  } else {
    await folder.move(working, target);
  }
  await folder.move(`${working}${RESULT_SUFFIX}`, `${target}${RESULT_SUFFIX}`);
  if (result.completed) {
    await forgetFailure(folder, result);
  }
  return { result, again };
}

/** The patch was put back and has come to a good end; what is said of an earlier one stays only beside a patch. */
async function forgetFailure(folder: Folder, { file, id }: Result): Promise<void> {
  const place = `${FAILED}/${file}`;
  const content = await folder.read(`${place}${RESULT_SUFFIX}`);
  const earlier = content.kind === 'text' ? resultIn(content.text) : null;
  const same = earlier?.place === place && earlier.id === id;
  if (same && !(await folder.has(place))) {
    await folder.remove(`${place}${RESULT_SUFFIX}`);
  }
}

/** Puts results beside their patches for a process that died before it did. */
export async function finishMoves(folder: Folder): Promise<void> {
  for (const name of await folder.working()) {
    const path = `${WORKING}/${name}`;
    // What is worked on may be called `patch.result.json`.
    if (isResultName(name) && parseClaim(name) === null) {
      const content = await folder.read(path);
      const place = content.kind === 'text' ? (resultIn(content.text)?.place ?? null) : null;
      if (place !== null && (await folder.has(place)) && !(await folder.has(`${place}${RESULT_SUFFIX}`))) {
        await folder.move(path, `${place}${RESULT_SUFFIX}`);
      } else {
        await folder.remove(path);
      }
    }
    if (name.startsWith('draft-')) {
      await folder.remove(path);
    }
  }
}

async function freePlace(
  folder: Folder,
  { under, name, at }: { readonly under: string; readonly name: string; readonly at: string },
): Promise<string> {
  for (const candidate of restingNames(name, at)) {
    const place = `${under}/${candidate}`;
    if (!(await folder.has(place)) && !(await folder.has(`${place}${RESULT_SUFFIX}`))) {
      return place;
    }
  }
  throw new Error(`${under} has no name left for ${name}; clear it out and start again`);
}

async function isChanged(folder: Folder, path: string, { sha256 }: FileRead): Promise<boolean> {
  const now = await folder.read(path);
  return now.kind === 'text' ? now.sha256 !== sha256 : now.kind === 'unreadable';
}
