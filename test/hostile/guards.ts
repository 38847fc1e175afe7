import { ACTION_GUARDS } from './guards/action.ts';
import { APP_DASHBOARD_GUARDS } from './guards/app/dashboard.ts';
import { APP_HTTP_GUARDS } from './guards/app/http.ts';
import { APP_SLACK_GUARDS } from './guards/app/slack.ts';
import { APP_GUARDS } from './guards/app.ts';
import { APPLY_GUARDS } from './guards/apply.ts';
import { CLI_GUARDS } from './guards/cli.ts';
import { CONTROL_GUARDS } from './guards/control.ts';
import type { Guard } from './guards/guard.ts';
import { IO_GUARDS } from './guards/io.ts';
import { LIBRARY_GUARDS } from './guards/library.ts';
import { PATCH_DIALECTS_GUARDS } from './guards/patch/dialects.ts';
import { PATCH_FORMATS_GUARDS } from './guards/patch/formats.ts';
import { PATCH_GUARDS } from './guards/patch.ts';
import { POLICY_GUARDS } from './guards/policy.ts';
import { RECORD_GUARDS } from './guards/record.ts';
import { REPORT_GUARDS } from './guards/report.ts';
import { STAGES_CONTROL_GUARDS } from './guards/stages/control.ts';
import { STAGES_GENERATED_GUARDS } from './guards/stages/generated.ts';
import { STAGES_INTAKE_GUARDS } from './guards/stages/intake.ts';
import { STAGES_WATCH_GUARDS } from './guards/stages/watch.ts';
import { STAGES_GUARDS } from './guards/stages.ts';
import { WORKFLOWS_GUARDS } from './guards/workflows.ts';

export type { Guard } from './guards/guard.ts';

/** All guards, by the folder of what they guard. */
export const GUARDS: readonly Guard[] = [
  ...ACTION_GUARDS,
  ...APP_GUARDS,
  ...APP_DASHBOARD_GUARDS,
  ...APP_HTTP_GUARDS,
  ...APP_SLACK_GUARDS,
  ...APPLY_GUARDS,
  ...CLI_GUARDS,
  ...CONTROL_GUARDS,
  ...IO_GUARDS,
  ...LIBRARY_GUARDS,
  ...PATCH_GUARDS,
  ...PATCH_DIALECTS_GUARDS,
  ...PATCH_FORMATS_GUARDS,
  ...POLICY_GUARDS,
  ...RECORD_GUARDS,
  ...REPORT_GUARDS,
  ...STAGES_GUARDS,
  ...STAGES_CONTROL_GUARDS,
  ...STAGES_GENERATED_GUARDS,
  ...STAGES_INTAKE_GUARDS,
  ...STAGES_WATCH_GUARDS,
  ...WORKFLOWS_GUARDS,
];
