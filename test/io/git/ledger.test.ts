import { rmSync } from 'node:fs';
import { createGitLedger } from '../../../src/io/git/ledger.ts';
import { describeLedger } from '../ledger.conformance.ts';
import { realGit } from '../real-git.ts';
import { createSeed } from '../seed.ts';

describeLedger('the ledger of a clone', async () => {
  const directory = createSeed();
  return {
    open: () => createGitLedger({ directory }),
    git: (...args) => realGit(directory, args),
    close: () => rmSync(directory, { recursive: true }),
  };
});
