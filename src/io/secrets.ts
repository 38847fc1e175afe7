import type { FoundSecret, SecretScanner } from '../stages/ports.ts';

/** Finds secrets by the rules of secretlint, which are loaded with the first text, and by those of our own. */
export function createSecretScanner(): SecretScanner {
  return {
    find: async ({ path, text }) => [...(await findByRules(path, text)), ...findByPatterns(text)],
  };
}

async function findByRules(path: string, text: string): Promise<readonly FoundSecret[]> {
  const [{ lintSource }, { rules }, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ]);
  // It would keep what each rule took for each text, for ever.
  secretLintProfiler.setEnabled(false);
  const found: FoundSecret[] = [];
  await lintSource({
    source: { filePath: path, ext: path.slice(path.lastIndexOf('.')), content: text, contentType: 'text' },
    options: {
      noPhysicFilePath: true,
      config: { rules: rules.map((rule) => ({ id: rule.meta.id, rule: reportingTo(found, rule) })) },
    },
  });
  return found;
}

/**
 * The rule, telling us what it finds and nobody else: secretlint compares each message with all others, which for a patch
 * of nothing but tokens takes minutes. And a comment in a patch switches nothing off, as it does for what secretlint is told.
 */
function reportingTo(found: FoundSecret[], rule: Rule): Rule {
  const report: Parameters<Rule['create']>[0]['report'] = ({
    message: { messageId },
    range: [start, end],
  }) => {
    found.push({ kind: inWords(messageId), start, end });
  };
  return { ...rule, create: (context, options) => rule.create({ ...context, report }, options) };
}

type Rule = typeof import('@secretlint/secretlint-rule-preset-recommend')['rules'][number];

/** `GITHUB_TOKEN`, `IncomingWebhook` and `AWSSecretAccessKey` as people write them. */
function inWords(messageId: string): string {
  return messageId
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** What secretlint passes over: keys of elliptic curves are too short for it, and it has no rule for Google's. */
const OWN_PATTERNS = [
  {
    kind: 'private key',
    pattern: /-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,200}?[A-Za-z\d+/=]{32}/g,
    closing: '-----END',
  },
  { kind: 'google api key', pattern: /\bAIza[\w-]{35}\b/g, closing: '' },
] as const;

function findByPatterns(text: string): readonly FoundSecret[] {
  return OWN_PATTERNS.flatMap(({ kind, pattern, closing }) =>
    [...text.matchAll(pattern)].map(({ index: start, 0: { length } }) => {
      const end = start + length;
      const more = closing === '' ? -1 : text.slice(end, end + MAX_KEY_CHARACTERS).indexOf(closing);
      return { kind, start, end: end + Math.max(0, more) };
    }),
  );
}

/** Where a key is not closed by then, only its beginning is known for one. */
const MAX_KEY_CHARACTERS = 4000;
