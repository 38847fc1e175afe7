/** Does a mode such as "0755" or 644 let its owner run the file? Undefined where it is no mode of a plain file. */
export function executableOf(mode: unknown): boolean | undefined {
  // Of an object the text would be asked for, which a hostile one does not have.
  const text = typeof mode === 'string' || typeof mode === 'number' ? `${mode}` : '';
  const digits = /^(?:0o?|100)?([0-7])[0-7]{2}$/.exec(text)?.[1];
  return digits === undefined ? undefined : (Number(digits) & OWNER_RUNS) !== 0;
}

/** The bit of the owner's digit that stands for running. */
const OWNER_RUNS = 1;
