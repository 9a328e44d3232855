/**
 * Feed of APKs: what an app says of itself (AndroidManifest.xml), who signed it, and the SHA-256 of the file. Of the zip only its list
 * and these few entries are read; the rest goes through the hash alone.
 *
 * As the phone does, an entry that is not deflated is taken for stored, whatever its method says: tools that hide an app change it.
 * Sources: AOSP, libs/androidfw (AssetManager opens the manifest by the directory, and inflates only method 8).
 * @module
 */
import { type Cancel, hex, type Platform, type RandomAccess, type Report } from "@contraluz/core";
import { chunksOf, openRef } from "@contraluz/evidence";
import { blockSigners, jarSigners, type Signer } from "@contraluz/formats/apk-signing/index.ts";
import { type AxmlElement, readAxml } from "@contraluz/formats/axml/index.ts";
import { findDirectory } from "@contraluz/formats/zip/directory.ts";
import { dataOffset, looksLikeZip, readZip, type ZipEntry } from "@contraluz/formats/zip/index.ts";
import type { ApkItem, ApkSigner } from "../artifact.ts";

export interface ApkRun {
  readonly file: number;
  readonly report: Report;
  readonly platform: Platform;
  readonly cancel?: Cancel;
  /** Files that are no zip are hashed, and no problem. */
  readonly others?: boolean;
  /** The hash of the whole file, where somebody computes it anyway. */
  readonly sha256?: () => Promise<string | undefined>;
}

const MANIFEST = "AndroidManifest.xml";
const SIGNATURE = /^META-INF\/[^/]{1,255}\.(?:RSA|DSA|EC)$/i;
/** Bytes of a manifest (those of large apps have 400,000), and of a message of META-INF. */
const MAX_MANIFEST = 16_777_216;
const MAX_SIGNATURE = 1_048_576;
const MAX_SIGNATURES = 20;

const wanted = (name: string): boolean => name === MANIFEST || SIGNATURE.test(name);

/** The entries that matter. Problems of all others are none of the app's description. */
async function entriesOf(source: RandomAccess, run: ApkRun): Promise<ZipEntry[]> {
  const found: ZipEntry[] = [];
  let signatures = 0;
  const report: Report = ({ path, ...p }) => {
    if (p.code === "zip-unsupported" && path === MANIFEST) return;
    if (path === undefined || wanted(path))
      run.report({ ...p, found: path ? `${path}: ${p.found ?? ""}` : (p.found ?? "") });
  };
  for await (const batch of readZip(source, report)) {
    if (run.cancel?.aborted) break;
    for (const e of batch)
      if (e.name === MANIFEST || (SIGNATURE.test(e.name) && signatures++ < MAX_SIGNATURES)) found.push(e);
  }
  if (signatures > MAX_SIGNATURES) {
    const told = `META-INF: ${signatures} signatures`;
    run.report({ code: "apk-signature", found: told, expected: `<= ${MAX_SIGNATURES}`, lost: "bytes" });
  }
  return found;
}

async function bytesOf(
  source: RandomAccess,
  entry: ZipEntry,
  most: number,
  run: ApkRun,
): Promise<Uint8Array | undefined> {
  const offset = await dataOffset(source, entry);
  const deflated = entry.method === 8;
  const stored = deflated ? entry.compressedSize : entry.size;
  if (offset === undefined || entry.size > most || stored > most) {
    run.report({
      code: "zip-entry",
      found: `${entry.name} of ${entry.size} B`,
      expected: `<= ${most} B`,
      lost: "bytes",
    });
    return undefined;
  }
  if (!deflated) return source.read(offset, stored);
  const of = {
    kind: "slice",
    of: { kind: "host", handle: source, size: source.size },
    offset,
    length: stored,
  } as const;
  const opened = await openRef(
    { kind: "inflate", of, size: entry.size, crc32: entry.crc32 },
    { platform: run.platform, report: run.report, ...(run.cancel && { cancel: run.cancel }) },
  );
  try {
    return await opened.read(0, opened.size);
  } finally {
    await opened.close?.();
  }
}

const digest = async (algorithm: string, bytes: Uint8Array): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest(algorithm, bytes.slice())));

/** One for each certificate, with all schemes that name it. */
async function joined(all: readonly Signer[]): Promise<ApkSigner[]> {
  const out = new Map<string, { sha256: string; sha1: string; schemes: Signer["scheme"][] }>();
  for (const { scheme, certificate } of all) {
    const sha256 = await digest("SHA-256", certificate);
    const known = out.get(sha256);
    if (!known) out.set(sha256, { sha256, sha1: await digest("SHA-1", certificate), schemes: [scheme] });
    // The last of those that came before is the one that signs now.
    else if (scheme !== "past" && !known.schemes.includes(scheme)) known.schemes.push(scheme);
  }
  return [...out.values()];
}

async function hashOf(source: RandomAccess, run: ApkRun): Promise<string | undefined> {
  const known = await run.sha256?.();
  if (known !== undefined) return known;
  const hasher = run.platform.sha256();
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return undefined;
    hasher.update(chunk);
  }
  return hasher.hex();
}

/** Whether it is a zip in which a manifest lies. */
async function isApk(source: RandomAccess): Promise<boolean> {
  if (!looksLikeZip(await source.read(0, 4))) return false;
  for await (const batch of readZip(source, () => {})) if (batch.some((e) => e.name === MANIFEST)) return true;
  return false;
}

/** Reads an APK for all subscribers. Of a file that is none only the hash is known; that it is none is a Problem. */
export async function runApk(
  source: RandomAccess,
  subs: readonly { take(item: ApkItem): void }[],
  run: ApkRun,
): Promise<boolean> {
  const apk = !run.others || (await isApk(source));
  const entries = apk ? await entriesOf(source, run) : [];
  let manifest: AxmlElement | undefined;
  const signers: Signer[] = [];
  const directory = apk ? await findDirectory(source, () => {}) : undefined;
  if (directory) signers.push(...(await blockSigners(source, directory.offset, run.report)));
  for (const entry of entries) {
    if (entry.name === MANIFEST) {
      const bytes = await bytesOf(source, entry, MAX_MANIFEST, run);
      if (bytes) manifest = readAxml(bytes, run.report);
    } else {
      const bytes = await bytesOf(source, entry, MAX_SIGNATURE, run);
      if (bytes) signers.push(...jarSigners(bytes, run.report));
    }
  }
  if (apk && !entries.some((e) => e.name === MANIFEST))
    run.report({ code: "axml-damaged", found: `no ${MANIFEST}`, lost: "bytes" });
  const item: ApkItem = {
    manifest,
    signers: await joined(signers),
    sha256: await hashOf(source, run),
    size: source.size,
    origin: () => ({ file: run.file, at: { offset: 0, length: source.size } }),
  };
  if (run.cancel?.aborted) return true;
  for (const s of subs) s.take(item);
  return true;
}
