import { readEnvFile } from '../app/registration/env-file.ts';
import type { Environment } from '../app/settings.ts';

/**
 * What the server is told, for the commands that are about the server: the environment, and below it `.env` of the working
 * directory. All others are called in clones of strangers too, whose files must not say where our tokens are sent.
 */
export function serverEnvironment(): Environment {
  return { ...readFile(), ...process.env };
}

function readFile(): Environment {
  try {
    return readEnvFile(ENV_FILE);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `.env of this folder can't be read (${why}); make it readable for who runs this, or move it away`,
      { cause },
    );
  }
}

const ENV_FILE = '.env';
