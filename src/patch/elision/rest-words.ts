import { restWordsElsewhere } from './rest-words-elsewhere.ts';

/**
 * What the words of a remark (in lower case, one space between them) say of code that is not there. `stays`: that it is as it
 * was; `named`: that there is a rest, such as "the remaining methods"; `maybe`: they have a word of that, among others.
 */
export type RestWords = 'stays' | 'named' | 'maybe';

/** `names`: the words of the lines that go, which the remark may call by their names. null: nothing of that. */
export function restWords(words: string, names: ReadonlySet<string>): RestWords | null {
  const [said, elsewhere] = [restWordsInEnglish(words, names), restWordsElsewhere(words, names)];
  return said === null || (said === 'maybe' && elsewhere !== null) ? elsewhere : said;
}

function restWordsInEnglish(words: string, names: ReadonlySet<string>): RestWords | null {
  const tokens = words.split(' ');
  if (AS_IT_IS.test(words)) return 'stays';
  if (tokens.length < 2 || tokens.length > MAX_WORDS) return null;
  const hasRest = tokens.some((token) => REST.has(token));
  const staysSo = STAYS.test(words) || (hasRest && KEEPS.test(words));
  if (!staysSo && !hasRest && !tokens.includes('same')) return null;
  const hasThing = tokens.some((token) => THINGS.has(token));
  const hasName = tokens.some((token) => names.has(token) && !AROUND.has(token));
  const strange = tokens.filter((token) => !isUsual(token) && !names.has(token)).length;
  if (staysSo && (hasRest || hasThing || hasName) && strange === 0) return 'stays';
  if (staysSo && hasRest && hasThing && strange <= MAX_STRANGE) return 'stays';
  if (hasRest && hasThing && strange === 0 && tokens.every(isUsual)) return 'named';
  return 'maybe';
}

/** "Everything else in the rest of this class stays exactly the same as in the original file" has fifteen. */
const MAX_WORDS = 16;

/** What the rest is of, in words of its own: "the rest of the checkout logic". */
const MAX_STRANGE = 2;

/** One word that says it alone. */
const AS_IT_IS = /^(?:unchanged|unmodified|untouched|unaltered|omitted)$/;

function isUsual(token: string): boolean {
  return REST.has(token) || THINGS.has(token) || AROUND.has(token) || /^\d+$/.test(token);
}

const AS_WAS =
  '(?:as|like) (?:is|before|(?:it|they|that|this) (?:is|are|was|were)|(?:in |per |they are in |it is in )?(?:the |your |my )?(?:original|originally|existing|current|previous|previously|above|old))';

const STAYS = new RegExp(
  [
    `\\b(?:unchanged|unmodified|untouched|unaltered|unaffected|intact|identical|verbatim)\\b`,
    `\\b(?:omitted|elided|skipped|not (?:shown|repeated|included))\\b`,
    `\\bsame(?: (?:as|here|below|above|in|from)\\b|$)`,
    `\\b${AS_WAS}\\b`,
    `\\b(?:not|never|n t|don t|doesn t|didn t|isn t|aren t) (?:be |been |being )?(?:change|altere?|modif(?:y|ie)|touche?|edite?)d?\\b`,
    `\\bno (?:further |other |more )?(?:changes?|modifications?|edits?)\\b`,
    `\\bnothing (?:[a-z]+ ){0,3}(?:changes?|changed)\\b`,
    `\\bneeds? (?:no|any) (?:changes?|modifications?)\\b`,
    `\\bwithout (?:any )?(?:changes?|modifications?)\\b`,
    `\\b(?:stays?|remains?|kept|left|preserved|retained) (?:here|alone|there|in place)\\b`,
  ].join('|'),
);

/** Said of other things too, so that what is kept has to be the rest. */
const KEEPS = /\b(?:keep|leave|retain|preserve)\b/;

const REST = wordsOf(
  'rest remaining remainder other others everything existing original originals previous prior current below above',
);

const THINGS = wordsOf(
  [
    'code codebase file files source module modules script scripts program implementation implementations logic body bodies',
    'content contents lines section sections part parts block blocks chunk snippet document page template markup text',
    'class classes method methods function functions func funcs def defs procedure procedures routine routines constructor',
    'import imports export exports handler handlers route routes endpoint endpoints helper helpers utility utilities getters',
    'setters accessors functionality behavior behaviour hooks listeners callbacks tests cases members fields properties attributes declarations definitions',
    'statements components elements styles rules selectors types interfaces enums structs traits impls constants variables',
    'stuff things everything else entries config configuration settings features',
  ].join(' '),
);

/** Words around them that say nothing else. */
const AROUND = wordsOf(
  [
    'the a an of in into is are was were be been being to from for with and or nor but your my our this that these those its',
    'their it they as at on by here there after before behind until through up down all any each every both either so also just',
    'exactly completely entirely fully still should must will would can may same unchanged unmodified untouched unaltered',
    'unaffected intact identical verbatim stay stays remain remains remained keep keeps kept leave leaves left retain retained',
    'preserve preserved go goes continue continues follow follows following include includes included see refer insert add paste',
    'put copy not no do does did don doesn didn isn aren t n s s have has had changed change changes changing modify modified',
    'modification modifications edit edits edited alter altered touch touched need needed needs required necessary brevity clarity',
    'simplicity space way like per which who where when else omitted elided skipped shown repeated included more further',
    'nothing line point originally previously already place in alone now version versions one ones such etc please without rest',
  ].join(' '),
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
