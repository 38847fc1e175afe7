import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { createPatientServer } from '../../src/app/patient-server.ts';

let server: Server | undefined;
let socket: Socket | undefined;
afterEach(() => {
  socket?.destroy();
  server?.close();
  server?.closeAllConnections();
});

/** More than the system takes for whoever does not read it. */
const LARGE = Buffer.alloc(32 * 1024 * 1024);

/** Asks for it, and does not read it yet. */
async function ask(silenceMs: number) {
  const patient = createPatientServer({ silenceMs });
  server = patient;
  const asked = new Promise<ServerResponse>((resolve) => {
    patient.once('request', (_, response) => {
      response.end(LARGE);
      resolve(response);
    });
  });
  await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
  const address = patient.address();
  const client = connect(address !== null && typeof address === 'object' ? address.port : 0, '127.0.0.1');
  socket = client.on('error', () => {}).pause();
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  return { client, response: await asked };
}

test('who does not read an answer does not keep its connection', async () => {
  const { response } = await ask(200);
  await once(response, 'close');
  expect(response.writableFinished).toBe(false);
});

test('who reads it in time has all of it', async () => {
  const { client, response } = await ask(5_000);
  client.resume();
  await once(response, 'finish');
  expect(response.writableFinished).toBe(true);
});
