/** A whole check of a phone with Android: AndroidQF's folder, a bug report, a backup, intrusion logs; in every container. @module */
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { androidQf, BACKUP, bugReport, type Entries, LOGS } from "@contraluz/evidence/android/phone.fixture.ts";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { makeTar } from "../archives.ts";
import { memoryFolder } from "../memory.ts";
import type { Parts } from "../mutate.ts";
import { damagedPhone, inputOf, type Phone, secret } from "../phones.ts";
import type { Tally, Target } from "../target.ts";

const platform = nodePlatform({ workers: 0 });
const compiled = await compileIndicators([BUILTIN_SET]);
const PASSWORD = new TextDecoder().decode(await secret());
const tar = makeTar(BACKUP.map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) })));
const ab = makeAb(tar, { password: PASSWORD, compressed: true, rounds: 10 });

const phone = (prefix: string, entries: Entries): Phone => ({
  files: new Map(entries.map(([path, bytes]) => [prefix + path, new Uint8Array(bytes)])),
  close: new Map(),
});

const phones: readonly Phone[] = [
  phone("", androidQf()),
  phone("66f4/", androidQf({ ab, deflated: false, storage: "C:\\casos\\66f4\\" })),
  phone("", bugReport()),
  phone("Intrusion Logging/", LOGS),
  phone("", [
    ["copia.ab", ab],
    ["foto.jpg", Buffer.from("x")],
  ]),
];

async function drive(parts: Parts, tally: Tally): Promise<void> {
  const result = await check([inputOf(parts)], {
    platform,
    compiled,
    writer: new ResultWriter(memoryFolder(), platform),
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: parts[0]!.length % 2 === 0, evidenceCopies: false },
    hash: parts[0]!.length % 3 === 0 ? "all" : "read",
    workers: 0,
    secret,
  });
  for (const p of result.problems) tally.report(p);
  tally.values += result.files.length;
  for (const sum of Object.values(result.records)) tally.values += sum.count;
  const again = JSON.parse(encodeStructure(result)) as { schema?: string };
  if (again.schema !== "contraluz/result@1") throw new Error("no result");
}

export const target: Target = { make: (dice) => damagedPhone(phones, dice), drive, refuses: true };
