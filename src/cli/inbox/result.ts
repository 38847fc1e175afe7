import * as z from 'zod';
import { jsonIn } from '../../patch/json-text.ts';
import { isCompleted, type Report } from './report.ts';

/** What lies beside a patch that came to its end, as `<name>.result.json`. */
export type Result = Report & {
  readonly version: 1;
  /** The name under which it was dropped. */
  readonly file: string;
  /** Where it lies now, from the watched folder. */
  readonly movedTo: string;
  readonly completed: boolean;
  /** sha256, hex, of the bytes that were read and sent; absent where they could not be read. */
  readonly sha256?: string;
  /** Names it where it went; absent where it could not be read as a patch. */
  readonly id?: string;
  readonly digest?: string;
  /** Sendings that were begun. */
  readonly tries: number;
  /** ISO 8601. */
  readonly at: string;
};

/** All that is known of the file itself. */
export type FileKnown = Pick<Result, 'file' | 'movedTo' | 'tries' | 'at' | 'sha256' | 'id' | 'digest'>;

export function resultOf(report: Report, known: FileKnown): Result {
  return { version: 1, ...known, completed: isCompleted(report), ...report };
}

export function formatResult(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Where a result that lies in the folder says that its patch belongs, and which one that is; null: it is none of ours. */
export function resultIn(text: string): { readonly place: string; readonly id: string | undefined } | null {
  const parsed = writtenSchema.safeParse(jsonIn(text));
  return parsed.success ? { place: parsed.data.movedTo, id: parsed.data.id } : null;
}

/** Anybody who may write there can change it. */
const writtenSchema = z.object({
  movedTo: z.string().regex(/^\.(?:completed|failed)\/[^/\0]+$/),
  id: z.string().optional().catch(undefined),
});
