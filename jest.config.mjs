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
  // Most tests wait for processes that they started, so that a core kept free for the rest would idle.
  maxWorkers: '100%',
  // Starting a process costs the more the larger its parent is, and these grow with every file of tests.
  workerIdleMemoryLimit: '250MB',
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  reporters: ['default', '<rootDir>/test/setup/reporter.mjs'],
  coverageProvider: 'v8',
};
