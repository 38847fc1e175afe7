import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isRecord } from '../json.ts';

/** Sends a signal to every process of a group. A group that is gone already is no error. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/**
 * Kills whatever a job left behind, also what went into a session of its own: processes whose environment has the
 * job's tracking id, as on GitHub's runners, and those that work inside of its folder.
 * Looks again until there is nothing left, because a process may have started others meanwhile. Returns how many
 * were killed. Where there is no /proc this finds none; the job's process groups are killed all the same.
 */
export function killOrphans(job: { readonly trackingId: string; readonly root: string }): number {
  const killed = new Set<number>();
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const found = processIds().filter((id) => !killed.has(id) && belongsTo(id, job));
    if (found.length === 0) break;
    for (const id of found) {
      killed.add(id);
      killProcess(id);
    }
  }
  return killed.size;
}

/** A fork bomb is not to keep the engine here for ever. */
const MAX_PASSES = 20;

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((id) => Number.isInteger(id) && id !== process.pid);
  } catch {
    return [];
  }
}

function belongsTo(id: number, job: { readonly trackingId: string; readonly root: string }): boolean {
  try {
    if (readFileSync(join('/proc', String(id), 'environ'), 'latin1').includes(job.trackingId)) return true;
    return `${readlinkSync(join('/proc', String(id), 'cwd'))}${sep}`.startsWith(`${job.root}${sep}`);
  } catch {
    // It ended meanwhile, or is somebody else's.
    return false;
  }
}

function killProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** The process ended meanwhile, or its number belongs to somebody else's by now. */
function isGone(error: unknown): boolean {
  const code = isRecord(error) ? error['code'] : undefined;
  return code === 'ESRCH' || code === 'EPERM';
}
