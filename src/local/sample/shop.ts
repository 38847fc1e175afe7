/** A small shop with a real test suite: what the demo's patches are made for. Node is all it needs. */
export const SHOP: { readonly [path: string]: string } = {
  'README.md': '# Shop\n\nA cart that can be added up. `npm test` runs its tests.\n',
  'package.json': `${JSON.stringify({ name: 'shop', version: '1.0.0', type: 'module', private: true, scripts: { test: 'node --test' } }, null, 2)}\n`,
  'src/cart.js': `/** Sum of all items, in cents. */
export function total(items) {
  return items.reduce((sum, item) => sum + item.price, 0);
}

/** Price after a discount in percent, in cents. */
export function discounted(price, percent) {
  return Math.round(price * (1 - percent / 100));
}
`,
  'src/format.js': `/** Cents as text, such as "12.34". */
export function formatPrice(cents) {
  return (cents / 100).toFixed(2);
}
`,
  'test/cart.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discounted, total } from '../src/cart.js';

test('an empty cart costs nothing', () => {
  assert.equal(total([]), 0);
});

test('a cart costs what its items cost', () => {
  assert.equal(total([{ price: 250 }, { price: 199 }]), 449);
});

test('a discount is rounded to whole cents', () => {
  assert.equal(discounted(999, 15), 849);
});
`,
  'test/format.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPrice } from '../src/format.js';

test('cents are shown with two digits', () => {
  assert.equal(formatPrice(5), '0.05');
});
`,
};

/** How the shop says that its patches are tested; see docs/configuration.md. */
export function shopConfig(channel: string): string {
  return `# How Ghost Runner handles patches to this repository.
test:
  command: npm test
  timeout-minutes: 2
labels: [ghost-runner]
slack:
  channel: ${channel}
`;
}
