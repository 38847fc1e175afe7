import type { FileOperation } from '../patch/hunk.ts';
import type { ChangeOf } from '../patch/schema.ts';

/** What is wanted of one file, in whatever form the patch says it. */
export type Operation =
  | FileOperation
  | {
      readonly action: 'edit';
      readonly path: string;
      readonly edit: ChangeOf<'edit'>;
      /** What was sent, where every line begins with a number that the edit is without. */
      readonly numbered?: Pick<ChangeOf<'edit'>, 'find' | 'replace'>;
    }
  | { readonly action: 'regex'; readonly path: string; readonly regex: ChangeOf<'regex'> }
  | {
      readonly action: 'write';
      readonly path: string;
      readonly write: ChangeOf<'write'>;
      /** The content was found in a text: in a fence, in one that stands beside edits, or as all that the text is. */
      readonly found?: 'fenced' | 'beside' | 'bare';
      /** The first lines that are part of the file for certain; all where it is absent. */
      readonly sureLines?: number;
    };
