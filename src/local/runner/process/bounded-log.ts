export type BoundedLog = {
  append(text: string): void;
  /** What was kept; where something was left out, a line says how much. */
  text(): string;
};

/** Keeps the beginning and the end of a text: each half of `limit` characters, the end up to one chunk more. */
export function createBoundedLog(limit: number): BoundedLog {
  const half = Math.floor(limit / 2);
  let head = '';
  let dropped = 0;
  let tailLength = 0;
  const tail: string[] = [];

  function append(text: string): void {
    const room = Math.max(half - head.length, 0);
    head += text.slice(0, room);
    if (text.length > room) appendToTail(text.slice(room));
  }

  function appendToTail(text: string): void {
    const last = tail.at(-1);
    if (last !== undefined && last.length < CHUNK) tail[tail.length - 1] = last + text;
    else tail.push(text);
    tailLength += text.length;
    for (let first = tail[0]; first !== undefined && tailLength - first.length >= half; first = tail[0]) {
      tail.shift();
      tailLength -= first.length;
      dropped += first.length;
    }
  }

  function text(): string {
    const gap = dropped === 0 ? '' : `\n… ${dropped} characters are left out here …\n`;
    return `${head}${gap}${tail.join('')}`;
  }

  return { append, text };
}

/** Short pieces are joined up to this length, so that a log of many short lines is a list of few chunks. */
const CHUNK = 16_384;
