import { checkBlocks } from './block-kit.ts';
import type { MessageContent, MessageMetadata } from './message.ts';

export type ReadContent =
  | { readonly ok: true; readonly content: MessageContent }
  | {
      readonly ok: false;
      readonly error: string;
      readonly response_metadata?: { readonly messages: readonly string[] };
    };

/** A message as Slack would take it, or Slack's word for what is wrong with it. */
export function readContent(args: { readonly [name: string]: unknown }): ReadContent {
  const text = typeof args['text'] === 'string' ? args['text'] : '';
  const raw = parseStructure(args['blocks']);
  if (text === '' && raw === undefined) {
    return { ok: false, error: 'no_text' };
  }
  if (text.length > MAX_TEXT) {
    return { ok: false, error: 'msg_too_long' };
  }
  if (raw !== undefined && !Array.isArray(raw)) {
    return { ok: false, error: 'invalid_blocks_format' };
  }
  const checked = checkBlocks(raw ?? []);
  if (!checked.ok) {
    return { ok: false, error: checked.error, response_metadata: { messages: checked.messages } };
  }
  const metadata = parseStructure(args['metadata']);
  if (metadata !== undefined && !isMetadata(metadata)) {
    return { ok: false, error: 'invalid_metadata_format' };
  }
  return {
    ok: true,
    content: { text, blocks: checked.blocks, ...(metadata === undefined ? {} : { metadata }) },
  };
}

/** Slack's limit for a message's text. */
const MAX_TEXT = 40_000;

/** Form posts carry structures as JSON text; what is no JSON stays a string, and fails where a structure is needed. */
export function parseStructure(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isMetadata(value: unknown): value is MessageMetadata {
  return (
    typeof value === 'object' &&
    value !== null &&
    'event_type' in value &&
    typeof value.event_type === 'string' &&
    'event_payload' in value &&
    typeof value.event_payload === 'object'
  );
}
