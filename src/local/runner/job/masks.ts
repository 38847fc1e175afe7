export type Masks = {
  /** From now on the value, each of its lines, and the usual ways to write it otherwise are hidden. */
  add(value: string): void;
  /** The text with `***` in place of every secret. */
  mask(text: string): string;
  /** Does the text hold a secret? */
  touches(text: string): boolean;
};

export function createMasks(values: readonly string[]): Masks {
  const hidden = new Set<string>();
  let pattern: RegExp | undefined;
  for (const value of values) add(value);

  function add(value: string): void {
    for (const form of formsOf(value)) hidden.add(form);
    // Longest first: a secret that contains another one is to disappear as a whole.
    const alternatives = [...hidden].sort((a, b) => b.length - a.length).map(escapePattern);
    pattern = alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
  }

  function mask(text: string): string {
    return pattern === undefined ? text : text.replace(pattern, '***');
  }

  return { add, mask, touches: (text) => mask(text) !== text };
}

function formsOf(value: string): readonly string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const encoded = [
    Buffer.from(value).toString('base64'),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
  ];
  const trimmed = value.trim();
  return [trimmed, ...lines, ...(trimmed === '' ? [] : encoded)].filter((form) => form !== '');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
