import type { Refusal } from '../refusal.ts';
import { linesToRead } from './reading.ts';
import type { Format } from './text-format.ts';
import { partsOf } from './text-parts.ts';

/**
 * Why a change of one format is not taken where an edit of another one stands beside it: that would be passed over, and
 * one of the two be lost. null: there is none.
 */
export function refuseOtherFormats(kind: Format, text: string): Refusal | null {
  const lines = linesToRead(text);
  const formats = lines === null ? [] : partsOf(lines).parts.map(({ format }) => format);
  const other = formats.find((format) => format !== 'fence' && format !== kind);
  return other === undefined || !formats.includes(kind)
    ? null
    : {
        code: 'malformed',
        message: `The text holds an edit of kind \`${other}\` beside that of kind \`${kind}\`, which would be lost. Send each as a change of its own, or all of it as a change of kind \`text\`.`,
        data: { kind, other },
      };
}
