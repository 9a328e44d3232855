/** Writes APKs: a zip with a manifest, signatures of META-INF and a signing block. @module */

import { type Made, makeAxml } from "@contraluz/formats/axml/axml.fixture.ts";
import { makeZip } from "../../../../tools/fuzz/archives.ts";

export interface MadeApk {
  readonly manifest?: Made | Uint8Array;
  /** Messages, by name. */
  readonly metaInf?: Readonly<Record<string, Uint8Array>>;
  /** Between the entries and the directory. */
  readonly block?: Uint8Array;
  readonly stored?: boolean;
}

const END = 22;

/** The bytes of an APK. */
export function makeApk(o: MadeApk): Uint8Array {
  const { manifest } = o;
  const axml = manifest instanceof Uint8Array ? manifest : manifest && makeAxml(manifest);
  const zip = makeZip(
    [
      ...(axml ? [{ name: "AndroidManifest.xml", bytes: axml }] : []),
      { name: "classes.dex", bytes: new Uint8Array(3000).fill(7) },
      ...Object.entries(o.metaInf ?? {}).map(([name, bytes]) => ({ name: `META-INF/${name}`, bytes })),
    ],
    { deflate: o.stored !== true },
  );
  if (!o.block) return zip;
  const directory = new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - END + 16, true);
  const out = new Uint8Array(zip.length + o.block.length);
  out.set(zip.subarray(0, directory));
  out.set(o.block, directory);
  out.set(zip.subarray(directory), directory + o.block.length);
  new DataView(out.buffer).setUint32(out.length - END + 16, directory + o.block.length, true);
  return out;
}
