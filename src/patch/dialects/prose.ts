/** Does a text hold the marks of a patch format, or code in a fence? */
export function hasEditMarks(text: string): boolean {
  return EDIT_MARK.test(text);
}

/** First characters of lines that only patches and fenced code have. */
const EDIT_MARK =
  /^[ \t>]*(?:\*\*\* (?:Begin Patch|Update File|Add File|Delete File)|<{5,9} ?SEARCH|-{5,9} ?SEARCH|diff --git |@@ |--- \S|\+\+\+ \S|`{3,}|~{3,})/m;

/** Is every line of a text the call of a program that people start from a shell? */
export function isShell(text: string): boolean {
  const lines = text.slice(0, MAX_LOOKED_AT).split('\n');
  const calls = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return calls.length > 0 && calls.every((line) => CALL.test(line));
}

/** Enough to see what kind of text it is. */
const MAX_LOOKED_AT = 2000;

/** Programs whose names begin no line of prose or code, with something behind them. */
const CALL =
  /^(?:\$ +)?(?:sudo |nohup )?(?:echo|cd|npm|npx|pnpm|yarn|git|curl|wget|mkdir|rm|cp|mv|chmod|chown|touch|sed|bash|sh|zsh|source|pip3?|python3?|docker|kubectl|brew|launchctl|pkill|systemctl|apt-get|make) +\S/;

/** Files whose content is such lines. */
export function isScript(path: string): boolean {
  return /(?:\.(?:sh|bash|zsh|fish|cmd|bat|ps1)|(?:^|\/)(?:Dockerfile|Makefile|Procfile))$/i.test(path);
}
