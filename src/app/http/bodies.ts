import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import type { Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';
import { createShares, type Shares } from './shares.ts';

/** The memory for what requests hold, in bytes. */
export type Bodies = Shares;

export function createBodies(): Bodies {
  return createShares({
    ofOne: MAX_OF_ONE,
    ofAll: MAX_OF_ALL,
    detail: 'Too much is being sent at once; wait for an answer, and send it again then.',
  });
}

/** Bytes that one sender may have under way at once: a few of the largest patches, or hundreds of usual ones. */
const MAX_OF_ONE = 3 * MAX_PATCH_TEXT_BYTES;

/** Bytes in all; what is made of them takes a multiple. */
const MAX_OF_ALL = 12 * MAX_PATCH_TEXT_BYTES;

export type BodyLimit = {
  /** Bytes. */
  readonly maxSize: number;
  /** What to do about a larger one. */
  readonly remedy: string;
  readonly ownerOf: (context: Context<Variables>) => string;
};

/**
 * Lets a body in that is not larger than it may be, and for which there is memory until its request is answered. One
 * that does not say how large it is counts as the largest.
 */
export function limitBody(
  bodies: Bodies,
  { maxSize, remedy, ownerOf }: BodyLimit,
): MiddlewareHandler<Variables> {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new RequestProblem({
        status: 413,
        code: 'too_large',
        detail: `The body has more than ${maxSize} bytes; ${remedy}.`,
      });
    },
  });
  return async (context, next) => {
    const announced = Number(context.req.header('content-length') ?? maxSize);
    // What is larger is refused unread.
    const leave = bodies.take(ownerOf(context), announced <= maxSize ? announced : 0);
    try {
      return await limit(context, next);
    } finally {
      leave();
    }
  };
}
