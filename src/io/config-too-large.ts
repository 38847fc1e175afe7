import { MAX_FILE_BYTES } from '../patch/limits.ts';

/** The config is so large that it is not read, which nobody does who wants to configure something. */
export class ConfigTooLarge extends Error {
  constructor(bytes: number) {
    super(
      `The config has ${bytes} bytes, and no more than ${MAX_FILE_BYTES} are read. Make it smaller on the default branch.`,
    );
    this.name = 'ConfigTooLarge';
  }
}
