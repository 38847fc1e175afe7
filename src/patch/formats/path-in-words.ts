import { isFileName } from './file-title.ts';
import { isWords, mayBeOneFile } from './path-line.ts';

/** The path with an extension that a line names beside words or marks, where it does not name `path` too. */
export function otherPathIn(line: string, path: string): { path: string; isAlone: boolean } | null {
  const text = line.slice(0, MOST_CHARACTERS).replaceAll(/[\u200b\ufeff]/g, '');
  const names = text
    .split(/[\s`"'(),;<>*|=]+/)
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => isFileName(word) && (word.includes('/') || isNameAtTop(word)));
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

/** A file without a folder, and neither a field such as `self.close` nor something that is called so, such as Node.js. */
function isNameAtTop(word: string): boolean {
  return EXTENSIONS.test(word) && !/^(?:\p{Lu}\p{Ll}*|node|three|express|d3)\.js$/u.test(word);
}

const EXTENSIONS =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|md|html?|s?css|less|py|rb|rs|java|kts?|swift|php|cs|cpp|cc|hpp|sh|sql|vue|svelte|xml|txt|ini|cfg|gradle|csproj)$/i;
