/**
 * Makes the sample: `node samples/journalist/make.ts [folder]` writes backup/, indicators.stix2, vendors.yaml and
 * expected.json, by default beside this file. The same bytes in every run; nothing of `packages/` is used.
 * @module
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileId, makeBackup } from "../lib/backup.ts";
import type { Password } from "../lib/encryption.ts";
import { expectedOf } from "./expected.ts";
import { APPS, type Body, makeFiles } from "./files.ts";
import { makeMessages } from "./messages.ts";
import { makePlaces } from "./places.ts";
import { makeDamagedHistory, makeHistory } from "./safari.ts";
import { makeReceipts } from "./settings.ts";
import { makeStix, makeVendors } from "./signs.ts";
import { DEVICE, SECOND_PROFILE, TAKEN } from "./story.ts";
import { makeAccounts, makeGrants, makeProfiles, makeUsage } from "./system.ts";

const PROFILE_DOMAIN = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
const DAMAGED = ["AppDomain-com.apple.mobilesafari", `Library/Safari/Profiles/${SECOND_PROFILE}/History.db`] as const;

/** Writes the sample into `out`, with a password if one is given. What was there under the same names is replaced. */
export function makeSample(out: string, encrypt?: Password): void {
  const [messages, history, damaged, usage, grants, accounts, profiles] = [
    makeMessages(),
    makeHistory(),
    makeDamagedHistory(),
    makeUsage(),
    makeGrants(),
    makeAccounts(),
    makeProfiles(),
  ];
  const places = makePlaces();
  const bodies: Body[] = [
    ["HomeDomain", "Library/SMS/sms.db", messages.db],
    ["HomeDomain", "Library/SMS/sms.db-wal", messages.wal],
    ["HomeDomain", "Library/Safari/History.db", history.db],
    [...DAMAGED, damaged.db],
    ["WirelessDomain", "Library/Databases/DataUsage.sqlite", usage.db],
    ["HomeDomain", "Library/TCC/TCC.db", grants.db],
    ["HomeDomain", "Library/Preferences/com.apple.identityservices.idstatuscache.plist", accounts.bytes],
    ...profiles.map((p) => [PROFILE_DOMAIN, `Library/ConfigurationProfiles/${p.name}`, p.bytes, p.at] as const),
    ...places.bodies,
  ];
  const files = makeFiles(bodies, messages.attachments);
  mkdirSync(out, { recursive: true });
  const backup = join(out, "backup");
  rmSync(backup, { recursive: true, force: true });
  const rows = makeBackup(backup, files, {
    device: DEVICE,
    taken: TAKEN,
    apps: APPS,
    receipts: makeReceipts(APPS),
    pageSize: 1024,
    ...(encrypt ? { encrypt } : {}),
  });
  writeFileSync(join(out, "indicators.stix2"), makeStix());
  writeFileSync(join(out, "vendors.yaml"), makeVendors());
  const expected = expectedOf({
    rows,
    messages,
    history,
    damaged: { ...damaged, path: DAMAGED.join("/"), id: fileId(...DAMAGED) },
    usage,
    grants,
    accounts,
    profiles,
    places,
  });
  writeFileSync(join(out, "expected.json"), formatted(expected));
}

/** JSON as the project formats it: lists of plain values on one line. */
function formatted(value: unknown): string {
  const lists = /\[\s+([^[\]{}]*?)\s+\]/g;
  return `${JSON.stringify(value, null, 2).replace(lists, (_, items: string) => `[${items.replace(/\s*\n\s*/g, " ")}]`)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  makeSample(process.argv[2] ?? fileURLToPath(new URL(".", import.meta.url)));
}
