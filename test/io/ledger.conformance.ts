import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ledger } from '../../src/stages/control/ports.ts';
import { SUBMODULE_OID } from './seed.ts';

/** One repository made from the seed, seen from both sides. */
export type LedgerWorld = {
  open(): Ledger;
  /** Real git in the repository that the port reads. */
  git(...args: readonly string[]): string | Promise<string>;
  close(): Promise<void> | void;
};

/** What every implementation of the ledger promises. */
export function describeLedger(name: string, openWorld: () => Promise<LedgerWorld>): void {
  describe(name, () => {
    let world: LedgerWorld;
    let ledger: Ledger;
    beforeAll(async () => {
      world = await openWorld();
      ledger = world.open();
    });
    afterAll(async () => await world.close());

    async function commit(message: string, parents: readonly string[] = []): Promise<string> {
      const tree = await world.git('rev-parse', 'main^{tree}');
      const flags = parents.flatMap((parent) => ['-p', parent]);
      return await world.git(...ADA, 'commit-tree', tree, ...flags, '-m', message);
    }

    it('every ref under a prefix comes with its newest commit', async () => {
      const oid = await commit('a record\n\nGhost-Outcome: opened');
      await world.git('update-ref', 'refs/ghost/patches/one', oid);
      await world.git('update-ref', 'refs/ghost/patches/deep/two', oid);
      await world.git('update-ref', 'refs/ghost/patchesque', oid);
      const listed = await ledger.list('refs/ghost/patches/');
      expect(listed.map(({ ref }) => ref)).toEqual(['refs/ghost/patches/deep/two', 'refs/ghost/patches/one']);
      expect(listed[1]).toEqual({
        ref: 'refs/ghost/patches/one',
        oid,
        tree: await world.git('rev-parse', 'main^{tree}'),
        message: 'a record\n\nGhost-Outcome: opened',
        committedAt: new Date(await world.git('log', '-1', '--format=%cI', oid)).toISOString(),
      });
    });

    it('what is no commit is left out, and an empty prefix is an empty list', async () => {
      await world.git('update-ref', 'refs/ghost/odd/blob', await world.git('rev-parse', 'main:text.txt'));
      await world.git('update-ref', 'refs/ghost/odd/tree', await world.git('rev-parse', 'main^{tree}'));
      expect(await ledger.list('refs/ghost/odd/')).toEqual([]);
      expect(await ledger.list('refs/ghost/none/')).toEqual([]);
    });

    it('a history follows first parents, newest first, and no further than asked', async () => {
      const side = await commit('side');
      const chain = [await commit('chain 0')];
      for (let index = 1; index < 5; index += 1) {
        const parents = [chain[0] ?? '', ...(index === 3 ? [side] : [])];
        chain.unshift(await commit(`chain ${index}`, parents));
      }
      await world.git('update-ref', 'refs/ghost/control', chain[0] ?? '');
      const messages = async (limit: number) =>
        (await ledger.history('refs/ghost/control', limit)).map(({ message }) => message);
      expect(await messages(10)).toEqual(['chain 4', 'chain 3', 'chain 2', 'chain 1', 'chain 0']);
      expect(await messages(2)).toEqual(['chain 4', 'chain 3']);
      expect(await ledger.history('refs/ghost/control', 1)).toMatchObject([
        { ref: 'refs/ghost/control', oid: chain[0] },
      ]);
    });

    it('a commit has its tree, its message and its parents in order, and what is no commit is none', async () => {
      const [one, two] = [await commit('one'), await commit('two')];
      const merge = await commit('merge\n\nof both', [one, two]);
      const tree = await world.git('rev-parse', 'main^{tree}');
      expect(await ledger.commit(merge)).toEqual({
        oid: merge,
        tree,
        message: 'merge\n\nof both',
        parents: [one, two],
      });
      expect(await ledger.commit(one)).toMatchObject({ parents: [] });
      expect(await ledger.commit('0'.repeat(40))).toBeNull();
      expect(await ledger.commit('main')).toBeNull();
    });

    it.each(['refs/ghost/missing', 'control', 'ghost/control', '--all', 'refs/ghost/', SUBMODULE_OID])(
      'there is no history of %p',
      async (ref) => {
        expect(await ledger.history(ref, 10)).toEqual([]);
      },
    );
  });
}

const ADA = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] as const;
