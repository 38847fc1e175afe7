/** Git refused or broke. The message says what was attempted and what git said, without credentials. */
export class GitError extends Error {
  readonly attempted: string;

  constructor(attempted: string, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(`Could not ${attempted}: ${withoutCredentials(said).trim()}`, { cause });
    this.name = 'GitError';
    this.attempted = attempted;
  }
}

function withoutCredentials(text: string): string {
  return text.replace(/(https?:\/\/)[^/\s@]+@/g, '$1***@');
}
