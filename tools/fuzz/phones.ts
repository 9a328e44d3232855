/**
 * Whole backups to be damaged: what the list of files and the bodies say, before it is encrypted and packed, so that the
 * damage is met behind key and archive too.
 * @module
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Input, Platform } from "@contraluz/core";
import { findBackup, openIosBackup, openRef } from "@contraluz/evidence";
import { DEVICE, TAKEN } from "../../samples/journalist/story.ts";
import { type BackupFile, fileId, makeBackup } from "../../samples/lib/backup.ts";
import { makeLock } from "../../samples/lib/encryption.ts";
import { makeTar, makeZip } from "./archives.ts";
import type { Dice } from "./dice.ts";
import { folderOf, sourceOf } from "./memory.ts";
import { damage, type Material, type Parts } from "./mutate.ts";
import { sealTar } from "./seal.ts";

const PASSWORD = "secreto";
const utf8 = new TextEncoder();

/** Files of a backup in the clear, and what closes each of them in an encrypted one. */
export interface Phone {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly close: ReadonlyMap<string, (plain: Uint8Array) => Uint8Array>;
}

function stored(dir: string): Map<string, Uint8Array> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((n) => n.replaceAll("\\", "/"))
    .sort();
  return new Map(
    names.filter((n) => statSync(join(dir, n)).isFile()).map((n) => [n, new Uint8Array(readFileSync(join(dir, n)))]),
  );
}

/** A phone with these files. Encrypted: everything is still in the clear here. */
export async function makePhone(list: readonly BackupFile[], encrypted: boolean, platform: Platform): Promise<Phone> {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-fuzz-"));
  try {
    const password = { password: PASSWORD, dpic: 10, iter: 10 };
    makeBackup(dir, list, {
      device: DEVICE,
      taken: TAKEN,
      apps: [],
      pageSize: 512,
      ...(encrypted ? { encrypt: password } : {}),
    });
    const files = stored(dir);
    if (!encrypted) return { files, close: new Map() };
    const lock = makeLock(password);
    const close = new Map<string, (plain: Uint8Array) => Uint8Array>();
    for (const f of list) {
      if (!(f.body instanceof Uint8Array)) continue;
      const id = fileId(f.domain, f.path);
      const path = `${id.slice(0, 2)}/${id}`;
      files.set(path, new Uint8Array(f.body));
      close.set(path, lock.file(`${f.domain}-${f.path}`, f.protectionClass ?? 3).close);
    }
    files.set("Manifest.db", await manifestOf(stored(dir), platform));
    close.set("Manifest.db", (plain) => lock.manifest(plain.subarray(0, plain.length - (plain.length % 16))));
    return { files, close };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Manifest.db of an encrypted backup, decrypted. */
async function manifestOf(files: ReadonlyMap<string, Uint8Array>, platform: Platform): Promise<Uint8Array> {
  const options = { platform, report: () => {}, secret };
  const found = await findBackup(folderOf(files), options);
  const backup = await openIosBackup(found!, options);
  const source = await openRef(backup.meta.find((f) => f.path === "Manifest.db")!.ref!, options);
  return new Uint8Array(await source.read(0, source.size));
}

/** The right password, whatever is asked. */
export const secret = (): Promise<Uint8Array> => Promise.resolve(utf8.encode(PASSWORD));

const FORMS = ["folder", "folder", "zip", "zip-deflated", "tar", "tar.gz"] as const;
type Form = (typeof FORMS)[number];

/** Damages a phone and packs it. First part: the form, and the names of a folder's files; then their bytes, or the archive. */
export function damagedPhone(phones: readonly Phone[], dice: Dice): Parts {
  const phone = dice.pick(phones);
  const form = dice.pick(FORMS);
  const files = new Map(phone.files);
  const names = [...files.keys()];
  const material: Material = { seeds: [...files.values()].map((b) => [b]), paged: true };
  for (let n = dice.length(3); n > 0; n--) {
    const name = dice.oneIn(3) ? "Manifest.db" : dice.oneIn(5) ? "Manifest.plist" : dice.pick(names);
    const bytes = files.get(name);
    if (bytes === undefined || (name === "Manifest.plist" && dice.oneIn(2))) continue;
    const kind = dice.below(12);
    if (kind === 0) files.delete(name);
    else if (kind === 1) files.set(name, files.get(dice.pick(names)) ?? bytes);
    else files.set(name, damage(bytes, material, dice));
  }
  for (const [name, close] of phone.close) {
    const plain = files.get(name);
    if (!plain) continue;
    const closed = new Uint8Array(close(plain));
    files.set(name, dice.oneIn(20) ? damage(closed, { seeds: [[closed]], paged: true }, dice) : closed);
  }
  return packed(files, form, dice);
}

function packed(files: ReadonlyMap<string, Uint8Array>, form: Form, dice: Dice): Parts {
  const above = dice.oneIn(4) ? "MobileSync/" : "";
  const entries = [...files].map(([name, bytes]) => ({ name: above + name, bytes }));
  const head = (names: readonly string[]): Uint8Array => utf8.encode(JSON.stringify({ form, names }));
  if (form === "folder") return [head(entries.map((e) => e.name)), ...entries.map((e) => e.bytes)];
  const hurt = dice.oneIn(4);
  if (form === "zip" || form === "zip-deflated") {
    const zip = makeZip(entries, { deflate: form === "zip-deflated", descriptors: dice.oneIn(4) });
    return [head([]), hurt ? damage(zip, { seeds: [[zip]], paged: true }, dice) : zip];
  }
  // The list of files may come last, or between the bodies.
  if (dice.oneIn(2)) entries.sort((a, b) => a.bytes.length - b.bytes.length);
  let tar = makeTar(entries);
  if (hurt) {
    tar = damage(tar, { seeds: [[tar]], paged: true }, dice);
    sealTar(tar);
  }
  return [head([]), form === "tar" ? tar : new Uint8Array(gzipSync(tar, { level: 1 }))];
}

/** What `damagedPhone` made, as a person would hand it in. */
export function inputOf(parts: Parts): Input {
  const { form, names } = JSON.parse(new TextDecoder().decode(parts[0])) as { form: Form; names: readonly string[] };
  if (form === "folder") return { name: "respaldo", tree: folderOf(new Map(names.map((n, i) => [n, parts[i + 1]!]))) };
  const bytes = parts[1]!;
  return { name: `respaldo.${form}`, file: { kind: "host", handle: sourceOf(bytes), size: bytes.length } };
}

/**
 * PBKDF2 with fewer rounds. A keybag may honestly ask for ten million, which takes seconds, and a damaged one asks for any
 * number up to our limit: that time is known and no fault of the readers.
 */
export function hurryDerivation(): void {
  const { subtle } = globalThis.crypto;
  const derive = subtle.deriveBits.bind(subtle);
  subtle.deriveBits = (algorithm, key, length) => {
    const { iterations } = algorithm as { readonly iterations: number };
    const fewer = { ...algorithm, iterations: Math.min(iterations, 1000) };
    return derive(fewer as Parameters<typeof derive>[0], key, length ?? 256);
  };
}
