import { hasEditMarks } from '../patch/dialects/prose.ts';
import { isShellFence, pathInInfo } from '../patch/formats/fences.ts';
import { looksLikePath, pathOn } from '../patch/formats/path-line.ts';
import { MAX_DESCRIPTION_CHARACTERS, MAX_TITLE_CHARACTERS } from '../patch/limits.ts';
import { type Fence, partFences } from './fences.ts';

/** A patch that a person wrote below a command. */
export type WrittenPatch = {
  /**
   * `json`: what stands in the one fence, which has words below it where they say anything. `text`: every fence with the
   * words between and below them, as models write them.
   */
  readonly form: 'json' | 'text';
  readonly text: string;
  /** The same with its fences. */
  readonly quoted: string;
  /** The first line above the first fence, and the lines below that; empty where there are none. */
  readonly title: string;
  readonly description: string;
};

export type ReadWritten =
  | { readonly ok: true; readonly written: WrittenPatch }
  /** A sentence that ends with what to write instead. */
  | { readonly ok: false; readonly problem: string };

/** Does a fence stand below the line of a command, whatever is in it? */
export function hasFence(below: string, line: string): boolean {
  const parted = partFences(below, line);
  return !parted.ok || parted.parts.some(isFence);
}

/** Finds the patch below the line of a command. What GitHub does not show as code is not looked at. Line ends are `\n`. */
export function readWritten(below: string, line: string): ReadWritten {
  const parted = partFences(below, line);
  if (!parted.ok) {
    return { ok: false, problem: PROBLEMS[parted.why] };
  }
  const fences = titledFences(parted.parts);
  if (fences.some(({ info }) => pathInInfo({ mark: '```', indent: 0, info }) !== null)) {
    return { ok: false, problem: PROBLEMS.info };
  }
  if (fences.some(({ info }) => DRAWN.test(info))) {
    return { ok: false, problem: PROBLEMS.drawn };
  }
  const [first, ...others] = fences;
  if (first === undefined) {
    return { ok: false, problem: PROBLEMS.none };
  }
  if (others.length > 0 && fences.some(isJson)) {
    return { ok: false, problem: PROBLEMS.several };
  }
  if (hasEditMarks(parted.parts.filter((part) => typeof part === 'string').join('\n'))) {
    return { ok: false, problem: PROBLEMS.bare };
  }
  const quoted = textOf(first, parted.parts);
  const isAlone = isJson(first) && quoted === fenceText(first);
  const text = isAlone ? first.lines.join('\n') : quoted;
  const patch = { form: isJson(first) ? 'json' : 'text', text, quoted } as const;
  return { ok: true, written: { ...patch, ...wordsAbove(parted.parts) } };
}

const PROBLEMS = {
  none: 'There is no patch below the command; write it in a fence: a line with ```diff, the patch, and a line with ```.',
  open: 'The fence around the patch is not closed; write its mark on a line of its own below the patch.',
  nested:
    'A fence or HTML stands in a list, where its end is hard to tell; begin its line with the mark or the tag.',
  html: 'A tag of HTML stands right below words, where it is hard to tell what it hides; put an empty line above it, or take it out.',
  hidden:
    'Above a fence stands what may hide it or a line, such as a tag that is not closed on its lines, or the definition of a link or a footnote; close it, or take it out.',
  info: 'A fence has a path behind its mark, which the page does not show; write it on a line of its own above the fence.',
  drawn:
    'GitHub shows a fence with such a word behind its mark as a map, a model, a drawing or a formula, and not what stands in it; write ```diff or ```json there.',
  bare: 'An edit, or what looks like one, stands outside of the fence, so it is open whether it is meant; take it out, or put it into a fence, in a comment of its own beside a patch in JSON.',
  several:
    'There is a patch in JSON and another fence beside it, so it is open what is meant; write a comment for each patch.',
} as const;

/** Words that have GitHub draw what stands in a fence, or that are written so that they may be one of these. */
const DRAWN = /^(?:geojson|math|mermaid|stl|topojson)\b|^\S*[&\\]/i;

/** With the line of prose above it, which may say the path. */
type TitledFence = Fence & { readonly above: string };

function titledFences(parts: readonly (Fence | string)[]): readonly TitledFence[] {
  let above = '';
  const fences: TitledFence[] = [];
  for (const part of parts) {
    if (isFence(part)) {
      fences.push({ ...part, above });
      above = '';
    } else if (part.trim() !== '') {
      above = part.trim();
    }
  }
  return fences;
}

function isFence(part: Fence | string): part is Fence {
  return typeof part !== 'string';
}

/** A patch in JSON; JSON below its path is a whole file. */
function isJson(fence: TitledFence): boolean {
  const { info, above } = fence;
  const mark = { mark: '```', indent: 0, info };
  const isFile = isPathLine(above);
  const first = fence.lines.find((line) => line.trim() !== '')?.trimStart() ?? '';
  return !isFile && !isShellFence(mark) && /^[{[]/.test(first);
}

function isPathLine(line: string): boolean {
  return !/\s/.test(line) && looksLikePath(pathOn(line) ?? '');
}

/** From the first fence on, with the line above that where it is its path: what the words behind it say is not done, and is told. */
function textOf(first: TitledFence, parts: readonly (Fence | string)[]): string {
  const lines = !isJson(first) && pathOn(first.above) !== null ? [first.above] : [];
  for (const part of parts.slice(parts.findIndex(isFence))) {
    while (isFence(part) && lines.at(-1)?.trim() === '') lines.pop();
    lines.push(isFence(part) ? fenceText(part) : part);
  }
  return lines.join('\n').trimEnd();
}

/** The fence with marks that nothing inside of it can be taken for. */
function fenceText({ info, lines }: Fence): string {
  const inside = lines.reduce((longest, line) => Math.max(longest, markLength(line)), SHORTEST_MARK - 1);
  const mark = '`'.repeat(Math.min(LONGEST_MARK, inside + 1));
  return [`${mark}${info.replaceAll('`', '')}`, ...lines, mark].join('\n');
}

/** No mark that is read is shorter or longer. */
const SHORTEST_MARK = 3;
const LONGEST_MARK = 32;

function markLength(line: string): number {
  return /^\s*(`*)/.exec(line)?.[1]?.length ?? 0;
}

function wordsAbove(parts: readonly (Fence | string)[]): Pick<WrittenPatch, 'title' | 'description'> {
  const end = parts.findIndex(isFence);
  const lines = parts.slice(0, end).filter((part) => typeof part === 'string');
  while (lines.length > 0 && (lines.at(-1)?.trim() === '' || isPathLine(lines.at(-1)?.trim() ?? ''))) {
    lines.pop();
  }
  const from = lines.findIndex((line) => line.trim() !== '');
  const first = (lines[from] ?? '').trim().replace(/^#{1,6}\s+/, '');
  const isTitle = first.length <= MAX_TITLE_CHARACTERS;
  const rest = (from < 0 ? [] : lines.slice(isTitle ? from + 1 : from)).join('\n').trim();
  return {
    title: isTitle ? first.toWellFormed() : '',
    description: rest.slice(0, MAX_DESCRIPTION_CHARACTERS).toWellFormed(),
  };
}
