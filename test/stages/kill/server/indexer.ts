import type { Noticed } from '../../../../src/app/follow.ts';
import { createFollower } from '../../../../src/app/follow.ts';
import { createIndexer, type Indexer } from '../../../../src/app/indexer.ts';
import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import { RECORD_REFS, recordRef } from '../../../../src/record/record.ts';
import { parseRecord } from '../../../../src/record/text.ts';
import type { BoardEntry } from '../../../../src/stages/intake/board.ts';
import type { Store } from '../../../../src/stages/intake/store.ts';
import type { Scene } from '../scene.ts';
import { payload, type Story, write } from '../story.ts';
import { NO_FEED, openPlace, type Place, wellProcess } from './place.ts';

/** The index of the server, which is to say what the records say, and each thing once. */
export const INDEXER: readonly Story[] = [
  indexing('of patches that came another way', { knownBefore: false }),
  indexing('of patches that went on since', { knownBefore: true }),
];

function indexing(name: string, { knownBefore }: { readonly knownBefore: boolean }): Story {
  return {
    name: `the indexer, ${name}`,
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await scene.apply(payload('under-way'));
      await scene.deliver(
        payload('unfit', {}, [{ kind: 'edit', path: 'src/a.txt', find: '7', replace: '' }]),
      );
      await scene.deliver(payload('rejected', {}, write('b.txt')));
      if (knownBefore) {
        await indexAll(scene, store);
      }
      await scene.command('rita', 'reject rejected');
      return {
        work: async (within, through) => {
          const place = openPlace(scene, { store, within, through });
          await lookEverywhere(place);
        },
        died: () => {},
        told: () => findUntrue(scene, store),
        again: async () => {
          await indexAll(scene, store);
          return [...(await findUntrue(scene, store)), ...(await findMissing(scene, store))];
        },
      };
    },
  };
}

/** What a server that is well does from time to time. */
export async function indexAll(scene: Scene, store: Store): Promise<void> {
  await lookEverywhere(openPlace(scene, wellProcess(scene, store)));
}

/** The chores of the server that keep the index: what is open is looked at, and then all records. */
async function lookEverywhere(place: Place): Promise<void> {
  const { indexer, sweep } = openIndexer(place);
  await sweep();
  await indexer.indexAll();
}

/** `noticed` is told what is learned. */
export function openIndexer(
  { context, targets }: Place,
  noticed?: Noticed,
): { readonly indexer: Indexer; readonly sweep: () => Promise<void> } {
  const follower = createFollower(context, NO_FEED, noticed);
  const indexer = createIndexer(context, { targets, follower, feed: NO_FEED });
  return { indexer, sweep: () => follower.sweep() };
}

/** Everything that the index says and no record ever said, and events that came twice. */
async function findUntrue(scene: Scene, store: Store): Promise<readonly string[]> {
  const wrong = (await entriesOf(scene, store)).map(async (entry) => {
    const said = entry.record === undefined ? null : await recordAt(scene, entry.record.oid);
    const agrees =
      said === null ||
      (said.state === entry.record?.state &&
        said.outcome?.kind === entry.record.outcome &&
        said.digest === entry.digest &&
        said.id === entry.id);
    return agrees ? [] : [`the index says of ${entry.id} what its record never said`];
  });
  const events = await store.events.since(0, { limit: 100 });
  const names = events.map(({ id, digest, kind, state, outcome }) =>
    [kind, id, digest, state, outcome].join(' '),
  );
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [...(await Promise.all(wrong)).flat(), ...twice.map((name) => `twice: ${name}`)];
}

/** Every record that the index does not have as it is, or has more than once. */
async function findMissing(scene: Scene, store: Store): Promise<readonly string[]> {
  const entries = await entriesOf(scene, store);
  const refs = Object.keys((await scene.snapshot()).refs).filter((ref) => ref.startsWith(RECORD_REFS));
  const wrong = refs.map(async (ref) => {
    const found = entries.filter(({ id }) => recordRef(id) === ref);
    const tip = await scene.git('rev-parse', ref);
    return found.length === 1 && found[0]?.record?.oid === tip
      ? []
      : [`${ref} stands ${found.length} times in the index, as ${found[0]?.record?.oid}, not ${tip}`];
  });
  return (await Promise.all(wrong)).flat();
}

async function entriesOf({ repository }: Scene, store: Store): Promise<readonly BoardEntry[]> {
  return await store.board.list({ repository, limit: 100 });
}

async function recordAt({ git }: Scene, oid: string) {
  const parsed = parseRecord(await git('log', '-1', '--format=%B', oid));
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  return parsed.record;
}
