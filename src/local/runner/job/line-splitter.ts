export type LineSplitter = { write(text: string): void; end(): void };

/** Cuts a stream of text into lines; of a line that is longer than `limit` characters the rest is left out. */
export function createLineSplitter(limit: number, onLine: (line: string) => void): LineSplitter {
  let rest = '';
  let skipping = false;

  function write(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      emit(rest + line);
      rest = '';
    }
    rest = skipping ? '' : rest + last;
    if (rest.length <= limit) return;
    emit(rest);
    rest = '';
    skipping = true;
  }

  function emit(line: string): void {
    const skip = skipping;
    skipping = false;
    if (!skip) onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  function end(): void {
    if (rest !== '') emit(rest);
    rest = '';
  }

  return { write, end };
}
