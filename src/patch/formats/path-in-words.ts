import { isFileName } from './file-title.ts';
import { isWords, mayBeOneFile } from './path-line.ts';

/** The path with a folder and an extension that a line names beside words or marks, where it does not name `path` too. */
export function otherPathIn(line: string, path: string): { path: string; isAlone: boolean } | null {
  const text = line.slice(0, MOST_CHARACTERS).replaceAll(/[\u200b\ufeff]/g, '');
  const names = text
    .split(/[\s`"'(),;<>*|=]+/)
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => word.includes('/') && isFileName(word));
  const [other] = names;
  if (other === undefined || names.some((name) => mayBeOneFile(name, path))) return null;
  const tag = /^\s*<\w{1,40} (?:path|name|file)=["']([^"'<>]+)["']\s*\/?>\s*$/.exec(text)?.[1];
  const around = (tag ?? text)
    .split(other)
    .join(' ')
    .replace(/^\s*Index:/, '');
  return { path: other, isAlone: names.length === 1 && !isWords(other) && !/[\p{L}\p{N}]/u.test(around) };
}

const MOST_CHARACTERS = 1024;
