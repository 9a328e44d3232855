/** A full edition as what another edition is made from: so that who holds it can redact it without the case. @module */
import { ContraluzError, type Json } from "@contraluz/core";
import { readResult } from "@contraluz/store";
import { textOf } from "../sign/bytes.ts";
import { type BagTree, bytesIn } from "./bag-tree.ts";
import { SALTS } from "./records.ts";
import { saltsFrom } from "./salts.ts";
import type { CustodyEntry, DossierCheck, Salts } from "./types.ts";

const MOST = 64 * 1024 * 1024;

export interface FromBag {
  readonly checks: readonly DossierCheck[];
  readonly custody: readonly CustodyEntry[];
  readonly consent?: Json;
  readonly title: string;
  readonly salts: Salts & { close(): Promise<void> };
}

async function custodyOf(bag: BagTree): Promise<CustodyEntry[]> {
  const shown = new Map<number, { readonly salt: string; readonly text: string }>();
  for (const row of textOf((await bytesIn(bag, "data/custody-data.txt", MOST)) ?? new Uint8Array(0)).split("\n")) {
    const [seq, salt, text] = row.split("\t");
    if (salt !== undefined && text !== undefined) shown.set(Number(seq), { salt, text });
  }
  const lines = textOf((await bytesIn(bag, "data/custody.jsonl", MOST)) ?? new Uint8Array(0)).split("\n");
  return lines
    .filter((l) => l !== "")
    .map((line) => ({ line, ...shown.get(Number(/^\{"seq":(\d{1,12}),/.exec(line)?.[1] ?? -1)) }));
}

/** JSON of a bag that holds may still be none: its maker decides. */
function parsed(bytes: Uint8Array | undefined): Json {
  try {
    const v = JSON.parse(textOf(bytes ?? new Uint8Array(0))) as Json;
    if (typeof v === "object" && v !== null) return v;
  } catch {
    // As for what is no object.
  }
  throw new ContraluzError("usage", "this dossier is not one of ours");
}

/** Of a bag that was checked and holds (`verifyDossier`). */
export async function fromBag(bag: BagTree): Promise<FromBag> {
  const names = new Set<string>();
  for (const path of bag.files.keys()) {
    const m = /^data\/checks\/([0-9]{4,8})\/result\.json$/.exec(path);
    if (m) names.add(m[1]!);
  }
  const checks: DossierCheck[] = [];
  for (const name of [...names].sort()) {
    const folder = { read: (file: string) => bag.open(`data/checks/${name}/${file}`) };
    checks.push({ name, folder, result: await readResult(folder) });
  }
  const { edition, title } = parsed(await bytesIn(bag, "data/dossier.json", MOST)) as {
    readonly edition?: unknown;
    readonly title?: unknown;
  };
  if (edition !== "full") throw new ContraluzError("usage", "an edition is made from the full one");
  const consent = await bytesIn(bag, "data/consent.json", MOST);
  return {
    checks,
    custody: await custodyOf(bag),
    ...(consent ? { consent: parsed(consent) } : {}),
    title: String(title ?? ""),
    salts: saltsFrom(await bag.open(SALTS)),
  };
}
