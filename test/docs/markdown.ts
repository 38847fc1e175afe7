/** A fenced block of code. */
export type CodeBlock = { readonly language: string; readonly text: string };

export type Link = { readonly text: string; readonly target: string };

/** All fenced blocks, without the indentation that a list gives them. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].map(
    ([, indent = '', language = '', text = '']) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** Links and pictures, outside of code. */
export function links(markdown: string): readonly Link[] {
  return [...withoutCode(markdown).matchAll(/\[((?:[^\][]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g)].map(
    ([, text = '', target = '']) => ({ text, target }),
  );
}

/** What a link to a part of the page may say after `#`: its headings as GitHub names them, and anchors in HTML. */
export function anchors(markdown: string): ReadonlySet<string> {
  const text = withoutCode(markdown);
  const counts = new Map<string, number>();
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = slugOf(heading);
    const before = counts.get(slug) ?? 0;
    counts.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...headings, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id)]);
}

/** Lines of prose that hold more than one sentence. Tables have to; the number or the bold words that begin an entry or a heading don't count. */
export function crowdedLines(markdown: string): readonly string[] {
  return withoutCode(markdown)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:#+ \d+\. |\d+\. |- \*\*[^*]+\*\* )/, ''))
    .filter(
      (line) => !line.trimStart().startsWith('|') && /[\p{L}\p{N})`*][.!?]\*{0,2} [\p{Lu}`*]/u.test(line),
    );
}

/** Cells of the first column of the table whose head begins with `head`. */
export function firstColumn(markdown: string, head: string): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  const rows = start === -1 ? [] : lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end === -1 ? rows.length : end).map((row) => row.split('|')[1]?.trim() ?? '');
}

/** Letters, digits, hyphens and underscores stay, in lower case; blanks become hyphens; markup is gone. */
function slugOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^( *)```.*?^\1```$/gms, '');
}
