import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { answerInTurn, createPatientServer, finishAnswers } from '../../src/app/patient-server.ts';

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

test('a connection that its client keeps does not hold up the end, once what it asked for is answered', async () => {
  const patient = createPatientServer();
  server = patient;
  const asked = new Promise<ServerResponse>((resolve) => {
    patient.once('request', (_, response) => resolve(response));
  });
  await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
  const address = patient.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const answer = fetch(`http://127.0.0.1:${port}/`).then((given) => given.text());
  const response = await asked;
  const finished = finishAnswers(patient);
  const began = performance.now();
  response.end('so it is');
  expect(await answer).toBe('so it is');
  await finished;
  // A client that is not told keeps it for three seconds or more.
  expect(performance.now() - began).toBeLessThan(2_500);
});

test.each([
  { requests: 8, answered: 8 },
  { requests: 200, answered: 8 },
])('of $requests requests that are sent ahead over one connection $answered are looked at', async (given) => {
  const patient = createPatientServer();
  server = patient;
  const waiting: ServerResponse[] = [];
  patient.on(
    'request',
    answerInTurn((_, response) => waiting.push(response)),
  );
  await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
  const address = patient.address();
  const client = connect(address !== null && typeof address === 'object' ? address.port : 0, '127.0.0.1');
  socket = client.on('error', () => {});
  const told = given.requests > given.answered ? once(client, 'close') : once(client, 'data');
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(given.requests));
  while (waiting.length < given.answered) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  waiting.forEach((response) => response.end('done'));
  await told;
  expect(waiting).toHaveLength(given.answered);
});

test('a connection is good for any number of requests, one after the other', async () => {
  const patient = createPatientServer();
  server = patient;
  patient.on(
    'request',
    answerInTurn((_, response) => response.end('done')),
  );
  await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
  const address = patient.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  for (let index = 0; index < 30; index += 1) {
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('done');
  }
});
