import { draftsOf, type LineEdit, oldLines, withEdits } from '../cases/line-edit.ts';
import { PLAIN_WRITING, writePatch } from '../cases/write.ts';
import { createRandom, type Random } from '../random.ts';

/** One file, an exact unified diff for it, and what must come out. */
export type Input = {
  readonly base: string;
  readonly patch: string;
  readonly result: string;
  /** The old side of every hunk, as it stands in the file. */
  readonly blocks: readonly string[];
};

/** A file of `lines` lines and a diff of `hunks` hunks; a single one is near the end, many are all over it. */
export function createInput({ lines: count, hunks: wanted }: { lines: number; hunks: number }): Input {
  const lines = linesOfCode(createRandom(count), count);
  const step = Math.floor((count - 2 * MARGIN) / wanted);
  const edits = Array.from({ length: wanted }, (_, index): LineEdit => {
    const near = wanted === 1 ? count - MARGIN : MARGIN + index * step;
    const at = lines.findIndex((line, position) => position >= near && line.includes('const'));
    return { at, remove: 1, insert: [`${lines[at]} // changed`, '// added'] };
  });
  const drafts = draftsOf(lines, edits, 3);
  const after = withEdits(lines, edits);
  const sketch = { path: 'f.js', base: lines, after, hunks: drafts, writing: PLAIN_WRITING };
  return {
    base: flat(lines),
    patch: writePatch('diff', { ...sketch, ending: '\n', finalNewline: true, pasteable: true }),
    result: flat(after),
    blocks: drafts.map((draft) => flat(oldLines(draft))),
  };
}

/** The same with line numbers that are wrong, each by another number of lines, as models count them. */
export function misnumbered(input: Input): Input {
  let hunk = 0;
  const patch = input.patch.replaceAll(/^@@ -(\d+)/gm, (_, start: string) => {
    hunk += 1;
    return `@@ -${Number(start) + 1 + (hunk % MOST_LINES_OFF)}`;
  });
  return { ...input, patch };
}

const MOST_LINES_OFF = 5;

/** The same with a line to remove that is not in the file, so that there is no place for the last hunk. */
export function withoutPlace(input: Input): Input {
  const at = input.patch.lastIndexOf('\n-') + 2;
  return { ...input, patch: `${input.patch.slice(0, at)}unheard of ${input.patch.slice(at)}` };
}

/** Lines between the ends of the file and its hunks. */
const MARGIN = 30;

/** Two thirds are lines of their own, the rest is what every file is full of. */
function linesOfCode(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    random.chance(0.35)
      ? random.pick(COMMON)
      : `${'  '.repeat(random.int(0, 3))}const ${random.pick(NAMES)} = ${random.pick(NAMES)}(${index});`,
  );
}

const COMMON = ['}', '', '  }', '    return null;', '  });', '    }'];

const NAMES = ['alpha', 'buffer', 'commit', 'index', 'parser', 'queue', 'render', 'token', 'value'];

/** A string that is stored in one piece, as one that was read from a file. */
function flat(lines: readonly string[]): string {
  return Buffer.from(`${lines.join('\n')}\n`).toString();
}
