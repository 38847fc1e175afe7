/**
 * Text whose mentions, references, closing keywords, links and skip marks do nothing on GitHub.
 *
 * GitHub looks for them in what is left after Markdown is rendered, so escaping with `\` or an entity is no help;
 * each is broken by a zero-width space instead, which is invisible to people and in the way of every pattern.
 * Commit messages and pull request titles need the same, because a squash merge makes one of the other.
 */
export function defuseReferences(text: string): string {
  return defuseLinks(defuseCode(text))
    .replaceAll(/@(?=[\w/.-])/g, `@${BREAK}`)
    .replaceAll(/#(?=\d)/g, `#${BREAK}`)
    .replaceAll(/GH-(?=\d)/gi, `$&${BREAK}`)
    .replaceAll(/\[(?=(?:skip|no) (?:ci|actions)\]|(?:ci|actions) skip\])/gi, `[${BREAK}`)
    .replaceAll(/skip-checks(?=\s*:)/gi, `$&${BREAK}`);
}

/** Nothing that GitHub would turn into a link by itself, and so nothing that refers to an issue by its address. */
export function defuseLinks(text: string): string {
  return text.replaceAll(
    /:(?=\/\/)|www(?=\.)|(?:mailto|xmpp)(?=:)|(?<=[\w.+-])@(?=\.|[\w-]+\.)/gi,
    `$&${BREAK}`,
  );
}

/**
 * The little of it that code needs. Mentions and references are dead inside code, and so are comments and closing
 * keywords; but a mistake about these two would forge our own marker or close issues.
 */
export function defuseCode(text: string): string {
  return text.replaceAll('<!--', `<${BREAK}!--`).replaceAll(CLOSING_KEYWORD, `$&${BREAK}`);
}

/** ZERO WIDTH SPACE. */
export const BREAK = '\u200B';

/** A keyword that closes an issue, up to the character behind which the reference breaks best. */
const CLOSING_KEYWORD =
  /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s?:?\s+(?:GH-(?=\d)|https?:(?=\/\/)|(?:[\w.-]+\/[\w.-]+)?#(?=\d))/gi;
