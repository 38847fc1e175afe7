import type { Refusal } from '../refusal.ts';
import type { Change } from '../schema.ts';
import type { PathFrom, Prose } from './reading.ts';

/** A change as it can be made, whatever text it was found in. */
export type PlainChange = Exclude<Change, { kind: 'text' }>;

/** Where in the text a change was found. */
export type TextOrigin = {
  /** Lines before the change's own text. */
  readonly linesBefore?: number;
  /** What its path was read from; absent: it was given with the text, or there is none. */
  readonly pathFrom?: PathFrom;
  /** What names it in its own text names it in full, by what stands beside it. */
  readonly isInFull?: boolean;
  /** For a whole file: in a fence, in one that stands beside edits, or as all that the text is. */
  readonly found?: 'fenced' | 'beside' | 'bare';
  /** The first lines of a whole file that are part of it for certain; all where it is absent. */
  readonly sureLines?: number;
};

export type TextReading =
  | {
      readonly ok: true;
      readonly changes: readonly PlainChange[];
      /** One for each change. */
      readonly origins: readonly TextOrigin[];
      /** What had to be put right or passed over, in sentences. */
      readonly repairs: readonly string[];
      /** What the text asks for besides, and what is not done, in sentences. */
      readonly notDone: readonly string[];
      /** What stands around the changes and is no part of them, in order; their own texts may hold more. */
      readonly prose: readonly Prose[];
    }
  /** Without pointers. */
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
