/** Patches as a GPT sends them; `client_payload` of a repository_dispatch. */
export type SamplePayload = { readonly id: string; readonly patch: { readonly [key: string]: unknown } };

/** It fits, and its tests pass. */
export const GOOD: SamplePayload = {
  id: 'cart-quantities',
  patch: {
    version: 1,
    title: 'Count quantities in the cart total',
    description: 'An item may now have a quantity. Items without one count once, as before.',
    changes: [
      {
        kind: 'diff',
        diff: `--- a/src/cart.js
+++ b/src/cart.js
@@ -1,4 +1,4 @@
 /** Sum of all items, in cents. */
 export function total(items) {
-  return items.reduce((sum, item) => sum + item.price, 0);
+  return items.reduce((sum, item) => sum + item.price * (item.quantity ?? 1), 0);
 }
`,
      },
      {
        kind: 'edit',
        path: 'test/cart.test.js',
        find: "test('a discount is rounded",
        replace: `test('a quantity multiplies the price', () => {
  assert.equal(total([{ price: 250, quantity: 3 }]), 750);
});

test('a discount is rounded`,
      },
    ],
    source: { agent: 'shop-gpt' },
  },
};

/** It fits, and breaks a test. */
export const FAILING: SamplePayload = {
  id: 'discount-floor',
  patch: {
    version: 1,
    title: 'Round discounts down',
    changes: [
      { kind: 'edit', path: 'src/cart.js', find: 'Math.round(', replace: 'Math.floor(' },
      { kind: 'edit', path: 'src/cart.js', find: '1 - percent / 100', replace: '0.99 - percent / 100' },
    ],
    source: { agent: 'shop-gpt' },
  },
};

/** It was written for a text that the file does not have. */
export const MISFIT: SamplePayload = {
  id: 'format-currency',
  patch: {
    version: 1,
    title: 'Show the currency',
    changes: [
      {
        kind: 'edit',
        path: 'src/format.js',
        find: 'export function formatPrice(amount) {\n  return (amount / 100).toFixed(2);',
        replace: 'export function formatPrice(amount) {\n  return `€ ${(amount / 100).toFixed(2)}`;',
      },
    ],
    source: { agent: 'shop-gpt' },
  },
};
