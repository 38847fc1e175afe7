import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import { incomingOf } from './incoming.ts';
import type { Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';
import { createShares } from './shares.ts';

/** The memory for what requests hold, in bytes. */
export type Bodies = {
  /**
   * Gives the function that gives it back; throws a problem where there is none. `request` is what arrives, where
   * something does: it is ended where it takes longest of all, and others need its room.
   */
  take(owner: string, amount: number, request: IncomingMessage | null): () => void;
};

/**
 * A sender of good will needs moments for a body. So those that have taken longest to arrive go where there is no room
 * for another one, and nobody keeps others out by some that never do.
 */
export function createBodies({ ofOne = MAX_OF_ONE, ofAll = MAX_OF_ALL } = {}): Bodies {
  const shares = createShares({
    ofOne,
    ofAll,
    detail: 'Too much is being sent at once; wait for an answer, and send it again then.',
  });
  /** The one that began first is the first one. */
  const arriving = new Map<IncomingMessage, () => void>();
  const makeRoom = (amount: number) => {
    for (const [slowest, leave] of arriving) {
      if (shares.free() >= amount) {
        return;
      }
      arriving.delete(slowest);
      if (!slowest.complete) {
        leave();
        slowest.destroy();
      }
    }
  };
  return {
    take: (owner, amount, request) => {
      if (shares.isWithinOwn(owner, amount)) {
        makeRoom(amount);
      }
      const leave = shares.take(owner, amount);
      if (request === null) {
        return leave;
      }
      arriving.set(request, leave);
      return () => {
        arriving.delete(request);
        leave();
      };
    },
  };
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
    const amount = announced <= maxSize ? announced : 0;
    const leave = bodies.take(ownerOf(context), amount, incomingOf(context));
    try {
      return await limit(context, next);
    } finally {
      leave();
    }
  };
}
