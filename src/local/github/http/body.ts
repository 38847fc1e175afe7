import { z } from 'zod';
import { failure, Refused, unprocessable } from './reply.ts';
import type { Call } from './route.ts';

/** The request's body in this shape; refused as GitHub refuses it where it is no JSON (400) or has another shape (422). */
export function readBody<Shape extends z.ZodType>(
  call: Pick<Call, 'rawBody'>,
  shape: Shape,
): z.output<Shape> {
  const result = shape.safeParse(parseJson(call.rawBody));
  if (!result.success) {
    throw new Refused(unprocessable(describeProblems(result.error)));
  }
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refused(failure(400, 'Problems parsing JSON'));
  }
}

function describeProblems(error: z.ZodError): string {
  const lines = error.issues.map(
    (issue) => `For '${['properties', ...issue.path].join('/')}', ${issue.message}.`,
  );
  return ['Invalid request.', ...lines].join('\n\n');
}
