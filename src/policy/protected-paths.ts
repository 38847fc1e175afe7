import picomatch from 'picomatch';
import type { Refusal } from '../patch/refusal.ts';

/** What a changed path of the resulting tree is judged by. */
export type ChangedPath = { readonly path: string; readonly from?: string };

/**
 * Paths that steer who may do what, or what runs with rights: no patch changes them.
 * Compared without regard to case, because some file systems have none.
 */
export const PROTECTED_PATHS = ['.github/**', '**/.git*', '**/.git*/**', '**/CODEOWNERS'] as const;

/** Judges the result of applying, never the patch's text: what a patch says and what it does may differ. */
export function checkProtectedPaths(changes: readonly ChangedPath[]): readonly Refusal[] {
  const touched = changes.flatMap((change) =>
    change.from === undefined ? [change.path] : [change.path, change.from],
  );
  return [...new Set(touched)].flatMap((path) => {
    const pattern = PROTECTED_PATHS.find((_, index) => isProtected[index]?.(path));
    return pattern === undefined ? [] : [refusal(path, pattern)];
  });
}

const isProtected = PROTECTED_PATHS.map((pattern) => picomatch(pattern, { dot: true, nocase: true }));

function refusal(path: string, pattern: string): Refusal {
  return {
    code: 'protected_path',
    message: `${path} is protected (${pattern}): leave it out of the patch, or ask a maintainer to change it.`,
    path,
    data: { pattern },
  };
}
