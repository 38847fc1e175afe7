/** The database can't be asked just now, or can't keep anything; whether the last change was kept is not known. */
export class StoreError extends Error {
  constructor(cause: unknown) {
    super(`the store can't be used: ${describeOutage(cause)}`, { cause });
    this.name = 'StoreError';
  }
}

/** What the database or the system said, and what to do about it where that is known. */
export function describeOutage(cause: unknown): string {
  const said = (cause instanceof Error ? cause.message : String(cause)).replace(/^Error: /, '');
  const remedy = REMEDIES.find(({ says }) => says.test(said))?.remedy;
  return remedy === undefined ? said : `${said}; ${remedy}`;
}

const REMEDIES: readonly { readonly says: RegExp; readonly remedy: string }[] = [
  {
    says: /\bis full\b|\bENOSPC\b|no space left/i,
    remedy: 'make room on its disk, and it goes on by itself',
  },
  {
    says: /read-?only|\bEROFS\b|\bEACCES\b/i,
    remedy: 'let the user of the server write to it, and to the folder that it is in',
  },
  {
    says: /disk I\/O error|\bEIO\b/i,
    remedy: 'see why its disk takes nothing, and it goes on by itself when that is mended',
  },
  {
    says: /unable to open database file/i,
    remedy: 'see that its folder is there, and that the user of the server may write to both',
  },
];

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
