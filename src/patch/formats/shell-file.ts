import { type Fence, languageOf } from './fences.ts';

/**
 * Is a block for a shell, below the path of a file and nothing else, that file? Commands that start the file show its use, and
 * a file that is by its name in another language holds none.
 */
export function isShellFile(path: string, fence: Fence, content: readonly string[]): boolean {
  const first = content.find((line) => line.trim() !== '') ?? '';
  if (first.startsWith('#!')) return true;
  const isSession = SESSIONS.has(languageOf(fence)) || /^\s*(?:\$|PS>)\s/.test(first);
  return !isSession && MAY_BE_SHELL.test(nameOf(path)) && !content.some((line) => starts(line, path));
}

/** What a terminal shows, with its prompts. */
const SESSIONS: ReadonlySet<string> = new Set(['console', 'shell-session']);

/** Scripts, what has no extension, and plain texts and settings, which models show in such blocks too. */
const MAY_BE_SHELL =
  /^\.?[^.]+$|^\.env|\.(?:sh|bash|zsh|ksh|fish|bats|ps1|psm1|bat|cmd|command|env|conf|cfg|ini|txt|service|properties|example|sample|template|local)$/i;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function starts(line: string, path: string): boolean {
  if (line.length > MAX_CHARACTERS || line.trim().startsWith('#')) return false;
  const name = nameOf(path);
  const words = line.split(/[\s;&|()"'`]+/).filter((word) => word !== '');
  return words.some(
    (word, at) =>
      word === path ||
      word === `./${path}` ||
      word === `./${name}` ||
      (word === name && STARTERS.has(words[at - 1] ?? '')),
  );
}

/** A command that starts a file is short. */
const MAX_CHARACTERS = 1000;

const STARTERS: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'source', '.', '+x', 'call', '-File']);
