import { expect, jest, test } from '@jest/globals';
import { explainFailure } from '../../src/cli/explain-failure.ts';

test('an error that repeats what others wrote sends nothing to the terminal but letters and lines', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = explainFailure(new Error('no\u001B]0;title\u0007 \u009B2J\r\u202E\nsecond line'));
  const [[said] = []] = write.mock.calls;
  write.mockRestore();
  expect(code).toBe(1);
  expect(said).toBe('ghost-runner: no\uFFFD]0;title\uFFFD \uFFFD2J\uFFFD\uFFFD\nsecond line\n');
});
