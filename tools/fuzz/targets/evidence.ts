/** A whole check of the journalist's phone, fewer photos: plain, encrypted, as folder, zip, tar and tar.gz. @module */
import { readFileSync } from "node:fs";
import { links } from "@contraluz/artifacts/links.ts";
import { address, text } from "@contraluz/artifacts/text.ts";
import type { Problem } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators, readIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { createProblems } from "@contraluz/engine/problems.ts";
import { get, parsePlist } from "@contraluz/formats/plist/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { type Body, makeFiles } from "../../../samples/journalist/files.ts";
import { makeMessages } from "../../../samples/journalist/messages.ts";
import { makePlaces } from "../../../samples/journalist/places.ts";
import { makeDamagedHistory, makeHistory } from "../../../samples/journalist/safari.ts";
import { SECOND_PROFILE } from "../../../samples/journalist/story.ts";
import { makeAccounts, makeGrants, makeProfiles, makeUsage } from "../../../samples/journalist/system.ts";
import type { BackupFile } from "../../../samples/lib/backup.ts";
import { memoryFolder, piecesOf } from "../memory.ts";
import type { Parts } from "../mutate.ts";
import { damagedPhone, hurryDerivation, inputOf, makePhone, secret } from "../phones.ts";
import type { Bomb, Tally, Target } from "../target.ts";

hurryDerivation();
const platform = nodePlatform({ workers: 0 });

function files(): readonly BackupFile[] {
  const messages = makeMessages();
  const profiles = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
  const bodies: Body[] = [
    ["HomeDomain", "Library/SMS/sms.db", messages.db],
    ["HomeDomain", "Library/SMS/sms.db-wal", messages.wal],
    ["HomeDomain", "Library/Safari/History.db", makeHistory().db],
    [
      "AppDomain-com.apple.mobilesafari",
      `Library/Safari/Profiles/${SECOND_PROFILE}/History.db`,
      makeDamagedHistory().db,
    ],
    ["WirelessDomain", "Library/Databases/DataUsage.sqlite", makeUsage().db],
    ["HomeDomain", "Library/TCC/TCC.db", makeGrants().db],
    ["HomeDomain", "Library/Preferences/com.apple.identityservices.idstatuscache.plist", makeAccounts().bytes],
    ...makeProfiles().map((p) => [profiles, `Library/ConfigurationProfiles/${p.name}`, p.bytes] as const),
    ...makePlaces().bodies,
  ];
  const all = makeFiles(bodies, messages.attachments);
  // Listed photos and attachments say nothing and would take most of the blows.
  return all.filter(
    (f) => f.body !== undefined || f.kind !== undefined || !/^(CameraRoll|Media)Domain$/.test(f.domain),
  );
}

const phones = [await makePhone(files(), false, platform), await makePhone(files(), true, platform)];
const signs = readFileSync(new URL("../../../samples/journalist/indicators.stix2", import.meta.url));
const compiled = await compileIndicators([
  BUILTIN_SET,
  readIndicators(piecesOf(signs, 4096), "muestra.stix2", () => {}),
]);

async function drive(parts: Parts, tally: Tally): Promise<void> {
  const result = await check([inputOf(parts)], {
    platform,
    compiled,
    writer: new ResultWriter(memoryFolder(), platform),
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: parts[0]!.length % 2 === 0, evidenceCopies: false },
    workers: 0,
    secret,
  });
  for (const p of result.problems) tally.report(p);
  for (const sum of Object.values(result.records)) tally.values += sum.count;
  const again = JSON.parse(encodeStructure(result)) as { schema?: string };
  if (again.schema !== "contraluz/result@1") throw new Error("no result");
  if (result.verdict.complete && result.problems.some((p) => p.lost === "file" && p.path !== undefined))
    throw new Error("a file was lost, and the verdict says complete");
}

/** What is kept of each of many long texts must not keep them. */
const bombs: Readonly<Record<string, Bomb>> = {
  "the beginnings of long texts": (tally) => {
    const [kept, found] = [[] as unknown[], new Set<string>()];
    const bytes = Buffer.from(`https://a.example/0000 ${"x".repeat(4 << 20)}`);
    for (let i = 1000; i < 1200; i++) {
      bytes.write(String(i), 18);
      const long = new TextDecoder().decode(bytes);
      kept.push(text(long), address(long));
      links(long, found);
    }
    tally.values += kept.length + found.size;
    return undefined;
  },
  "one value and one problem of large property lists": (tally) => {
    const kept: unknown[] = [];
    const told = createProblems();
    const list = Buffer.from(
      `<plist><dict><key>name</key><string>${"a phone ".repeat(5)}</string><!--${"x".repeat(20 << 20)}--><x/>`,
    );
    for (let i = 0; i < 40; i++) {
      const report = (p: Problem): void => told.add({ ...p, path: `${i}` });
      kept.push(get(parsePlist(list, report), "name"));
    }
    tally.values += kept.filter((v) => typeof v === "string").length + told.list.length;
    return undefined;
  },
};

export const target: Target = {
  make: (dice) => damagedPhone(phones, dice),
  drive,
  refuses: true,
  bombs,
  exploded: Object.keys(bombs),
};
