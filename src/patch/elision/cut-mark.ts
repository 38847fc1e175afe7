/**
 * Do the words of a remark (in lower case, one space between them) say that a text was cut there, as tools that show files
 * do, or that the rest goes on as it was? `isComment`: the remark is one, and comments count things for other reasons too.
 */
export function saysCut(
  words: string,
  { isComment, isProse }: { isComment: boolean; isProse: boolean },
): boolean {
  if (COUNTED.test(words) || (!isComment && COUNT_ALONE.test(words))) return true;
  // A document may show an excerpt, or speak of one.
  return !isProse && (CUT.test(words) || GOES_ON.test(words) || saysSoElsewhere(words));
}

const SHORT =
  '(?:truncated|omitted|elided|snipped|skipped|hidden|trimmed|clipped|collapsed|abbreviated|not shown|left out)';
const WHY = '(?: for (?:brevity|clarity|simplicity|length|space)| here| above| below)?';
const UNIT =
  '(?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?|words?|items?|entries|rows?|functions?|methods?|classes|exports?|imports?|tests?|cases?|sections?|paragraphs?)';
/** Thousands may have their commas, which the words lack. */
const COUNT = '\\d{1,9}(?: \\d{3}){0,2}';
const RANGE = '(?:lines?|rows?) \\d{1,9}(?: (?:to |through |and |until )?\\d{1,9})?';
const MORE = '(?:more|other|further|additional|remaining)';

const COUNTED = new RegExp(
  [
    `(?:${RANGE}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|were|was) )?${SHORT}${WHY}`,
    `(?:${RANGE}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|stays?|remains?|left) )?(?:unchanged|the same|as before|as is)`,
    `(?:and )?${COUNT} ${MORE} ${UNIT}`,
    `${SHORT} (?:${RANGE}|${COUNT} (?:${MORE} )?${UNIT})`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
);

const COUNT_ALONE = new RegExp(
  `^(?:${RANGE}|${COUNT} (?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?))$`,
);

const THING =
  '(?:output|contents?|file|text|code|rest|remainder|response|results?|message|implementation|body|section|lines|remaining (?:code|lines|content|file)|existing code|rest of (?:the |this )?(?:file|code|output|content|text|function|class|method))';

const CUT = new RegExp(`^(?:the )?(?:${THING} )?(?:(?:is|was|are|were) )?${SHORT}${WHY}$`);

const SAME = '(?:unchanged|unmodified|untouched|the same|as before|as is|as it (?:is|was)|intact)';

const GOES_ON = new RegExp(
  [
    `(?:the )?(?:(?:existing|original|remaining|rest of the|same) )?(?:code|file|implementation|function|class|method|content|body|rest) (?:continues|follows|goes on)(?: (?:here|below|unchanged|as before|as is))?`,
    `(?:existing code|unchanged|same) continues`,
    `(?:keep|leave|retain|preserve) (?:the )?(?:rest|remainder|everything else)(?: of (?:the |this |your )?[a-z0-9]+)?(?: ${SAME})?`,
    `(?:keep|leave|retain|preserve) (?:the |all |your )?(?:existing|remaining|other) [a-z0-9]+(?: ${SAME})?`,
    `everything else (?:(?:is|stays|remains) )?${SAME}`,
    `unchanged (?:from|until|through|up to) (?:[a-z0-9]+ ){0,6}[a-z0-9]+`,
    `etc|and so (?:on|forth)|more of the same|to be continued`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
);

/** That code is meant, or what is left of it, and that it stays or is left out: either alone is said for other reasons too. */
function saysSoElsewhere(words: string): boolean {
  return REST_ELSEWHERE.test(words) && STAYS_ELSEWHERE.test(words);
}

/** In Spanish, Portuguese, French, German, Italian, Dutch, Polish, Russian, Turkish, Vietnamese, Arabic, Hindi, Chinese, Japanese and Korean. */
const REST_ELSEWHERE =
  /(?<!\p{L})(?:resto|restante|código|existentes?|reste|existante?s?|rest|restliche[rn]?|bestehende[rn]?|übrige[rn]?|esistent[ei]|codice|overige|reszta|pozostał\p{L}*|остальн\p{L}*|существующ\p{L}*|код|geri kalan\p{L}*|còn lại|بقية|باقي|الكود|बाकी|शेष)(?!\p{L})|其余|其餘|其他|其它|剩余|剩餘|现有|現有|原有|代码|程式碼|既存|残り|コード|나머지|기존|코드/u;

const STAYS_ELSEWHERE =
  /(?<!\p{L})(?:sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|inchangée?s?|sans changements?|unverändert(?:er)?|gleich|weggelassen|gekürzt|invariat[oaie]|omess[oaie]|senza modifiche|ongewijzigd|bez zmian|pominięt\p{L}*|без изменений|не изменил\p{L}*|опущен\p{L}*|aynı|değişmedi|giữ nguyên|không đổi|كما هو|كما هي|بدون تغيير|वैसा ही|अपरिवर्तित)(?!\p{L})|不变|不變|省略|略|変更なし|そのまま|同じ|변경 ?없음|그대로|생략|동일|유지/u;
