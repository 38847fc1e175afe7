import type { ActionsEngine } from '../../src/local/contract.ts';

/** An engine that starts no run, and writes down what came in with each dispatch. */
export function createPayloadLog(payloads: unknown[]): ActionsEngine {
  return {
    async start({ name, payload }) {
      if (name === 'repository_dispatch') payloads.push(payload['client_payload']);
      return [];
    },
    runs: () => [],
    run: () => undefined,
    cancel: () => false,
    rerun: async () => false,
    idle: async () => {},
    onChange: () => () => {},
    close: async () => {},
  };
}
