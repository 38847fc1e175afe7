import { spawn } from 'node:child_process';
import { nextTick } from 'node:process';
import type { Writable } from 'node:stream';
import { gitEnvironment } from './process.ts';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export type ObjectInfo = { readonly oid: string; readonly type: ObjectType; readonly size: number };

export type GitObject = ObjectInfo & { readonly bytes: Buffer };

/**
 * Looks up objects in one repository through a single long-lived process, so that a look-up costs the same in
 * a large repository as in a small one. A name is an object id or a full ref name; null: there is no such thing.
 */
export type ObjectReader = {
  info(name: string): Promise<ObjectInfo | null>;
  read(name: string): Promise<GitObject | null>;
  close(): void;
};

/** Starts its process at the first question. */
export function createObjectReader(directory: string): ObjectReader {
  const questions: Question[] = [];
  let batch: ReturnType<typeof startBatch> | undefined;

  function ask(command: string, name: string): Promise<GitObject | null> {
    if (/[\0-\x20]/.test(name)) {
      throw new Error(`not a name of an object: ${JSON.stringify(name)}`);
    }
    batch ??= startBatch(directory, questions);
    return new Promise((resolve, reject) => {
      questions.push({ withBytes: command === 'contents', resolve, reject });
      askTogether(batch?.stdin, `${command} ${name}\n`);
    });
  }

  return {
    info: (name) => ask('info', name),
    read: (name) => ask('contents', name),
    close: () => batch?.kill(),
  };
}

/** What is asked in one turn reaches git at once, for waking it takes longer than most answers. */
function askTogether(stdin: Writable | undefined, question: string): void {
  stdin?.cork();
  stdin?.write(question);
  nextTick(() => stdin?.uncork());
}

type Question = {
  readonly withBytes: boolean;
  readonly resolve: (answer: GitObject | null) => void;
  readonly reject: (cause: Error) => void;
};

function startBatch(directory: string, questions: Question[]) {
  const child = spawn('git', [`--git-dir=${directory}`, 'cat-file', '--batch-command'], {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const answers = createAnswerParser(questions);
  child.stdout.on('data', answers);
  child.stdin.on('error', () => {});
  child.on('close', () => {
    for (const question of questions.splice(0)) {
      question.reject(new Error(`git cat-file ended in ${directory}`));
    }
  });
  // The repository outlives its questions; an idle reader must not keep the process alive.
  child.unref();
  return child;
}

function isObjectType(text: string): text is ObjectType {
  return text === 'blob' || text === 'tree' || text === 'commit' || text === 'tag';
}

const NEWLINE = 0x0a;

/** Cuts the stream into answers: `<oid> <type> <size>`, then for contents the bytes and a newline; or `<name> missing`. */
function createAnswerParser(questions: Question[]): (chunk: Buffer) => void {
  let pending: Buffer[] = [];
  let pendingLength = 0;
  let head: ObjectInfo | null = null;

  function take(length: number): Buffer {
    const all = Buffer.concat(pending);
    const rest = all.subarray(length);
    pending = rest.length > 0 ? [rest] : [];
    pendingLength = rest.length;
    return all.subarray(0, length);
  }

  function answer(object: GitObject | null) {
    questions.shift()?.resolve(object);
    head = null;
  }

  function step(): boolean {
    if (head !== null) {
      if (pendingLength < head.size + 1) {
        return false;
      }
      answer({ ...head, bytes: take(head.size + 1).subarray(0, head.size) });
      return true;
    }
    const all = Buffer.concat(pending);
    const end = all.indexOf(NEWLINE);
    if (end < 0) {
      return false;
    }
    const line = take(end + 1).toString('utf8', 0, end);
    const [oid = '', type = '', size = ''] = line.split(' ');
    if (!isObjectType(type)) {
      answer(null);
      return true;
    }
    const info = { oid, type, size: Number(size) };
    if (questions[0]?.withBytes) {
      head = info;
    } else {
      answer({ ...info, bytes: Buffer.alloc(0) });
    }
    return true;
  }

  return (chunk) => {
    pending.push(chunk);
    pendingLength += chunk.length;
    // Every step answers one question or reads one header.
    for (let more = true; more; ) {
      more = step();
    }
  };
}
