import { sectionHeader } from './apply-patch-header.ts';
import { blockMarker } from './block-markers.ts';
import { fenceOn, pathInInfo } from './fences.ts';
import { headerName, headerPair } from './file-name.ts';
import { isTitleLine } from './file-title.ts';
import { isHunkHeader } from './hunk-header.ts';
import { isTagLine, looksLikePath, pathOn, withoutSide } from './path-line.ts';

/** The line of a diff or a patch that names a file. */
export const HEADER = /^(?:---|\+\+\+|\*\*\*|diff|rename|copy) /;

/**
 * May a name in the text leave out the folders of that path? Only where all edits and files are of one file: who names
 * several names them whole, and where the path stands there too, the short name is another file.
 */
export function mayBeShort(lines: readonly string[], path: string): boolean {
  return [...editedNames(lines)].every((name) => path.endsWith(`/${name}`));
}

/** The names of files that edits in a text are of. */
export function editedNames(lines: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const at of lines.keys())
    for (const name of namesAt(lines, at)) names.add(name.startsWith('./') ? name.slice(2) : name);
  return names;
}

function namesAt(lines: readonly string[], at: number): readonly string[] {
  const line = (lines[at] ?? '').trimEnd();
  if (HEADER.test(line)) return namesInHeader(lines, at, line);
  const marker = blockMarker(line);
  const name = marker === null ? nameAbove(lines, at) : marker.rest;
  return name !== null && looksLikePath(name) ? [name] : [];
}

function namesInHeader(lines: readonly string[], at: number, line: string): readonly string[] {
  const section = sectionHeader(line);
  if (section !== null) return 'path' in section ? [section.path] : [];
  if (line.startsWith('diff ')) return (headerPair(line.replace('diff --git ', '')) ?? []).map(withoutSide);
  const isPair = lines[at + 1]?.startsWith('+++ ') === true || lines[at - 1]?.startsWith('--- ') === true;
  // A removed or an added line may begin with two marks of its own.
  if (/^(?:---|\+\+\+) /.test(line) && !isPair && !isHunkHeader(lines[at + 1])) return [];
  const name = headerName(line.replace(NAME_LINE, ''));
  return name === null || name === '/dev/null' ? [] : [withoutSide(name)];
}

const NAME_LINE = /^(?:---|\+\+\+|(?:rename|copy) (?:from|to)) /;

/** What a line names that stands above an edit or a file without a name of its own. */
function nameAbove(lines: readonly string[], at: number): string | null {
  const fence = fenceOn(lines[at] ?? '');
  let isFenced = fence !== null;
  for (const line of lines.slice(at + 1, at + 1 + MOST_BETWEEN)) {
    if (line.trim() === '' || isTagLine(line)) continue;
    if (isFenced || fenceOn(line) === null) {
      const isEdit = isFenced || blockMarker(line)?.role === 'search' || isHunkHeader(line);
      if (!isEdit || HEADER.test(line) || titleOn(line) !== null) return null;
      return fence === null ? titleOn(lines[at] ?? '') : pathInInfo(fence);
    }
    isFenced = true;
  }
  return null;
}

/** Lines between a path and its edit, such as blank ones, a fence and a tag. */
const MOST_BETWEEN = 8;

function titleOn(line: string): string | null {
  const name = isTitleLine(line) ? pathOn(line) : null;
  return name !== null && looksLikePath(name) ? name : null;
}
