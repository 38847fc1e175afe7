import { describe, expect, it } from '@jest/globals';
import { openOctokit, SHOP, useHub } from './hub.ts';

const hub = useHub();

/** Files in folders of a hundred, so that only their number differs and not the size of what is touched. */
function manyFiles(count: number): { [path: string]: string } {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`d${Math.floor(index / 100)}/f${index}.txt`, `${index}\n`]),
  );
}

const QUERY = `query($name: String!) { repository(owner: "acme", name: $name) { defaultBranchRef { target { ... on Commit {
  tree { oid } file(path: "d1/f150.txt") { object { ... on Blob { text } } }
} } } } }`;

type Answer = {
  repository: { defaultBranchRef: { target: { tree: { oid: string }; file: { object: { text: string } } } } };
};

describe('a large repository', () => {
  it('answers as fast as a small one', async () => {
    await hub.get().createRepository('acme/small', { files: manyFiles(500) });
    await hub.get().createRepository('acme/large', { files: manyFiles(20_000) });
    const octokit = openOctokit(hub.get());
    const work = async (name: string, round: number) => {
      const { repository } = await octokit.graphql<Answer>(QUERY, { name });
      const { tree, file } = repository.defaultBranchRef.target;
      expect(file.object.text).toBe('150\n');
      const entry = {
        path: 'd1/f150.txt',
        mode: '100644',
        type: 'blob',
        content: `${name} ${round}\n`,
      } as const;
      await octokit.rest.git.createTree({ ...SHOP, repo: name, base_tree: tree.oid, tree: [entry] });
    };
    const times: { [name: string]: number[] } = { small: [], large: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, spent] of Object.entries(times)) {
        const started = performance.now();
        await work(name, round);
        spent.push(performance.now() - started);
      }
    }
    expect(fastest(times['large'])).toBeLessThan(fastest(times['small']) * TOLERANCE);
  });
});

const ROUNDS = 12;
/** The fastest of several rounds is steady; a cost that grows with the forty times larger repository is far above. */
const TOLERANCE = 3;

function fastest(times: readonly number[] | undefined): number {
  return Math.min(...(times ?? []));
}
