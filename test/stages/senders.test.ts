import { describe, expect, test } from '@jest/globals';
import { isOfSameSender, sendersOf, whoSent } from '../../src/stages/senders.ts';

const APP = 'ghost[bot]';
const ANEW = { fromRecord: false };

describe('who sent a patch', () => {
  test('is whoever sent it first, for whom they say, and everybody who sends the same after that, each once', () => {
    const first = whoSent(null, { sender: APP, sentFor: ['shop-gpt'] }, ANEW);
    const second = whoSent(first, { sender: APP, sentFor: ['rita', 'Shop-GPT'] }, ANEW);
    const third = whoSent(second, { sender: 'Rita' }, ANEW);
    expect(third).toEqual({ sender: APP, sentFor: ['shop-gpt'], alsoSentBy: ['rita'] });
    expect(sendersOf(third)).toEqual([APP, 'shop-gpt', 'rita']);
  });

  test('stays as it was where it is sent once more from its record', () => {
    const known = whoSent(null, { sender: 'gpt' }, ANEW);
    expect(whoSent(known, { sender: APP }, { fromRecord: true })).toEqual(known);
  });
});

describe('two patches are of the same sender', () => {
  const ofApp = (...sentFor: readonly string[]) => whoSent(null, { sender: APP, sentFor }, ANEW);

  test.each([
    ['that one account sent for nobody else', { sender: 'gpt' }, { sender: 'gpt' }, true],
    ['that one account sent for the same person', ofApp('laptop', 'Rita'), ofApp('rita'), true],
    [
      'that one account sent for who wrote it, whoever started its run',
      ofApp('bob', 'ada'),
      ofApp('ada'),
      true,
    ],
    ['but not for who had the run of another one started again', ofApp('bob', 'ada'), ofApp('bob'), false],
    ['but not for two', ofApp('shop-gpt'), ofApp('rita'), false],
    ['but not where nobody knows for whom one of them was', { sender: APP }, ofApp('rita'), false],
    [
      'but not where another account says that it sends for them',
      ofApp('rita'),
      { sender: 'mallory', sentFor: ['rita'] },
      false,
    ],
    [
      'but not by who sent the same after them',
      { ...ofApp('rita'), alsoSentBy: ['shop-gpt'] },
      ofApp('shop-gpt'),
      false,
    ],
  ])('%s', (_, one, other, same) => {
    expect(isOfSameSender(one, other)).toBe(same);
    expect(isOfSameSender(other, one)).toBe(same);
  });
});
