import type { Folder } from './folder.ts';
import type { Language } from './set-up.ts';

/** A repository with a go.mod; null: it has none. */
export function detectGo(folder: Folder): Language | null {
  if (!folder.has('go.mod')) {
    return null;
  }
  return {
    name: 'Go',
    packageManager: 'go',
    steps: [
      {
        name: 'Set Go up',
        uses: { action: 'actions/setup-go@4dc6199c7b1a012772edbd06daecab0f50c9053c', version: 'v6.1.0' },
        // A cache that a patch's code may write is read by other jobs.
        with: { 'go-version-file': 'go.mod', cache: 'false' },
      },
      { name: 'Install what the tests need', run: 'go mod download' },
    ],
    testCommand: 'go test ./...',
  };
}

/** A repository with a Cargo.toml; null: it has none. GitHub's runners have rustup. */
export function detectRust(folder: Folder): Language | null {
  if (!folder.has('Cargo.toml')) {
    return null;
  }
  const pinned = folder.has('rust-toolchain.toml') || folder.has('rust-toolchain');
  const locked = folder.has('Cargo.lock') ? ' --locked' : '';
  const everything = folder.read('Cargo.toml')?.includes('[workspace]') ? ' --workspace' : '';
  return {
    name: 'Rust',
    packageManager: 'cargo',
    steps: [
      {
        name: 'Set Rust up',
        run: pinned ? 'rustup toolchain install' : 'rustup toolchain install stable --profile minimal',
      },
      { name: 'Install what the tests need', run: `cargo fetch${locked}` },
    ],
    testCommand: `cargo test${locked}${everything}`,
  };
}
