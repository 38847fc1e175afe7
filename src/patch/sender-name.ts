/** What senders are called: GitHub's logins, those of bots included, and the names of a server's tokens. */
export function isSenderName(name: string): boolean {
  return SENDER_NAME.test(name);
}

const SENDER_NAME = /^[\w.-]{1,100}(?:\[bot\])?$/i;
