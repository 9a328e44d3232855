/** A small backup in all its forms, opened and read to the last body. @module */
import type { EvidenceFile } from "@contraluz/core";
import { findBackup, openInput, openIosBackup, openRef } from "@contraluz/evidence";
import { nodePlatform } from "@contraluz/platform-node";
import type { BackupFile } from "../../../samples/lib/backup.ts";
import { makeZip } from "../archives.ts";
import type { Parts } from "../mutate.ts";
import { damagedPhone, hurryDerivation, inputOf, makePhone, secret } from "../phones.ts";
import type { Bomb, Tally, Target } from "../target.ts";

hurryDerivation();
const platform = nodePlatform({ workers: 0 });
const modified = 1_700_000_000;
const text = (s: string, n = 1): Uint8Array => new TextEncoder().encode(s.repeat(n));
const list: readonly BackupFile[] = [
  { domain: "HomeDomain", path: "", kind: "dir", modified },
  {
    domain: "HomeDomain",
    path: "Library/SMS/sms.db",
    body: text("SQLite format 3\0", 60),
    modified,
    protectionClass: 2,
  },
  { domain: "HomeDomain", path: "Library/señal.txt", body: text("hola"), modified },
  { domain: "HomeDomain", path: "Library/liga", kind: "link", target: "../x", modified },
  { domain: "CameraRollDomain", path: "Media/foto.HEIC", size: 5000, modified },
  { domain: "AppDomain-org.example.app", path: "Documents/vacío", body: text(""), modified, protectionClass: 4 },
  {
    domain: "AppDomain-org.example.app",
    path: "Documents/b",
    body: text("0123456789abcdef", 40),
    modified,
    protectionClass: 1,
  },
];
const phones = [await makePhone(list, false, platform), await makePhone(list, true, platform)];

async function drive(parts: Parts, tally: Tally): Promise<void> {
  const { report } = tally;
  const opened = await openInput(inputOf(parts), { platform, report, hashAll: true });
  try {
    const found = await findBackup(opened.tree, { platform, report });
    if (!found) return void tally.refused++;
    const backup = await openIosBackup(found, { platform, report, secret });
    try {
      const files = new Map<string, EvidenceFile>();
      for await (const batch of backup.files()) {
        for (const f of batch) {
          tally.values++;
          if (/(^|\/)\.\.(\/|$)|^\/|\0/.test(f.path)) throw new Error(`a path that leaves: ${f.path}`);
          if (f.stored !== undefined && f.kind === "file") files.set(f.stored, f);
        }
      }
      if (backup.access === "sequential") {
        for await (const body of backup.bodies(files)) {
          const source = await body.open();
          tally.values += (await source.read(0, source.size)).length > 0 ? 1 : 0;
          await source.close?.();
          await body.close();
        }
      } else {
        for (const f of files.values()) {
          const body = await backup.bodyOf(f);
          const source = body && (await openRef(body.ref, { platform, report }));
          if (source) tally.values += (await source.read(0, source.size)).length > 0 ? 1 : 0;
          await source?.close?.();
        }
      }
    } finally {
      await backup.close();
    }
  } finally {
    await opened.close();
  }
}

/** A zip of as many backups, each in its own folder. */
const bombs: Readonly<Record<string, Bomb>> = {
  "sixty thousand backups": () => [
    new TextEncoder().encode(JSON.stringify({ form: "zip", names: [] })),
    makeZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}/Manifest.db` }))),
  ],
};

export const target: Target = {
  make: (dice) => damagedPhone(phones, dice),
  drive,
  refuses: true,
  bombs,
  exploded: Object.keys(bombs),
};
