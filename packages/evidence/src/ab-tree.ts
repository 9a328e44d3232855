/** A backup of adb as a tree: its files come once, in their order. Asks for the password of an encrypted one. @module */
import { type Cancel, ContraluzError, type EvidenceTree, type FileRef, type Problem } from "@contraluz/core";
import {
  HEADER_BYTES,
  type Header,
  type Keys,
  openKeys,
  readHeader,
  tarBytes,
} from "@contraluz/formats/android-backup/index.ts";
import { stopIfCancelled, untilCancelled } from "./cancel.ts";
import type { Secret } from "./ios-backup/open-keys.ts";
import { openRef } from "./open-ref.ts";
import { type TarOptions, tarTree } from "./tar-tree.ts";

export interface AbOptions extends Omit<TarOptions, "gzip" | "unwrap"> {
  readonly secret?: Secret | undefined;
  readonly cancel?: Cancel | undefined;
  /** Of the file, where it is a part of other evidence: that is read on without it. */
  readonly path?: string;
}

const TRIES = 3;

function failed(code: Problem["code"], message: string, more: Partial<Problem>, o: AbOptions): ContraluzError {
  const inner = o.path === undefined ? {} : { path: o.path };
  const lost = o.path === undefined ? "evidence" : "file";
  return new ContraluzError(code, message, { code, ...inner, lost, ...more });
}

async function keysOf(header: Header, o: AbOptions): Promise<Keys | undefined> {
  const { encryption, version } = header;
  if (!encryption) return undefined;
  let why = failed("adb-backup-password-needed", "the backup needs its password", {}, o);
  for (let n = 1; ; n++) {
    stopIfCancelled(o.cancel);
    const password = o.secret && (await untilCancelled(o.secret(why.problem!), o.cancel));
    if (!password) throw why;
    const keys = await untilCancelled(openKeys(encryption, version, password), o.cancel);
    if (keys) return keys;
    why = failed("adb-backup-password-wrong", "the password does not open the backup", { count: n }, o);
    if (n === TRIES) throw why;
  }
}

/**
 * Opens a backup of adb. Throws ContraluzError: `adb-backup-password-needed`, `adb-backup-password-wrong`, `adb-backup-damaged` for a
 * header that is none, and what opening `ref` throws.
 * @example const tree = await abTree(file.ref, { platform, report, secret: async () => utf8(await ask()) });
 */
export async function abTree(ref: FileRef, o: AbOptions): Promise<EvidenceTree> {
  const source = await openRef(ref, { platform: o.platform, report: o.report });
  let head: Uint8Array;
  try {
    head = await source.read(0, HEADER_BYTES);
  } finally {
    await source.close?.();
  }
  const header = readHeader(head);
  if (typeof header === "string")
    throw failed("adb-backup-damaged", `a backup of adb with ${header}`, { found: header }, o);
  const keys = await keysOf(header, o);
  return tarTree(ref, {
    ...o,
    gzip: false,
    unwrap: (stored, report) => tarBytes(stored, header, keys, o.platform, report),
  });
}
