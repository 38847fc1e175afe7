/**
 * Is a text that was sent for a file words about it, such as "Sorry, I could not find it."? Never for files of prose or
 * without an extension, which hold words; of others, nearly every line has a mark that sentences have not.
 */
export function isWordsFor(text: string, path: string): boolean {
  if (HOLDS_WORDS.test(path)) return false;
  const lines = text
    .slice(0, MAX_LOOKED_AT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  if (!lines.every(isLineOfWords) || (HAS_KEYS.test(path) && KEY.test(first))) return false;
  const isEnded = ENDED.test(lines.at(-1) ?? '');
  const isLong = first.split(/\s+/).length >= LEAST_WORDS;
  if (/^\p{Lo}/u.test(first)) return true;
  return BEGUN.test(first) ? isEnded || (isLong && lines.length === 1) : isEnded && isLong;
}

/** Documents, templates and what is written in sentences, and names such as LICENSE, VERSION and .nvmrc. */
const HOLDS_WORDS =
  /\.(?:mdx?|markdown|rst|txt|text|adoc|org|tex|html?|hbs|ejs|erb|j2|jinja2?|njk|liquid|mustache|tmpl|tpl|feature|csv|tsv|po|srt|vtt|log|license|v)$|(?:^|\/)\.?(?![^/.]+file$)[^/.]+$/i;

/** Enough to see what kind of text it is. */
const MAX_LOOKED_AT = 20_000;

/** A line of a list too; what is in marks, and a name with its brackets, may stand in a sentence. */
export function isLineOfWords(line: string): boolean {
  const bare = line.replace(/^(?:[-•]|\d{1,3}[.)]) /, '').replaceAll(IN_SENTENCES, 'x');
  return /^[\p{L}\p{N}]/u.test(bare) && !/[{}[\]=<>$#@\\|~^*+&]|;$|\w\(/.test(bare);
}

const IN_SENTENCES = /`[^`]{1,200}`|\*{1,2}[^*]{1,200}\*{1,2}|\(\)|#\d{1,9}\b/g;

/** Files of keys and values, whose first line may be `Name: what it is.` */
const HAS_KEYS = /\.(?:ya?ml|toml|ini|cfg|conf|properties)$/i;

const KEY = /^[\w.-]{1,80}:(?: |$)/;

/** As a sentence ends. */
const ENDED = /[.!?:。！？：…]$/;

/** As a sentence begins, and no keyword in capitals. */
const BEGUN = /^\p{Lu}[\p{Ll}'’ ,]/u;

/** Of a sentence that is known by them alone. */
const LEAST_WORDS = 4;
