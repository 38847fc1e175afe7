import { spawn } from 'node:child_process';
import { gitEnvironment } from './process.ts';

export type BackendRequest = {
  readonly method: string;
  /** Folder of the bare repository. */
  readonly directory: string;
  /** What follows the repository in the URL, such as `/info/refs`. */
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Login of the caller; empty for nobody. */
  readonly user: string;
  readonly env: { readonly [name: string]: string };
};

/** Lets git's own CGI program answer, streaming both ways. `done` resolves when it has ended. */
export async function serveGit(
  request: BackendRequest,
): Promise<{ response: Response; done: Promise<void> }> {
  const child = spawn('git', ['http-backend'], {
    env: cgiEnvironment(request),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('close', () => resolve());
    child.on('error', (cause) => reject(new Error('git http-backend could not be started', { cause })));
  });
  child.stdin.on('error', () => {});
  pour(request.body, child.stdin).catch(() => child.kill());
  const output = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { head, rest } = await readHead(output);
  return { response: createResponse(head, streamRest(rest, output)), done };
}

function cgiEnvironment(request: BackendRequest): { [name: string]: string } {
  const header = (name: string) => request.headers.get(name) ?? '';
  const optional = {
    CONTENT_LENGTH: header('content-length'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
  };
  return {
    ...gitEnvironment(),
    GIT_PROJECT_ROOT: request.directory,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: request.path,
    QUERY_STRING: request.query,
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: header('content-type'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_USER: request.user,
    REMOTE_ADDR: '127.0.0.1',
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    ...request.env,
  };
}

async function pour(body: ReadableStream<Uint8Array> | null, stdin: NodeJS.WritableStream): Promise<void> {
  for await (const chunk of body ?? []) {
    if (!stdin.write(chunk)) {
      await new Promise((resolve) => stdin.once('drain', resolve));
    }
  }
  stdin.end();
}

const END_OF_HEAD = '\r\n\r\n';

async function readHead(output: AsyncIterator<Buffer>): Promise<{ head: string; rest: Buffer }> {
  let seen = Buffer.alloc(0);
  for (;;) {
    const next = await output.next();
    if (next.done) {
      throw new Error('git http-backend ended without an answer');
    }
    seen = Buffer.concat([seen, next.value]);
    const end = seen.indexOf(END_OF_HEAD);
    if (end >= 0) {
      return { head: seen.toString('latin1', 0, end), rest: seen.subarray(end + END_OF_HEAD.length) };
    }
  }
}

function createResponse(head: string, body: ReadableStream<Uint8Array>): Response {
  const headers = new Headers();
  let status = 200;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
    if (name.toLowerCase() === 'status') {
      status = Number.parseInt(value, 10);
    } else {
      headers.append(name, value);
    }
  }
  return new Response(body, { status, headers });
}

function streamRest(first: Buffer, output: AsyncIterator<Buffer>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (first.length > 0) {
        controller.enqueue(first);
      }
    },
    async pull(controller) {
      const next = await output.next();
      if (next.done) {
        controller.close();
      } else {
        controller.enqueue(next.value);
      }
    },
    async cancel() {
      await output.return?.();
    },
  });
}
