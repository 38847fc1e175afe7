import { type Envelope, parseEnvelope } from '../patch/envelope.ts';
import { payloadOf } from '../patch/payload.ts';
import { readPatch } from '../patch/read.ts';
import type { Refusal } from '../patch/refusal.ts';
import { ELSEWHERE, type SentTo } from '../patch/repository-name.ts';
import { asItCame, sourceOf } from '../patch/source.ts';
import type { Told } from './told.ts';

/** A patch that is well-formed, or all that is wrong with it. */
export type Understood =
  | {
      readonly ok: true;
      readonly id: string;
      readonly digest: string;
      /** As it came, with the same id and digest, so that the pull request tells the same of it as `told` does. */
      readonly text: string;
      /** It asks for nothing but what would happen. */
      readonly dryRun: boolean;
      /** What the file says of the delivery, beside the patch. */
      readonly beside: Beside;
      /** What was read otherwise than it was written, and what is not sent, which `text` does not show. */
      readonly told: Told;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export type Beside = Pick<Envelope, 'retry' | 'again' | 'sentFor'>;

/**
 * What is not well-formed is not sent: the answer is quicker here. `sentTo`: the repository that it goes to, where that is
 * known before it is handed on; else whoever takes it compares the one that it names.
 */
export function understand(text: string, sentTo: SentTo = ELSEWHERE): Understood {
  const parsed = parseEnvelope(payloadOf(text));
  if (!parsed.ok) {
    return parsed;
  }
  if (parsed.envelope.kind === 'reference') {
    return {
      ok: false,
      refusals: [
        {
          code: 'malformed',
          message: 'This is a reference already; send the patch itself.',
          pointer: '/ref',
        },
      ],
    };
  }
  const { id, retry, again, sentFor } = parsed.envelope;
  const read = readPatch(sourceOf(parsed.envelope), id, sentTo);
  if (!read.ok) {
    return read;
  }
  const beside = {
    ...(retry === undefined ? {} : { retry }),
    ...(again === undefined ? {} : { again }),
    ...(sentFor === undefined ? {} : { sentFor }),
  };
  const { digest, patch } = read;
  return {
    ok: true,
    id: read.id,
    digest,
    text: asItCame(parsed.envelope.patch),
    dryRun: patch.dryRun,
    beside,
    told: { notes: read.repairs, notDone: read.notDone },
  };
}
