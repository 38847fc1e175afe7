import { writeSync } from 'node:fs';
import { openStore } from '../../../src/io/store/open.ts';

/** Accepts patches into a store until it is killed; prints the id of each one that is kept. */
const [place = '', name = ''] = process.argv.slice(2);
const store = await openStore(place);
for (let count = 0; ; count++) {
  const id = `${name}-${count}`;
  await store.deliveries.accept(
    {
      repository: 'acme/shop',
      id,
      name: id,
      digest: 'a'.repeat(64),
      title: id,
      sender: 'shop-gpt',
      receivedAt: '2026-01-01T12:00:00.000Z',
      text: '{}',
    },
    null,
  );
  writeSync(1, `${id}\n`);
}
