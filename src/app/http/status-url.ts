import type { PatchName } from '../../stages/intake/delivery.ts';

/** Where the status of a patch is read. */
export function statusUrl(publicUrl: string, { repository, id }: PatchName): string {
  return `${publicUrl}/api/patches/${encodeURIComponent(id)}?repository=${encodeURIComponent(repository)}`;
}
