import * as z from 'zod';
import { startServer } from '../../src/app/server.ts';
import type { Settings } from '../../src/app/settings.ts';
import { measureOwnTimes } from './own-times.ts';
import { serve } from './serving.ts';

/** The server as it runs anywhere. */
serve(async (given) => {
  const server = await startServer(settings.parse(given));
  return {
    url: server.url,
    signInUrl: server.makeSignInUrl(),
    stop: () => server.stop(),
    ownTimes: measureOwnTimes(),
  };
});

/** As they are in the process that starts this one. */
const settings = z.custom<Settings>();
