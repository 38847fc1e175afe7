import { parsePatch, type StructuredPatchHunk } from 'diff';
import { html } from 'hono/html';
import type { HunkReport } from '../../apply/report.ts';
import type { FileDiff } from '../../report/file-diff.ts';
import { describeModes, type FileModes } from '../../report/file-modes.ts';
import { nameCommands } from '../../report/generated.ts';
import { describeOutcome } from '../../report/sentence.ts';
import type { GeneratedDiffs } from '../../stages/intake/replay.ts';
import { badge, counted, type Markup, shown } from './markup.ts';
import type { Changes } from './patch.ts';
import { plain } from './words.ts';

/** The changes of a patch, file by file, with a note at each place about how it was found. */
export function renderChanges(changes: Changes): Markup {
  return html`<section id="changes" class="card" aria-labelledby="changes-name">
      <h2 id="changes-name">Changes</h2>
      ${changes.known ? renderKnown(changes) : html`<p class="empty">${shown(changes.why)}</p>`}
    </section>`;
}

function renderKnown({ base, files, misfit, hunks, generated }: Extract<Changes, { known: true }>): Markup {
  const paths = new Set(files.map(({ path }) => path));
  const elsewhere = hunks.filter(({ path }) => !paths.has(path));
  const { shownFiles, more } = fitOnPage(files, files.length);
  return html`
      ${base === null ? '' : html`<p class="meta">On <code>${shown(base.branch)}</code> at <code>${base.sha.slice(0, SHORT_SHA)}</code>${base.onRecord ? '' : ', as it is now, for this page only'}.</p>`}
      ${shownFiles.map((file) => renderFile(file, { hunks, generated: false }))}
      ${more > 0 ? html`<p class="meta">${counted(more, 'more file is', 'more files are')} not shown here.</p>` : ''}
      ${elsewhere.length === 0 ? '' : html`<ul class="notes">${elsewhere.slice(0, MAX_NOTES).map((hunk) => html`<li><code>${shown(hunk.path)}</code> ${renderNote(hunk)}</li>`)}</ul>`}
      ${files.length + elsewhere.length === 0 ? html`<p class="empty">${misfit === null ? 'Nothing would change.' : shown(describeOutcome(misfit).detail)}</p>` : ''}
      ${generated === null ? '' : renderGenerated(generated)}`;
}

/** What nobody wrote stands below what somebody did, and says so at each file. */
function renderGenerated({ commands, sha, files, total }: GeneratedDiffs): Markup {
  const { shownFiles, more } = fitOnPage(files ?? [], total);
  return html`
      <h3>Made by ${shown(nameCommands(commands))}</h3>
      <p class="meta">In commit <code>${sha.slice(0, SHORT_SHA)}</code>. Nobody wrote these lines, and they were made where the patch's own code runs: read them like the patch.</p>
      ${shownFiles.map((file) => renderFile(file, { hunks: [], generated: true }))}
      ${more > 0 ? html`<p class="meta">${counted(more, 'more file is', 'more files are')} not shown here${files === null ? ', because the commit is gone' : ''}.</p>` : ''}`;
}

/** The first files, as far as the lines of all of them together make a page that a browser can show. */
function fitOnPage(files: readonly FileDiff[], total: number) {
  let left = MAX_PAGE_LINES;
  const beyond = files.slice(0, MAX_FILES).findIndex(({ unified }, index) => {
    left -= Math.min(unified.split('\n').length, MAX_LINES);
    return index > 0 && left < 0;
  });
  const shownFiles = files.slice(0, beyond < 0 ? MAX_FILES : beyond);
  return { shownFiles, more: total - shownFiles.length };
}

/** Each is a row of a table, which takes many times the memory of its text, here and in the browser. */
const MAX_PAGE_LINES = 15_000;

/** More of them nobody reads here. */
const MAX_FILES = 100;
const MAX_NOTES = 100;
const SHORT_SHA = 7;

type Shown = {
  readonly hunks: readonly HunkReport[];
  /** Named commands made it. */
  readonly generated: boolean;
};

function renderFile(file: FileDiff, { hunks, generated }: Shown): Markup {
  const { path, from, kind, modes } = file;
  const parts = partsOf(file.unified);
  const lines = parts.flatMap((part) => part.lines);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  const own = hunks.filter((hunk) => hunk.path === path || hunk.path === from);
  const mode = modes === undefined ? null : describeModes(modes);
  const unplaced = own.filter((hunk) => !parts.some((part) => holds(part, hunk)));
  return html`<details class="file" open>
        <summary><code>${from === undefined ? '' : html`${shown(from)} → `}${shown(path)}</code> ${kind === 'changed' ? '' : badge('quiet', kind)} ${mode === null ? '' : badge('busy', mode)} ${generated ? badge('busy', 'generated') : ''}
          <span class="counts"><ins>+${count('+')}</ins> <del>−${count('-')}</del></span></summary>
        ${unplaced.length === 0 ? '' : html`<ul class="notes">${unplaced.slice(0, MAX_NOTES).map((hunk) => html`<li>${renderNote(hunk)}</li>`)}</ul>`}
        ${modes === undefined || mode === null ? '' : renderModes(modes)}
        ${file.isSame ? html`<p class="meta">All its lines stay as they are.</p>` : renderParts(parts, own)}
      </details>`;
}

function renderModes({ before, after }: FileModes): Markup {
  return before === null
    ? html`<p class="meta">Its mode is <code>${after}</code>.</p>`
    : html`<p class="meta">Its mode was <code>${before}</code> and becomes <code>${after}</code>.</p>`;
}

function renderParts(parts: readonly StructuredPatchHunk[], hunks: readonly HunkReport[]): Markup {
  const lines = parts.reduce((all, part) => all + part.lines.length, 0);
  if (lines === 0) {
    return html`<p class="meta">Nothing of it can be shown as lines.</p>`;
  }
  let left = MAX_LINES;
  const rows = parts.map((part) => {
    const kept = part.lines.slice(0, Math.max(0, left));
    left -= part.lines.length;
    return kept.length === 0 ? '' : html`${renderHead(part, hunks)}${renderLines(part, kept)}`;
  });
  return html`<div class="diff" tabindex="0" role="region" aria-label="Diff"><table>${rows}</table></div>
        ${left < 0 ? html`<p class="meta">${counted(-left, 'more line is', 'more lines are')} not shown here.</p>` : ''}`;
}

/** More of one file makes a browser slow. */
const MAX_LINES = 1_000;

function renderHead(part: StructuredPatchHunk, hunks: readonly HunkReport[]): Markup {
  const notes = hunks.filter((hunk) => holds(part, hunk)).slice(0, MAX_NOTES);
  return html`<tbody class="head"><tr><td colspan="3">
          <span class="range">@@ −${part.oldStart},${part.oldLines} +${part.newStart},${part.newLines} @@</span>
          ${notes.map((hunk) => html`<span class="note">${renderNote(hunk)}</span>`)}
        </td></tr></tbody>`;
}

function renderLines({ oldStart, newStart }: StructuredPatchHunk, lines: readonly string[]): Markup {
  let [before, after] = [oldStart, newStart];
  return html`<tbody>${lines.map((line) => {
    const kind = KINDS[line.charAt(0)] ?? KINDS[' '];
    const [old, now] = [kind?.old === true ? before++ : '', kind?.now === true ? after++ : ''];
    const text = line.slice(1);
    return html`<tr class="${kind?.name ?? ''}"><td class="number">${old}</td><td class="number">${now}</td><td class="line"><span class="sign">${line.charAt(0)}</span>${shown(text.length > MAX_COLUMNS ? `${text.slice(0, MAX_COLUMNS)} …` : text)}</td></tr>`;
  })}</tbody>`;
}

/** Characters of one line: minified files have millions. */
const MAX_COLUMNS = 2_000;

const KINDS: {
  readonly [sign: string]: { readonly name: string; readonly old: boolean; readonly now: boolean };
} = {
  ' ': { name: '', old: true, now: true },
  '+': { name: 'added', old: false, now: true },
  '-': { name: 'removed', old: true, now: false },
  '\\': { name: 'remark', old: false, now: false },
};

/** How much tolerance a place needed, in words. */
function renderNote({ change, hunk, at, rung, adjustments, status }: HunkReport): Markup {
  const how = adjustments ?? [rung];
  const found =
    at === null
      ? 'no such place'
      : `line ${at}, ${how.length === 1 && rung === 'exact' ? 'exactly as written' : `found by tolerance: ${how.map(plain).join(', ')}`}`;
  const tone = status === 'refused' ? 'bad' : status === 'applied' && rung === 'exact' ? 'quiet' : 'busy';
  const place = `change ${change + 1}, hunk ${hunk}`;
  return html`${badge(tone, status === 'applied' ? place : `${place} ${plain(status)}`)} ${found}`;
}

/** The place that a report names lies within this part of the diff. */
function holds({ oldStart, oldLines }: StructuredPatchHunk, { at }: HunkReport): boolean {
  return at !== null && at >= oldStart && at <= oldStart + oldLines;
}

function partsOf(diff: string): readonly StructuredPatchHunk[] {
  try {
    // What git says above the names is told in words, and whoever names a file could make it long to read.
    return parsePatch(diff.slice(diff.indexOf('\n--- ') + 1)).flatMap(({ hunks }) => hunks);
  } catch {
    // A file whose lines can't be told apart, such as one with lone carriage returns, is only named.
    return [];
  }
}
