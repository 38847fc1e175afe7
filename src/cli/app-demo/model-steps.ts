import type { Fact } from '../drill/line.ts';
import { ending, fact, pullRequest } from './looks.ts';
import { submitUntilItFits, type Turn } from './scripted-model.ts';
import type { AppStep } from './step.ts';
import { createToolCall } from './tool-call.ts';

const MODEL = 'a model';

/** What an agent does with the tools that it has over MCP. */
export const MODEL_STEPS: readonly AppStep[] = [
  {
    name: 'repaired',
    who: MODEL,
    does: 'submits over MCP what it remembers wrongly, repairs it from the answer, and submits it again',
    take: async ({ url, tokens }) => {
      const call = createToolCall(`${url}/mcp`, tokens.gpt);
      const turns = await submitUntilItFits(REMEMBERED, (changes) =>
        call('submit_patch', { id: ID, patch: { version: 1, title: 'Keep discounts positive', changes } }),
      );
      const repaired = turns.at(-1)?.changes ?? [];
      return [
        ...turns.map(describeTurn),
        ...REMEMBERED.map((change, index) =>
          fact(
            `change ${index}`,
            repaired[index] === change ? 'kept' : `now ${JSON.stringify(repaired[index])}`,
            (repaired[index] === change) === (index === FITTING),
          ),
        ),
      ];
    },
  },
  {
    name: 'opened',
    who: MODEL,
    does: 'waits for its end',
    take: async (door) => [
      ...(await ending(door, ID, 'opened')),
      ...(await pullRequest(door, ID, 'ready for review')),
    ],
  },
];

const ID = 'discount-floor-zero';

/** Two of the lines are not what the files have: a number is written otherwise, and a sum is wrong. */
const REMEMBERED = [
  {
    kind: 'edit',
    path: 'src/cart.js',
    find: '  return Math.round(price * (1.0 - percent / 100));',
    replace: '  return Math.max(0, Math.round(price * (1 - percent / 100)));',
  },
  {
    kind: 'diff',
    diff: `--- a/test/cart.test.js
+++ b/test/cart.test.js
@@
 test('a discount is rounded to whole cents', () => {
-  assert.equal(discounted(999, 15), 850);
+  assert.equal(discounted(999, 15), 849);
+  assert.equal(discounted(100, 150), 0);
 });
`,
  },
  {
    kind: 'edit',
    path: 'README.md',
    find: 'A cart that can be added up.',
    replace: 'A cart that can be added up. A discount never makes a price negative.',
  },
];

/** Index of the change that fits from the beginning. */
const FITTING = 2;

/** The first turn is refused, the second one is not, and there is no third. */
function describeTurn({ answer: { isError, facts, texts } }: Turn, index: number): Fact {
  return fact(
    `turn ${index + 1}`,
    isError ? (texts[0] ?? '') : String(facts['outcome']),
    index === 0 ? isError : index === 1 && facts['outcome'] === 'accepted',
  );
}
