/** One patch, the file that it is for, and what must come of it. */
export type Case = {
  readonly id: string;
  readonly format: Format;
  /** What was done to the patch or to the file, such as `wrong_numbers` or `ambiguous`. */
  readonly damage: string;
  readonly path: string;
  readonly base: string;
  readonly patch: string;
  readonly want: Want;
};

/** The forms in which models write patches. */
export const FORMATS = ['diff', 'blocks', 'apply_patch', 'edits', 'whole', 'regex'] as const;

export type Format = (typeof FORMATS)[number];

export type Want =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What a tool writes that finds the right place, but puts the patch's own context over the file's. */
      readonly pasted?: string;
    }
  | { readonly kind: 'refusal' };
