import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createChores } from '../../src/app/chores.ts';
import { openStore } from '../../src/io/store/open.ts';

/** Does a chore whenever it is due, until it is killed; prints when each turn begins and ends. One that hangs never ends. */
const [place = '', every = '', kind = ''] = process.argv.slice(2);
const store = await openStore(place);
const doChore = createChores({ store, clock: { now: () => new Date() } });
const say = (word: string) => writeSync(1, `${word} ${Date.now()}\n`);
for (;;) {
  await doChore({
    name: 'try',
    every: Number(every),
    work: async () => {
      say('begin');
      await pause(kind === 'hangs' ? 600_000 : 20);
      say('end');
    },
  });
  await pause(5);
}
