import { availableParallelism } from 'node:os';

/** Of six minutes of tests one is waiting for processes that they started, so that a worker for each core leaves cores idle. */
const WORKERS_PER_CORE = 1.5;

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/cli/', '<rootDir>/dist/', '<rootDir>/lib/'],
  testTimeout: 30_000,
  maxWorkers: Math.ceil(availableParallelism() * WORKERS_PER_CORE),
  testSequencer: '<rootDir>/test/setup/sequencer.mjs',
  // Starting a process costs the more the larger its parent is, and these grow with every file of tests.
  workerIdleMemoryLimit: '250MB',
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  reporters: ['default', '<rootDir>/test/setup/reporter.mjs'],
  coverageProvider: 'v8',
};
