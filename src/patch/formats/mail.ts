/** What a mail of `git format-patch` says of its patch. Who it says it is from is nobody's business here. */
export type MailMessage = { readonly title: string; readonly description: string };

/** null: the text is no mail. Lines of the description are as they stood. */
export function mailMessage(text: string): MailMessage | null {
  const head = text.slice(0, MAX_HEAD_CHARACTERS).split('\n').map(withoutReturn);
  const start = head.findIndex((line) => line.trim() !== '');
  if (start === -1 || !/^(?:From [0-9a-f]{7,64} |From: |Subject: )/.test(head[start] ?? '')) return null;
  const end = head.indexOf('', start);
  const headers = head.slice(start, end === -1 ? head.length : end);
  const subject = headers.findIndex((line) => /^Subject: /i.test(line));
  if (subject === -1) return null;
  const rest = headers.slice(subject + 1);
  const folded = rest.slice(0, rest.findIndex((line) => !/^[ \t]/.test(line)) >>> 0);
  const raw = [(headers[subject] ?? '').slice('Subject: '.length), ...folded]
    .map((line) => line.trim())
    .join(' ');
  return { title: withoutTag(raw), description: descriptionOf(end === -1 ? [] : head.slice(end + 1)) };
}

/** The headers and the message of a mail; what is longer is cut. */
const MAX_HEAD_CHARACTERS = 20_000;

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Without `[PATCH 1/2]`. */
function withoutTag(subject: string): string {
  const close = subject.startsWith('[') ? subject.indexOf(']') : -1;
  return subject.slice(close + 1).trim();
}

/** What stands before the line `---`, or before the diff. */
function descriptionOf(body: readonly string[]): string {
  const end = body.findIndex(
    (line) => line === '---' || line.startsWith('diff --git ') || line.startsWith('--- '),
  );
  return body
    .slice(0, end === -1 ? body.length : end)
    .join('\n')
    .trim();
}
