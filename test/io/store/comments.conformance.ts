import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommentClaim, KeptComment } from '../../../src/stages/intake/kept-comments.ts';
import type { Store } from '../../../src/stages/intake/store.ts';
import { after, NOW } from './store.conformance.ts';

/** What keeps a comment until it is answered. `open` gives another handle on the same data. */
export function commentsConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(`${name}, for comments`, () => {
    let world: Awaited<ReturnType<typeof setUp>>;
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      world = await setUp();
      store = await world.open();
      other = await world.open();
    });

    afterEach(async () => {
      await store.close();
      await other.close();
      await world.tearDown();
    });

    /** The one of all that is due longest. */
    async function claim(by: Store, seconds: number): Promise<CommentClaim | null> {
      const due = await by.comments.due(after(seconds));
      const [of] = due.toSorted((one, other) => (one.since < other.since ? -1 : 1));
      return of === undefined ? null : await by.comments.claim({ of, now: after(seconds), leaseSeconds: 30 });
    }

    /** All that are due, each of which may be answered beside the others. */
    async function claimAll(seconds: number): Promise<readonly CommentClaim[]> {
      const all: CommentClaim[] = [];
      for (let next = await claim(other, seconds); next !== null; next = await claim(other, seconds)) {
        all.push(next);
      }
      return all;
    }

    async function claimed(by: Store, seconds: number): Promise<CommentClaim> {
      return (await claim(by, seconds)) ?? never();
    }

    test('one that is told twice, to whatever process, is kept once, to the character, until it is done', async () => {
      const comment = newComment({
        body: '/ghost reject\u0000\uE0000 😀',
        title: "'); DROP TABLE comments; --",
      });
      const kept = await Promise.all([store, other, store].map((by) => by.comments.keep(comment, NOW)));
      expect(kept.toSorted()).toEqual(['kept', 'known', 'known']);
      await store.close();
      store = await world.open();
      const first = await claimed(store, 0);
      expect(first).toEqual({ comment, keptAt: NOW.toISOString(), attempts: 1, reply: null });
      expect(await other.comments.keep(comment, after(10))).toBe('known');
      expect(await store.comments.done(first)).toBe(true);
      expect(await claim(other, 99)).toBeNull();
      expect(await other.comments.keep(comment, after(100))).toBe('kept');
    });

    test('the same number in another repository is another comment, and the one that is due longest comes first', async () => {
      await store.comments.keep(newComment({ repository: 'acme/other' }), after(1));
      await other.comments.keep(newComment(), NOW);
      expect(await claim(store, 1)).toMatchObject({ comment: { repository: 'acme/shop' } });
      expect(await claim(store, 1)).toMatchObject({ comment: { repository: 'acme/other' } });
      expect(await claim(store, 1)).toBeNull();
    });

    test('of one who died at it, another has it when the lease ends, and what the dead one still says does not count', async () => {
      await store.comments.keep(newComment(), NOW);
      const dead = await claimed(store, 0);
      expect(await claim(other, 29)).toBeNull();
      const living = await claimed(other, 30);
      expect(living.attempts).toBe(2);
      expect(await store.comments.hold(dead, after(999))).toBe(false);
      expect(await store.comments.keepReply(dead, { text: 'late', reaction: 'rocket' })).toBe(false);
      expect(await store.comments.done(dead)).toBe(false);
      expect(await other.comments.done(living)).toBe(true);
    });

    test('what is held is not due before its time, and what is to be said of it is kept', async () => {
      await store.comments.keep(newComment(), NOW);
      const first = await claimed(store, 0);
      const reply = { text: '**done**\n', reaction: 'confused' } as const;
      expect(await store.comments.keepReply(first, reply)).toBe(true);
      expect(await store.comments.hold(first, after(600))).toBe(true);
      expect(await claim(other, 599)).toBeNull();
      expect(await claim(other, 600)).toMatchObject({ attempts: 2, reply });
    });

    test('one that was held by a clock that was put back since is due', async () => {
      await store.comments.keep(newComment(), after(90_000));
      expect(await claim(other, 0)).toMatchObject({ attempts: 1 });
    });

    test('what is due is told by repository and kind, and only of these one is claimed', async () => {
      await store.comments.keep(newComment({ id: 1, kind: 'other' }), after(2));
      await store.comments.keep(newComment({ id: 2, kind: 'other', author: 'bob' }), after(1));
      await store.comments.keep(newComment({ id: 3 }), after(3));
      await store.comments.keep(newComment({ id: 4, repository: 'acme/other' }), after(9));
      const due = (await other.comments.due(after(8))).toSorted((one, another) =>
        one.kind < another.kind ? -1 : 1,
      );
      expect(due).toEqual([
        { repository: 'acme/shop', kind: 'other', since: after(1).toISOString() },
        { repository: 'acme/shop', kind: 'stop', since: after(3).toISOString() },
      ]);
      const request = { now: after(8), leaseSeconds: 30 };
      const [others] = due;
      expect(await other.comments.claim({ of: others ?? never(), ...request })).toMatchObject({
        comment: { id: 2 },
      });
      expect(
        await other.comments.claim({ of: { repository: 'acme/other', kind: 'stop' }, ...request }),
      ).toBeNull();
    });

    test('what lifts a stop is not due before the stops that were written before it were done, or failed once', async () => {
      await store.comments.keep(newComment({ id: 9 }), NOW);
      await store.comments.keep(newComment({ id: 10, kind: 'lift', author: 'bob' }), NOW);
      await store.comments.keep(newComment({ id: 11 }), NOW);
      await store.comments.keep(newComment({ id: 10, kind: 'lift', repository: 'acme/other' }), NOW);
      const lifts = async (seconds: number) =>
        (await other.comments.due(after(seconds)))
          .filter(({ kind }) => kind === 'lift')
          .map(({ repository }) => repository)
          .toSorted();
      expect(await lifts(0)).toEqual(['acme/other']);
      const of = { repository: 'acme/shop', kind: 'stop' } as const;
      const earlier = await store.comments.claim({ of, now: NOW, leaseSeconds: 30 });
      expect(earlier?.comment.id).toBe(9);
      expect(await lifts(0)).toEqual(['acme/other']);
      await store.comments.keepReply(earlier ?? never(), { text: 'done', reaction: 'rocket' });
      expect(await lifts(0)).toEqual(['acme/other', 'acme/shop']);
    });

    test('a stop that failed once keeps what lifts one waiting no longer', async () => {
      await store.comments.keep(newComment({ id: 9 }), NOW);
      await store.comments.keep(newComment({ id: 10, kind: 'lift' }), NOW);
      const failed = await claimed(store, 0);
      await store.comments.hold(failed, after(2));
      const again = await claimed(store, 2);
      expect([failed.comment.id, again.comment.id]).toEqual([9, 9]);
      expect(await claim(store, 2)).toMatchObject({ comment: { id: 10 } });
    });

    test('what one person writes under one issue is due when all before it was done, and a stop at once', async () => {
      const other = { kind: 'other' } as const;
      await store.comments.keep(newComment({ ...other, id: 9 }), NOW);
      await store.comments.keep(newComment({ ...other, id: 10 }), NOW);
      await store.comments.keep(newComment({ id: 11, kind: 'stop' }), NOW);
      await store.comments.keep(newComment({ ...other, id: 12, author: 'bob' }), NOW);
      await store.comments.keep(newComment({ ...other, id: 13, number: 8 }), NOW);
      await store.comments.keep(newComment({ ...other, id: 14 }), NOW);
      const claims = await claimAll(0);
      expect(claims.map(({ comment }) => comment.id).toSorted((a, b) => a - b)).toEqual([9, 11, 12, 13]);
      const [first = never()] = claims.filter(({ comment }) => comment.id === 9);
      await store.comments.keepReply(first, { text: 'done', reaction: 'rocket' });
      const [second = never()] = await claimAll(1);
      expect(second.comment.id).toBe(10);
      await store.comments.done(second);
      expect(await claimAll(2)).toEqual([]);
      const [stop = never()] = claims.filter(({ comment }) => comment.id === 11);
      await store.comments.done(stop);
      expect(await claimAll(3)).toMatchObject([{ comment: { id: 14 } }]);
    });

    test('one that fails again and again keeps what the same person writes below it waiting no longer', async () => {
      await store.comments.keep(newComment({ id: 9, kind: 'other' }), NOW);
      await store.comments.keep(newComment({ id: 10, kind: 'other' }), NOW);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const failed = await claimAll(attempt);
        expect(failed).toMatchObject([{ comment: { id: 9 }, attempts: attempt }]);
        await store.comments.hold(failed[0] ?? never(), after(attempt + 1));
      }
      const then = await claimAll(6);
      expect(then.map(({ comment }) => comment.id)).toEqual([9, 10]);
    });

    test('who fills the room with what takes its time has as much for what stops', async () => {
      const keep = (id: number, kind: KeptComment['kind']) =>
        store.comments.keep(newComment({ id, kind }), NOW);
      for (let id = 1; id <= 10; id++) {
        expect(await keep(id, id % 2 === 0 ? 'other' : 'lift')).toBe('kept');
      }
      expect(await keep(11, 'other')).toBe('full');
      expect(await keep(12, 'stop')).toBe('kept');
    });

    test('nobody keeps more than ten in a repository, and all together fifty', async () => {
      const keep = (id: number, author: string) => store.comments.keep(newComment({ id, author }), NOW);
      const kept: string[] = [];
      for (let id = 1; id <= 11; id++) {
        kept.push(await keep(id, 'mallory'));
      }
      expect(kept.lastIndexOf('kept')).toBe(9);
      expect(kept[10]).toBe('full');
      for (let id = 100; id < 140; id++) {
        expect(await keep(id, `person-${id}`)).toBe('kept');
      }
      expect(await keep(999, 'ada')).toBe('full');
      expect(await store.comments.keep(newComment({ repository: 'acme/other' }), after(1))).toBe('kept');
      await store.comments.done(await claimed(store, 0));
      expect(await keep(999, 'ada')).toBe('kept');
    });
  });
}

function newComment(more: Partial<KeptComment> = {}): KeptComment {
  return {
    repository: 'acme/shop',
    // Larger than 32 bits hold, as GitHub's are.
    id: 3_456_789_012,
    url: 'https://github.com/acme/shop/issues/7#issuecomment-3456789012',
    number: 7,
    title: 'Add a note',
    author: 'ada',
    body: '/ghost pause looking into it',
    createdAt: NOW.toISOString(),
    kind: 'stop',
    ...more,
  };
}

function never(): never {
  throw new Error('no comment was due');
}
