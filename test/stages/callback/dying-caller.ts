import { createCaller } from '../../../src/io/callback.ts';
import { openStore } from '../../../src/io/store/open.ts';
import { callBack } from '../../../src/stages/callback/call-back.ts';

/** Tells the sender one thing, and is killed when the receiver has it and the store does not know yet. */
const [place = ''] = process.argv.slice(2);
const store = await openStore(place);
const send = createCaller({ toLoopback: true });
await callBack({
  callbacks: store.callbacks,
  clock: { now: () => new Date() },
  links: { status: ({ id }) => id, pullRequest: String },
  send: async (call) => {
    await send(call);
    process.kill(process.pid, 'SIGKILL');
    return await new Promise<never>(() => {});
  },
  chance: () => 0,
});
