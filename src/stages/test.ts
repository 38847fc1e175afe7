import type { TestReport } from '../record/outcome.ts';
import type { Oid, TestProcess } from './ports.ts';

/**
 * Runs the repository's test command on the tree that was checked out. This is the untrusted stage: it has no
 * token, and what it returns is a claim about `sha` that publishing treats as such.
 */
export async function test(
  process: TestProcess,
  request: {
    readonly sha: Oid;
    readonly command: string;
    readonly directory: string;
    readonly timeoutSeconds: number;
  },
): Promise<TestReport> {
  const { sha, ...rest } = request;
  return { ...(await process.run(rest)), sha };
}
