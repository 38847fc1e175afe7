/** The database can't be asked just now, or can't keep anything; whether the last change was kept is not known. */
export class StoreError extends Error {
  constructor(cause: unknown) {
    const { message } = cause instanceof Error ? cause : { message: String(cause) };
    super(`the store can't be used: ${message}`, { cause });
    this.name = 'StoreError';
  }
}

/** Does the work; what `isOutage` knows as the database's own trouble is thrown as a StoreError. */
export async function withOutages<Result>(
  work: () => Promise<Result>,
  isOutage: (error: unknown) => boolean,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? new StoreError(error) : error;
  }
}
