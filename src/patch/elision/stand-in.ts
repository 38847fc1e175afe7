/**
 * Is a text as a whole no content of a file, but what stands for it, such as `...`, `<content>`, `{{file_content}}` or
 * `// full file content here`?
 */
export function isStandIn(content: string): boolean {
  const text = content.trim();
  if (text.length > MAX_CHARACTERS || text.includes('\n')) return false;
  if (/^(?:\.{3,}|…+)$/.test(text)) return true;
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (AS_BEFORE.test(words)) return true;
  // "New content" may be one.
  return CONTENT.test(words) && (MARKED.test(text) || words.endsWith(' here'));
}

/** A stand-in is a few words. */
const MAX_CHARACTERS = 120;

const AS_BEFORE = /^(?:same as (?:before|above|original)|(?:left )?unchanged|no changes?|as (?:is|before))$/;

const WHICH =
  'the|this|that|your|our|all|full|complete|entire|whole|new|updated|modified|final|existing|original|actual|current|previous|remaining|rest|of|paste|insert|put|add|file|source';

const CONTENT = new RegExp(
  `^(?:(?:${WHICH}) ){0,8}(?:file|code|source|contents?|implementation)(?: (?:of|the|this|file|code|goes|go|here|above|below|as|before|unchanged|is|was|to|be|inserted|added)){0,8}$`,
);

/** As a remark, or between brackets of whatever kind. */
const MARKED = /^(?:\/\/|\/\*|<!--|#|--|;|%|\.{3}|…)|^[<{[(].*[>}\])]$/;
