/**
 * Files encrypted with age, as AndroidQF leaves them where the phone was read for somebody else: opened once, in memory or scratch.
 *
 * The header is text: a line for each who can open it, and what it takes (`-> X25519 …`, `-> scrypt SALT 18`), up to `---`. After it come
 * pieces of 64 KiB, each sealed by itself: of a damaged file all before the damage is authentic.
 * Source: the age v1 specification (C2SP).
 * @module
 */
import {
  type Cancel,
  ContraluzError,
  hostCode,
  type Platform,
  type Problem,
  type RandomAccess,
  type Report,
} from "@contraluz/core";
import { stopIfCancelled, untilCancelled } from "./cancel.ts";
import type { Secret } from "./ios-backup/open-keys.ts";
import { chunksOf } from "./open-ref.ts";
import { Spool } from "./spool.ts";

const MAGIC = "age-encryption.org/v1\n";
/** Bytes of the header: a line of 100 for each who can open it. */
const MAX_HEADER = 1 << 16;
/** A passphrase costs 2^n derivations of 1 KiB each: `age` writes 18, and takes a gigabyte for 20. */
const MAX_WORK = 20;
const TRIES = 3;
const MAX_IDENTITIES = 100;

export interface AgeOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly secret?: Secret | undefined;
  readonly cancel?: Cancel | undefined;
}

const utf8 = new TextDecoder();

/** Whether a file begins as age does. */
export function looksLikeAge(head: Uint8Array): boolean {
  for (let i = 0; i < MAGIC.length; i++) if (head[i] !== MAGIC.charCodeAt(i)) return false;
  return true;
}

const failed = (code: Problem["code"], message: string, more: Partial<Problem> = {}): ContraluzError =>
  new ContraluzError(code, message, { code, lost: "evidence", ...more });

/** What is needed to open it; throws for a header that is none, or that asks for too much. */
function needsOf(header: string): "passphrase" | "identity" {
  const end = header.indexOf("\n---");
  if (end < 0)
    throw failed("age-damaged", "an age file without the end of its header", { found: "no end of the header" });
  const scrypt = /^-> scrypt [A-Za-z0-9+/]{1,64} (\d{1,3})$/m.exec(header.slice(0, end));
  if (!scrypt) return "identity";
  const work = Number(scrypt[1]);
  if (work > MAX_WORK)
    throw failed("age-damaged", "a passphrase that would take too long", {
      found: `2^${work}`,
      expected: `<= 2^${MAX_WORK}`,
    });
  return "passphrase";
}

/** What was typed, or what stands in a file of identities; its bytes are zeroed. */
function secretOf(bytes: Uint8Array): { readonly identities: readonly string[] } | { readonly passphrase: string } {
  const text = utf8.decode(bytes);
  bytes.fill(0);
  const identities = text
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter((l) => /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{1,4000}$/.test(l))
    .slice(0, MAX_IDENTITIES);
  return identities.length > 0 ? { identities } : { passphrase: text.replace(/[\r\n]+$/, "") };
}

/** The plaintext as a stream, once a secret opens it: three are tried at most. */
async function unlock(source: RandomAccess, o: AgeOptions): Promise<AsyncIterable<Uint8Array>> {
  const needs = needsOf(utf8.decode(await source.read(0, MAX_HEADER)));
  let why = failed("age-key-needed", "the file needs its key", { expected: needs });
  for (let n = 1; ; n++) {
    stopIfCancelled(o.cancel);
    const bytes = o.secret && (await untilCancelled(o.secret(why.problem!), o.cancel));
    if (!bytes) throw why;
    const secret = secretOf(bytes);
    const { openAge } = await import("./age-open.ts");
    try {
      // A passphrase opens no file for identities, and the other way round: nothing is derived for it.
      if ("passphrase" in secret === (needs === "passphrase"))
        return await untilCancelled(openAge(chunksOf(source), secret), o.cancel);
    } catch (e) {
      if (e instanceof ContraluzError) throw e;
      if (e instanceof RangeError) throw failed("scratch-unavailable", "no memory for this passphrase");
    }
    why = failed("age-key-wrong", "the key does not open the file", { expected: needs, count: n });
    if (n === TRIES) throw why;
  }
}

/**
 * Opens a file that age encrypted. Where it is damaged what comes before is given, and a Problem. Throws ContraluzError:
 * `age-key-needed`, `age-key-wrong`, `age-damaged` for a header that is none, `scratch-unavailable`, `cancelled`.
 * @example const zip = await decryptAge(source, { platform, report, secret: async () => utf8(identity) });
 */
export async function decryptAge(source: RandomAccess, o: AgeOptions): Promise<RandomAccess> {
  const plain = await unlock(source, o);
  const spool = new Spool(o.platform, { size: source.size });
  try {
    for await (const piece of plain) {
      stopIfCancelled(o.cancel);
      await spool.write(piece);
    }
  } catch (e) {
    if (e instanceof ContraluzError) {
      await spool.close();
      throw e;
    }
    // The library has words of its own, the host only a code.
    const found = hostCode(e) === "Error" ? "a piece that does not hold" : hostCode(e);
    o.report({ code: "age-damaged", offset: spool.size, found, lost: "bytes" });
  }
  const opened = spool.open();
  return { size: opened.size, read: opened.read, close: () => spool.close() };
}
