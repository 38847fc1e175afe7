import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type AccessContext, createAccess } from '../../src/app/dashboard/access.ts';

const REPOSITORIES = ['acme/open', 'acme/secret', 'acme/away'];
const MINUTE = 60_000;

let now = 0;
beforeEach(() => {
  now = 1_000_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** GitHub lets everybody read one repository, and does not know another one any more. */
function createScene() {
  const asked: string[] = [];
  const github = { answers: true };
  const context: AccessContext = {
    store: { board: { repositories: async () => REPOSITORIES } },
    target: async (repository: string) => {
      asked.push(repository);
      const role = repository === 'acme/open' ? 'read' : 'none';
      const roleOf = () => (github.answers ? Promise.resolve(role) : new Promise<never>(() => {}));
      return repository === 'acme/away' ? null : { control: { people: { roleOf } } };
    },
  };
  return { asked, github, access: createAccess(context) };
}

test('GitHub is asked once in ten minutes about who may not read, and oftener about everybody else', async () => {
  const { asked, access } = createScene();
  for (let minute = 0; minute < 10; minute++) {
    expect((await access.seenBy('eve')).repositories).toEqual([{ name: 'acme/open', role: 'viewer' }]);
    now += MINUTE;
  }
  expect(asked.filter((name) => name === 'acme/secret')).toHaveLength(1);
  expect(asked.filter((name) => name === 'acme/open')).toHaveLength(10);
  await access.seenBy('eve');
  expect(asked.filter((name) => name === 'acme/secret')).toHaveLength(2);
});

test('GitHub is asked only so often about one person, however many public repositories there are to look at', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `acme/open-${index}`);
  let asked = 0;
  const roleOf = async () => {
    asked += 1;
    return 'read';
  };
  const access = createAccess({
    store: { board: { repositories: async () => names } },
    target: async () => ({ control: { people: { roleOf } } }),
  });
  for (let look = 0; look < 120; look++) {
    expect((await access.seenBy('eve')).repositories).toHaveLength(100);
    now += 30_000;
  }
  expect(asked).toBeLessThan(1_000);
});

test('who may not read waits for GitHub no longer than for what is not there', async () => {
  const { github, access } = createScene();
  await access.seenBy('eve');
  now += 60 * MINUTE;
  github.answers = false;
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 0));
  expect(await Promise.race([access.roleIn('acme/secret', 'eve'), late])).toBe('none');
});

test('names that nobody knows are neither asked about nor kept', async () => {
  const { asked, access } = createScene();
  await access.seenBy('ada');
  for (let index = 0; index < 10_001; index++) {
    await access.roleIn(`acme/guess-${index}`, 'eve');
  }
  await access.seenBy('ada');
  expect(asked).toEqual(REPOSITORIES);
});

describe('more repositories than GitHub is asked about for one page', () => {
  /** Somebody has the App installed on so many of theirs, whose names come first. */
  const STRANGERS = Array.from({ length: 300 }, (_, index) => `aaa/open-${index + 100}`);
  const OWN = ['acme/shop', 'acme/tools', 'eve/notes'];

  function createCrowd(roles: { readonly [name: string]: string } = {}) {
    return createAccess({
      store: { board: { repositories: async () => [...STRANGERS, ...OWN] } },
      target: async (name) => ({ control: { people: { roleOf: async () => roles[name] ?? 'read' } } }),
    });
  }

  test('are asked about in turns, one of each account, so that one account hides nobody else’s', async () => {
    const { repositories, left } = await createCrowd().seenBy('eve');
    const names = repositories.map(({ name }) => name);
    expect(names).toHaveLength(100);
    expect(names).toEqual(expect.arrayContaining(OWN));
    expect(names).toEqual(names.toSorted());
    expect(left).toBe(203);
  });

  test('have the one among them that is asked for by its name', async () => {
    const named = 'aaa/open-399';
    const { repositories } = await createCrowd().seenBy('eve', { named });
    expect(repositories).toContainEqual({ name: named, role: 'viewer' });
  });

  test('have those among them in which this person is known to do more than look', async () => {
    const access = createCrowd({ 'aaa/open-398': 'write' });
    await access.roleIn('aaa/open-397', 'eve');
    await access.roleIn('aaa/open-398', 'eve');
    const { repositories } = await access.seenBy('eve');
    const names = repositories.map(({ name }) => name);
    expect(names).toContain('aaa/open-398');
    expect(names).not.toContain('aaa/open-397');
  });
});
