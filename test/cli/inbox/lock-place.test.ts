import { describe, expect, test } from '@jest/globals';
import { locksOf } from '../../../src/cli/inbox/lock-place.ts';

describe('locks of watched folders lie', () => {
  test.each([
    ['linux', {}, '/home/ada/.local/state/ghost-runner'],
    ['darwin', {}, '/home/ada/Library/Application Support/ghost-runner'],
    ['win32', {}, '/home/ada/AppData/Local/ghost-runner'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/ghost-runner'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/ghost-runner'],
    ['darwin', { XDG_STATE_HOME: '/state' }, '/state/ghost-runner'],
  ] as const)('on %s, with %j, in %s', (platform, environment, folder) => {
    expect(locksOf({ platform, environment, home: '/home/ada' })).toBe(folder);
  });

  test('nowhere in the working directory, which may be of strangers', () => {
    const environment = { XDG_STATE_HOME: 'state', LOCALAPPDATA: '' };
    expect(locksOf({ platform: 'linux', environment, home: '/home/ada' })).toBe(
      '/home/ada/.local/state/ghost-runner',
    );
    expect(locksOf({ platform: 'win32', environment, home: '/home/ada' })).toBe(
      '/home/ada/AppData/Local/ghost-runner',
    );
  });
});
