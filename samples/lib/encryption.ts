/**
 * How a backup with a password is closed: keybag, class keys, one key per file (`reference/ios.md` 1.3, 1.4).
 *
 * The keys come from labels, so that two runs give the same bytes: what is written here protects nothing.
 * @module
 */
import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";

export interface Password {
  readonly password: string;
  /** Rounds of PBKDF2-SHA256; iPhones use 10,000,000, which takes seconds. Default 1000. */
  readonly dpic?: number;
  /** Rounds of PBKDF2-SHA1; iPhones use 10,000. Default 100. */
  readonly iter?: number;
}

export interface Lock {
  /** `BackupKeyBag` of Manifest.plist. */
  readonly bag: Uint8Array;
  /** `ManifestKey` of Manifest.plist. */
  readonly manifestKey: Uint8Array;
  /** Manifest.db, whole pages: CBC without padding. */
  manifest(plain: Uint8Array): Uint8Array;
  /** Key for one file: `EncryptionKey` of its MBFile, and a function that encrypts its body (PKCS#7). */
  file(
    label: string,
    protectionClass: number,
  ): { readonly encryptionKey: Uint8Array; close(plain: Uint8Array): Uint8Array };
}

const derive = (label: string, n: number): Buffer =>
  createHash("sha512").update(`contraluz sample ${label}`).digest().subarray(0, n);

/** RFC 3394: 32 bytes become 40. */
function wrap(kek: Uint8Array, key: Uint8Array): Buffer {
  const c = createCipheriv("id-aes256-wrap", kek, Buffer.alloc(8, 0xa6));
  return Buffer.concat([c.update(key), c.final()]);
}

function cbc(key: Uint8Array, plain: Uint8Array, padding: boolean): Uint8Array {
  const c = createCipheriv("aes-256-cbc", key, Buffer.alloc(16)).setAutoPadding(padding);
  return Buffer.concat([c.update(plain), c.final()]);
}

/** Tag, length and value; a number takes 32 bits, big-endian. */
function tlv(tag: string, value: Uint8Array | number): Buffer {
  const v = Buffer.alloc(4);
  if (typeof value === "number") v.writeUInt32BE(value);
  const body = typeof value === "number" ? v : value;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([Buffer.from(tag, "latin1"), length, body]);
}

function withClass(protectionClass: number, wrapped: Uint8Array): Uint8Array {
  const le = Buffer.alloc(4);
  le.writeUInt32LE(protectionClass);
  return Buffer.concat([le, wrapped]);
}

/**
 * @example
 * ```ts
 * const lock = makeLock({ password: "secreto", dpic: 1000 });
 * const { encryptionKey, close } = lock.file("Library/SMS/sms.db", 3);
 * ```
 */
export function makeLock(p: Password): Lock {
  const [salt, dpsl] = [derive("SALT", 20), derive("DPSL", 20)];
  const [dpic, iter] = [p.dpic ?? 1000, p.iter ?? 100];
  const kek = pbkdf2Sync(pbkdf2Sync(p.password, dpsl, dpic, 32, "sha256"), salt, iter, 32, "sha1");
  const parts = [
    tlv("VERS", 5),
    tlv("TYPE", 1),
    tlv("UUID", derive("bag", 16)),
    tlv("HMCK", derive("HMCK", 40)),
    tlv("WRAP", 0),
  ];
  parts.push(tlv("SALT", salt), tlv("ITER", iter), tlv("DPWT", 0), tlv("DPIC", dpic), tlv("DPSL", dpsl));
  const classes = new Map<number, Buffer>();
  for (let c = 1; c <= 11; c++) {
    const key = derive(`class ${c}`, 32);
    classes.set(c, key);
    // 9 to 11 are also wrapped by the key of the phone (WRAP 3): nobody opens them elsewhere.
    parts.push(tlv("UUID", derive(`uuid ${c}`, 16)), tlv("CLAS", c), tlv("WRAP", c > 8 ? 3 : 2), tlv("KTYP", 0));
    parts.push(tlv("WPKY", c > 8 ? derive(`device ${c}`, 40) : wrap(kek, key)));
  }
  const dbKey = derive("Manifest.db", 32);
  return {
    bag: Buffer.concat(parts),
    manifestKey: withClass(4, wrap(classes.get(4)!, dbKey)),
    manifest: (plain) => cbc(dbKey, plain, false),
    file(label, protectionClass) {
      const key = derive(`file ${label}`, 32);
      return {
        encryptionKey: withClass(protectionClass, wrap(classes.get(protectionClass)!, key)),
        close: (plain) => cbc(key, plain, true),
      };
    },
  };
}
