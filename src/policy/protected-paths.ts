import picomatch from 'picomatch';
import { fileSystemName } from '../patch/file-system-name.ts';
import type { Refusal } from '../patch/refusal.ts';

/** What a changed path of the resulting tree is judged by. */
export type ChangedPath = { readonly path: string; readonly from?: string };

/**
 * Paths that steer who may do what, or what runs with rights: no patch changes them.
 * Compared as file systems do that find one file under several names: without regard to case, and more.
 */
export const PROTECTED_PATHS = ['.github/**', '**/.git*', '**/.git*/**', '**/CODEOWNERS'] as const;

/** Judges the result of applying, never the patch's text: what a patch says and what it does may differ. */
export function checkProtectedPaths(changes: readonly ChangedPath[]): readonly Refusal[] {
  const touched = changes.flatMap((change) =>
    change.from === undefined ? [change.path] : [change.path, change.from],
  );
  return [...new Set(touched)].flatMap((path) => {
    const name = path.split('/').map(judgedName).join('/');
    const pattern = PROTECTED_PATHS.find((_, index) => isProtected[index]?.(name));
    return pattern === undefined ? [] : [refusal(path, pattern)];
  });
}

/** The name of a segment on the file system that is most generous in what it takes for it. */
function judgedName(segment: string): string {
  const name = fileSystemName(segment);
  if (GIT_SHORT_NAME.test(name)) return '.git';
  return CODEOWNERS_SHORT_NAME.test(name) ? 'codeowners' : name;
}

/** What 8.3 makes of `.github`, `.gitmodules` and the like: six letters, or two and a hash where many look alike. */
const GIT_SHORT_NAME = /^(?:git[^.~]{0,3}|gi[\da-f]{4})~\d+(?:\.|$)/;

const CODEOWNERS_SHORT_NAME = /^(?:code(?:ow?)?|co[\da-f]{4})~\d+$/;

/** Without `s`, the dot in what picomatch makes of `**` stops at Unicode's line separators. */
const isProtected = PROTECTED_PATHS.map((pattern) => picomatch(pattern, { dot: true, flags: 'is' }));

function refusal(path: string, pattern: string): Refusal {
  return {
    code: 'protected_path',
    message: `${path} is protected (${pattern}): leave it out of the patch, or ask a maintainer to change it.`,
    path,
    data: { pattern },
  };
}
