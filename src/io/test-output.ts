/** The part of a command's output that is kept, whatever its length. */
export type OutputWindow = {
  add(chunk: Uint8Array): void;
  /** Bytes printed in all. */
  bytes(): number;
  /** The kept head and tail, line by line, without the colours of a terminal. */
  lines(): readonly string[];
  /** The end of the output, from the start of a line. */
  tail(): string;
};

/** Failures are often named early and summed up late: both ends are kept. */
const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 256 * 1024;
/** What a report shows of the end; it travels as a job output, in a record and in a pull request. */
export const SHOWN_TAIL_CHARACTERS = 8_000;

/** Keeps the first and the last bytes of a stream in constant memory. */
export function createOutputWindow(): OutputWindow {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let tail: Uint8Array = new Uint8Array();
  let total = 0;
  return {
    add(chunk) {
      total += chunk.length;
      const room = Math.min(HEAD_BYTES - headBytes, chunk.length);
      if (room > 0) {
        head.push(chunk.subarray(0, room));
        headBytes += room;
      }
      if (room < chunk.length) {
        tail = Buffer.concat([tail, chunk.subarray(Math.max(0, room))]);
        tail = tail.length > 2 * TAIL_BYTES ? tail.subarray(-TAIL_BYTES) : tail;
      }
    },
    bytes: () => total,
    lines: () => kept().split('\n'),
    tail: () => lastLines(kept()),
  };

  function kept(): string {
    const end = tail.subarray(-TAIL_BYTES);
    const lost = total - headBytes - end.length;
    const gap = lost > 0 ? [Buffer.from(`\n… ${lost} bytes are not kept …\n`)] : [];
    return new TextDecoder()
      .decode(Buffer.concat([...head, ...gap, end]))
      .replaceAll(TERMINAL_SEQUENCE, '')
      .replaceAll(/\r\n?/g, '\n');
  }
}

/** CSI sequences (colours, cursor), OSC sequences (titles, links) up to their end, and two-character escapes. */
// oxlint-disable-next-line no-control-regex -- these are the control characters
const TERMINAL_SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;

function lastLines(output: string): string {
  const trimmed = output.trimEnd();
  if (trimmed.length <= SHOWN_TAIL_CHARACTERS) {
    return trimmed;
  }
  const end = trimmed.slice(-SHOWN_TAIL_CHARACTERS);
  const lineStart = end.indexOf('\n') + 1;
  return lineStart > 0 ? end.slice(lineStart) : end;
}

/** Enough to repair a patch by; whoever needs more has the log. */
const MAX_FAILING_LINES = 20;
const MAX_LINE_CHARACTERS = 300;

/** Lines that name a failure in the output of common test runners (TAP, node:test, Jest, pytest, go test, cargo test, Mocha). */
const FAILURE =
  /^\s*(?:not ok\b|✖|✗|×|●\s|FAIL(?:ED)?\b|--- FAIL|E\s{2,}|panicked at|thread '.*' panicked|\d+\) |(?:[\w.]*(?:Error|Exception|AssertionError)\b(?:\s\[\w+\])?:))|\bFAILED$|^test .* \.\.\. FAILED/;

/** Headings over a list of failures, which say nothing themselves. */
const HEADING = /^\s*(?:✖ failing tests:|=+ FAILURES =+|failures:)\s*$/i;

/** First ones first, each once, cut to a readable length. A message that ends in a colon brings the line that it announces. */
export function findFailingLines(lines: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.length < MAX_SCANNED_CHARACTERS && FAILURE.test(line) && !HEADING.test(line)) {
      const announced = line.trimEnd().endsWith(':') ? ` ${nextWords(lines, index)}` : '';
      found.add(`${line.trim()}${announced}`.trimEnd().slice(0, MAX_LINE_CHARACTERS));
    }
    if (found.size === MAX_FAILING_LINES) {
      break;
    }
  }
  return [...found];
}

/** How far below a message what it announces may stand. */
const ANNOUNCED_WITHIN = 3;

function nextWords(lines: readonly string[], index: number): string {
  const below = lines.slice(index + 1, index + 1 + ANNOUNCED_WITHIN);
  return (
    below
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, MAX_LINE_CHARACTERS) ?? ''
  );
}

/** No test runner names a failure in a longer line. */
const MAX_SCANNED_CHARACTERS = 2_000;
