/** Whose repository it is: GitHub counts what is asked about all repositories of an account together. */
export function accountOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'));
}
