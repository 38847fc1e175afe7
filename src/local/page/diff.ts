import { parsePatch, type StructuredPatch } from 'diff';
import { html } from 'hono/html';
import { type Markup, shown } from './markup.ts';

/** A diff as git prints it, one foldable part per file. `id` begins the ids of the parts. */
export function renderDiff(diff: string, id: string): readonly Markup[] {
  return (diff === '' ? [] : parsePatch(diff)).map(
    (file, index) => html`<details class="file" id="${id}-${index + 1}" open>
      <summary><code>${shown(nameOf(file))}</code> ${countLines(file)}</summary>
      ${renderFile(file)}
    </details>`,
  );
}

function nameOf({
  oldFileName = '',
  newFileName = '',
  isRename,
  isCreate,
  isDelete,
}: StructuredPatch): string {
  const before = oldFileName.replace(/^a\//, '');
  const after = newFileName.replace(/^b\//, '');
  if (isRename === true) {
    return `${before} → ${after}`;
  }
  return isDelete === true ? `${before} (deleted)` : `${after}${isCreate === true ? ' (new)' : ''}`;
}

function countLines({ hunks }: StructuredPatch): Markup {
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return html`<span class="counts"><ins>+${count('+')}</ins> <del>−${count('-')}</del></span>`;
}

function renderFile({ hunks, isBinary }: StructuredPatch): Markup {
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  if (lines.length === 0) {
    return html`<p class="meta">${isBinary === true ? 'A binary file.' : 'No line of it changed.'}</p>`;
  }
  const more = lines.length - MAX_LINES;
  return html`<pre class="diff" tabindex="0">${lines.slice(0, MAX_LINES).map(renderLine)}</pre>
    ${more > 0 ? html`<p class="meta">${more} more lines are not shown here.</p>` : ''}`;
}

/** More of one file makes a browser slow, and nobody reads it here. */
const MAX_LINES = 1000;

function renderLine(line: string): Markup {
  return html`<span class="${KINDS[line.charAt(0)] ?? 'same'}">${shown(line)}\n</span>`;
}

const KINDS: { readonly [sign: string]: string } = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
  '\\': 'hunk',
};
