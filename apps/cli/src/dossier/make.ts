/** `contraluz dossier make` and `redact`: a dossier from results or a case, another edition from a full one. @module */
import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { ARTIFACTS } from "@contraluz/artifacts";
import {
  type DossierExport,
  type DossierInput,
  type DossierMade,
  type DossierRefused,
  dossierExports,
  fromBag,
  makeDossier,
  readWithhold,
  saltsOf,
  verifyDossier,
} from "@contraluz/case/dossier/index.ts";
import type { CaseDossierOptions } from "@contraluz/case/dossier/of-case.ts";
import { REFUSED } from "@contraluz/case/dossier/refused-words.ts";
import { say } from "@contraluz/core";
import { nodePlatform, resultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { storedOf } from "../commands/stored.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { NAME, typed } from "../name.ts";
import { outOf } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { names } from "../views.ts";
import { openBag, pathOf, textOf } from "./bag.ts";
import { archiveBeside, ledgerBeside } from "./beside.ts";
import { caseInput, isCase, noteDossier } from "./from-case.ts";
import { D, LINE } from "./words.ts";

type Common = Pick<DossierInput, "lang" | "at" | "tool" | "report" | "never" | "organisation" | "tlp"> &
  Pick<CaseDossierOptions, "report">;

async function namesOf(args: Args): Promise<readonly string[]> {
  const file = args.one("never");
  if (file === undefined) return [];
  return (await textOf(file, args))
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
}

async function common(args: Args): Promise<Common> {
  const { rules } = names();
  const artifacts = new Map(ARTIFACTS.map((a) => [a.id, a]));
  const [by, tlp] = [args.one("by"), args.one("tlp")];
  return {
    lang: args.lang,
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    tool: `contraluz ${VERSION}`,
    never: await namesOf(args),
    ...(by === undefined ? {} : { organisation: by }),
    ...(tlp === undefined ? {} : { tlp }),
    report: { artifacts, ...(rules ? { rules } : {}), fonts: reportFonts() },
  };
}

/** What other programs read, of these checks. */
function exportsOf(checks: DossierInput["checks"], c: Common): DossierExport[] {
  return dossierExports({
    checks: checks.map((k) => k.name),
    at: c.at,
    lang: c.lang,
    platform: nodePlatform(),
    ...(c.organisation === undefined ? {} : { by: c.organisation }),
    ...(c.tlp === undefined ? {} : { tlp: c.tlp }),
  });
}

function refusal(r: DossierRefused, args: Args): UsageError {
  const { lang } = args;
  const file = printable("where" in r ? (r.where[0]?.file ?? "") : "");
  switch (r.why) {
    case "name-occurs":
      return new UsageError(
        r.where
          .slice(0, 10)
          .map((w) => say(REFUSED.nameOccurs, lang, { n: w.text + 1, file: printable(w.file) }))
          .join("\n"),
      );
    case "packed-export":
      return new UsageError(say(REFUSED.packedExport, lang, { file }));
    case "damaged-evidence":
    case "damaged-result":
      return new UsageError(say(REFUSED.damaged, lang, { file }));
    case "nothing-to-withhold":
      return new UsageError(
        say(D.unmet, lang, {
          lines: r.where
            .slice(0, 10)
            .map((w) => printable(w.file))
            .join(", "),
        }),
      );
    case "other-records":
      return new UsageError(say(REFUSED.otherRecords, lang));
  }
}

async function write(input: DossierInput, out: string, args: Args): Promise<DossierMade> {
  const made = await makeDossier(input, await resultFolder(out), nodePlatform());
  if (!made.ok) throw refusal(made, args);
  if (args.flags.has("json")) await writeOut(`${JSON.stringify(made)}\n`);
  else {
    const { lang } = args;
    const all = made.parts.reduce((n, p) => n + p.committed, 0);
    const shown = made.parts.reduce((n, p) => n + p.disclosed, 0);
    const words = [say(D.made, lang, { path: printable(out), sum: made.tagmanifest, shown, all })];
    if (input.edition.kind === "redacted" || (input.never ?? []).length > 0) words.push(say(D.readFirst, lang));
    words.push(say(D.nextSign, lang, { cmd: NAME, path: typed(out) ?? printable(out) }));
    await writeOut(`${words.join("\n")}\n`);
  }
  return made;
}

/** From a case, or from one or several results. */
export async function makeCommand(args: Args): Promise<number> {
  const first = pathOf(args, 0, LINE.make);
  const out = await outOf(
    args,
    `dossier-${basename(first)}`,
    args.paths.map((_, i) => pathOf(args, i, LINE.make)),
  );
  const shared = await common(args);
  if (isCase(first)) {
    const { input, vault, edition, stay, without } = await caseInput(args, shared);
    try {
      const [ledger, documents] = [await ledgerBeside(args, vault, true), await archiveBeside(args, vault)];
      const made = await write(
        {
          ...input,
          exports: [...(input.exports ?? []), ...ledger.exports, ...documents.exports],
          rows: [...ledger.rows, ...documents.rows],
          ...(documents.evidence.length > 0 && { evidence: [...(input.evidence ?? []), ...documents.evidence] }),
        },
        out,
        args,
      );
      await noteDossier(vault, made, edition, args);
      if (stay.length > 0) process.stderr.write(`${say(D.stay, args.lang, { checks: stay.join(", ") })}\n`);
      const left = without + documents.without;
      if (left > 0) process.stderr.write(`${say(D.without, args.lang, { n: left })}\n`);
    } finally {
      await vault.close();
    }
    return EXIT.result;
  }
  if (args.flags.has("with-evidence")) throw new UsageError(say(D.evidenceOfCase, args.lang));
  const stored = [];
  try {
    for (const at of args.paths.keys()) stored.push(await storedOf(args, { zip: true, at }));
    const checks = stored.map((s, i) => ({ name: String(i + 1).padStart(4, "0"), folder: s.folder, result: s.result }));
    const title = args.one("subject") ?? "";
    // Of results there is no case that keeps a secret: the full edition carries all salts, and others are made from it.
    const salts = saltsOf(Uint8Array.from(randomBytes(32)));
    const ledger = await ledgerBeside(args, undefined, false);
    const exports = [...exportsOf(checks, shared), ...ledger.exports];
    const { rows } = ledger;
    await write({ ...shared, title, edition: { kind: "full" }, checks, custody: [], exports, rows, salts }, out, args);
  } finally {
    for (const s of stored) await s.close();
  }
  return EXIT.result;
}

/** Another edition of a full dossier, with parts withheld. */
export async function redactCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = pathOf(args, 0, LINE.redact);
  const list = args.one("withhold");
  if (list === undefined) throw new UsageError(say(D.needWithhold, lang));
  const read = readWithhold(await textOf(list, args));
  if (!read.ok) throw new UsageError(say(D.badList, lang, { line: read.line, path: printable(list) }));
  const out = await outOf(args, `dossier-${basename(path)}`, [path]);
  const platform = nodePlatform();
  const open = await openBag(path, args, platform);
  try {
    const checked = await verifyDossier(open.bag, { platform });
    const shown = { cmd: NAME, path: typed(path) ?? printable(path) };
    if (checked.verdict === "fails") throw new UsageError(say(D.fullFails, lang, shown));
    if (checked.facts.edition !== "full") throw new UsageError(say(D.notFull, lang));
    const { salts, ...full } = await fromBag(open.bag);
    try {
      const source = await open.bag.open("data/commitments.txt");
      const hasher = platform.sha256();
      for (let at = 0; at < source.size; ) {
        const bytes = await source.read(at, 1 << 20);
        hasher.update(bytes);
        at += bytes.length;
      }
      await source.close?.();
      const edition = {
        kind: "redacted",
        of: checked.attested.tagmanifest,
        commitments: hasher.hex(),
        withheld: read.withheld,
        unmet: read.unmet,
      } as const;
      // The title of the full edition may name somebody.
      const title = args.one("subject") ?? "";
      const shared = await common(args);
      const ledger = await ledgerBeside(args, undefined, true);
      const exports = [...exportsOf(full.checks, shared), ...ledger.exports];
      await write({ ...shared, ...full, title, edition, exports, rows: ledger.rows, salts }, out, args);
    } finally {
      await salts.close();
    }
  } finally {
    await open.close();
  }
  return EXIT.result;
}
