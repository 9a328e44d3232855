/** Every guide by its id: one line each; `KINDS` names them. @module */

import { ANDROID_BUGREPORT } from "./android-bugreport/words.ts";
import { ANDROIDQF } from "./androidqf/words.ts";
import { CAPTURE } from "./capture/words.ts";
import type { Guide } from "./guide.ts";
import { INTRUSION_LOGS } from "./intrusion-logs/words.ts";
import { IOS_BACKUP } from "./ios-backup/words.ts";
import { NOTICE } from "./notice/words.ts";
import { PRIVACY_REPORT } from "./privacy-report/words.ts";
import { SYSDIAGNOSE } from "./sysdiagnose/words.ts";

export const GUIDES: Readonly<Record<string, Guide>> = {
  "android-bugreport": ANDROID_BUGREPORT,
  androidqf: ANDROIDQF,
  capture: CAPTURE,
  "intrusion-logs": INTRUSION_LOGS,
  "ios-backup": IOS_BACKUP,
  notice: NOTICE,
  "privacy-report": PRIVACY_REPORT,
  sysdiagnose: SYSDIAGNOSE,
};
