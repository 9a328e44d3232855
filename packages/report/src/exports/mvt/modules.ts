/**
 * Our artifacts as modules of MVT's layout: names of files, names of fields, what stands on the timeline.
 *
 * Names are MVT's (its result folders, version 2026.10); nothing is invented for a field that a record does not have: it is
 * null where MVT always has the key, else left out. Message text and titles are there only if they were kept.
 * @module
 */
import { dataUsage } from "./data-usage.ts";
import { APPS } from "./modules-apps.ts";
import { BASIC } from "./modules-basic.ts";
import { PEOPLE } from "./modules-people.ts";
import { WEB } from "./modules-web.ts";
import { WHATSAPP } from "./modules-whatsapp.ts";
import type { MvtModule } from "./types.ts";

export const MVT_MODULES: readonly MvtModule[] = [...BASIC, dataUsage, ...PEOPLE, ...WEB, ...APPS, ...WHATSAPP];
