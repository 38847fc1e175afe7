/**
 * Loaded into the process of an Action before anything else: kills it at its so-manyth request, before that is sent or
 * when its answer is there. GHOST_DIE_AT is such as `4 after`, in the first attempt of a run. With GHOST_DIE_CHANCE it
 * dies before any request, with this probability.
 */
const first = process.env.GITHUB_RUN_ATTEMPT === '1';
const [number, when] = first ? (process.env.GHOST_DIE_AT ?? '').split(' ') : [];
const chance = Number(process.env.GHOST_DIE_CHANCE ?? 0);
const send = globalThis.fetch;
let requests = 0;

globalThis.fetch = async (...request) => {
  requests += 1;
  const last = requests === Number(number);
  if ((last && when === 'before') || Math.random() < chance) {
    process.kill(process.pid, 'SIGKILL');
  }
  const answer = await send(...request);
  if (last) {
    process.kill(process.pid, 'SIGKILL');
  }
  return answer;
};
