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

/** Where a result that was written before its patch was moved says that the patch belongs; null: it is none of ours. */
export function restingPlaceIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const place = typeof value === 'object' && value !== null && 'movedTo' in value ? value.movedTo : null;
    return typeof place === 'string' && /^\.(?:completed|failed)\/[^/\0]+$/.test(place) ? place : null;
  } catch {
    return null;
  }
}
