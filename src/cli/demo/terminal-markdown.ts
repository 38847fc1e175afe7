import type { colors } from '../colors.ts';

type Paint = Pick<ReturnType<typeof colors>, 'bold' | 'dim'>;

/**
 * The Markdown of our own pull requests as a person sees it on GitHub, as far as a terminal can: what is folded stays
 * folded, comments are gone, links are their words, and the columns of tables are aligned.
 */
export function renderForTerminal(markdown: string, paint: Paint): string {
  const lines: string[] = [];
  let folded = false;
  let fenced = false;
  for (const line of markdown.replaceAll(/<!--.*?-->/gs, '').split('\n')) {
    const summary = fenced ? undefined : /^<details><summary>(.*)<\/summary>$/.exec(line)?.[1];
    if (summary !== undefined) {
      folded = true;
      lines.push(paint.dim(`▸ ${plain(summary)}`));
    } else if (/^ *```/.test(line)) {
      fenced = !fenced;
    } else if (folded) {
      folded = fenced || line !== '</details>';
    } else {
      lines.push(fenced ? `  ${line}` : renderLine(line, paint));
    }
  }
  return alignTables(lines)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function renderLine(line: string, paint: Paint): string {
  const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
  return heading === undefined ? plain(line) : paint.bold(plain(heading));
}

/** Without what Markdown and HTML need to show it. */
function plain(line: string): string {
  return line
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?code>|\*\*|`/g, '')
    .replaceAll(/\\([^\w\s])|\\(_)/g, '$1$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function alignTables(lines: readonly string[]): readonly string[] {
  const aligned: string[] = [];
  let rows: (readonly string[])[] = [];
  for (const line of [...lines, '']) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
      continue;
    }
    aligned.push(...alignRows(rows.filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)))), line);
    rows = [];
  }
  return aligned;
}

function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
