import type { CallToolResult } from '@modelcontextprotocol/server';
import type * as z from 'zod';
import { problemSchema } from '../http/schemas.ts';
import type { ApiAnswer } from './api-call.ts';

/** What a tool answers: the facts as the output schema has them, or an error that says what to do. */
export function toolResult(answer: ApiAnswer, output: z.ZodObject): CallToolResult {
  if (!answer.ok) {
    return toolError(answer);
  }
  const structuredContent = output.parse(answer.body);
  return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
}

/** First what is wrong in words, then the facts as JSON: models read both, and clients show the first. */
function toolError({ body, retryAfterSeconds }: ApiAnswer): CallToolResult {
  const { title, detail, type: _type, status: _status, ...rest } = problemSchema.parse(body);
  const { hunks, refusals = [] } = rest;
  const remedy = refusals.some(({ data }) => data?.['correction'] !== undefined) ? [CORRECT] : [];
  const facts = {
    ...rest,
    // Hunks that fit need nothing.
    ...(hunks === undefined ? {} : { hunks: hunks.filter(({ status }) => status === 'refused') }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return {
    isError: true,
    content: [
      { type: 'text', text: [`${title}.`, detail, ...remedy].join(' ') },
      { type: 'text', text: JSON.stringify(facts) },
    ],
  };
}

const CORRECT =
  'Under `refusals`, `pointer` names a change of the patch and `data.correction` is a change that fits: put it there, and submit the patch again under the same id.';
