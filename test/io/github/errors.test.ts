import { expect, test } from '@jest/globals';
import { GitHubError } from '../../../src/io/github/errors.ts';

test('an answer that is a whole page is told by its beginning, with what to do and without tokens', () => {
  const page = `<html>ghp_${'x'.repeat(36)} ${'a proxy says '.repeat(400_000)}`;
  const cause = Object.assign(new Error(page), { response: { status: 502 } });
  const error = new GitHubError('open the pull request', cause);
  expect(error.message).toMatch(/^Could not open the pull request: <html>ghp_\*\*\* a proxy says/);
  expect(error.message).toMatch(/run it again later\.$/);
  expect(error.message.length).toBeLessThan(3_000);
});
