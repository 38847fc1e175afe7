/** Why a folder can't be watched, in words that end with what to do. */
export class UnusableFolder extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnusableFolder';
  }
}
