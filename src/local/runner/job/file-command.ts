export type FileCommand =
  | { readonly ok: true; readonly pairs: readonly (readonly [name: string, value: string])[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: lines `name=value`, or
 *
 *     name<<DELIMITER
 *     any lines
 *     DELIMITER
 */
export function parseFileCommand(text: string): FileCommand {
  const lines = text.split(/\r?\n/);
  const pairs: (readonly [string, string])[] = [];
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else {
      const value = takeHeredoc(line, heredoc, lines);
      if (typeof value !== 'object') return { ok: false, problem: value };
      pairs.push([line.slice(0, heredoc), value.text]);
    }
  }
  const nameless = pairs.some(([name]) => name.trim() === '');
  return nameless ? { ok: false, problem: 'Invalid format: a name must not be empty' } : { ok: true, pairs };
}

/** Takes the value's lines off the list; a string is a problem. */
function takeHeredoc(line: string, heredoc: number, lines: string[]): { readonly text: string } | string {
  if (heredoc < 0) return `Invalid format '${line}'`;
  const delimiter = line.slice(heredoc + 2);
  if (delimiter === '') return `Invalid format '${line}': the delimiter must not be empty`;
  const end = lines.indexOf(delimiter);
  if (end < 0) return `Invalid value. Matching delimiter not found '${delimiter}'`;
  const text = lines.splice(0, end + 1).slice(0, -1);
  return { text: text.join('\n') };
}
