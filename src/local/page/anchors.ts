import type { Links } from './markup.ts';

/**
 * The place on the page of something that has a page of its own on GitHub: a pull request, a workflow run or a
 * commit. `path` is what follows the repository's address; null: this page shows no such thing.
 */
export function anchorOf(path: string): string | null {
  const [, kind, id] = /^\/(pull|actions\/runs|commit)\/([0-9a-f]+)$/.exec(path) ?? [];
  switch (kind) {
    case 'pull':
      return `pull-${id}`;
    case 'actions/runs':
      return `run-${id}`;
    case 'commit':
      return `commit-${id}`;
    default:
      return null;
  }
}

/** Links to the repository stay on the page; others lead where they say, if that is the web. */
export function createLinks(repositoryUrl: string): Links {
  return (url) => {
    const anchor = url.startsWith(repositoryUrl) ? anchorOf(url.slice(repositoryUrl.length)) : null;
    if (anchor !== null) {
      return `#${anchor}`;
    }
    return url === repositoryUrl ? '#top' : /^https?:\/\//.test(url) ? url : null;
  };
}
