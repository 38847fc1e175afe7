import type { Patch } from '../patch/schema.ts';
import type { PatchRecord } from '../record/record.ts';
import { formatRecord } from '../record/text.ts';
import { describeRecord } from '../report/record.ts';
import type { PatchView } from '../report/view.ts';
import type { Site } from './context.ts';
import type { Received } from './received.ts';

/** What is known of the patch itself beside its record; null where it could not be read. */
export type PatchTexts = NonNullable<PatchView['patch']>;

/** What every text about this patch is made from. */
export function viewOf(site: Site, record: PatchRecord, received: Received): PatchView {
  return viewFrom(site, record, received.ok ? patchTexts(received) : null);
}

export function viewFrom(site: Site, record: PatchRecord, patch: PatchTexts | null): PatchView {
  return {
    record,
    ...(patch === null ? {} : { patch }),
    notes: record.plan?.notes ?? [],
    ...(record.plan?.notDone === undefined ? {} : { notDone: record.plan.notDone }),
    repository: site.repository,
    serverUrl: site.serverUrl,
    ciStartsByItself: site.ciStartsByItself,
    ...(site.slackButtons === true ? { buttons: true } : {}),
  };
}

/** The message of a record's commit. */
export function recordMessage(site: Site, record: PatchRecord, received: Received): string {
  return messageFor(site, received.ok ? patchTexts(received) : null)(record);
}

/** The same for whoever has only what the record keeps. */
export function messageFor(site: Site, texts: PatchTexts | null): (record: PatchRecord) => string {
  return (record) => formatRecord(record, describeRecord(viewFrom(site, record, texts)));
}

export function patchTexts(read: { readonly title: string; readonly patch: Patch }): PatchTexts {
  const { description, source } = read.patch;
  const { agent, url } = source ?? {};
  return {
    title: read.title,
    description,
    source: { ...(agent === undefined ? {} : { agent }), ...(url === undefined ? {} : { url }) },
  };
}
