/** Every guide by its id: one line each; `KINDS` names them. @module */
import type { Guide } from "./guide.ts";
import { iosBackup } from "./ios-backup/guide.ts";
import { notice } from "./notice/guide.ts";

export const GUIDES: Readonly<Record<string, Guide>> = { "ios-backup": iosBackup, notice };
