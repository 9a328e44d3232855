/** Writes backups of adb by node:crypto and node:zlib, which the reader does not use: made-up keys, any version. @module */
import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { deflateSync } from "node:zlib";

export interface AbWanted {
  readonly version?: number;
  readonly compressed?: boolean;
  readonly password?: string;
  readonly rounds?: number;
}

const hex = (b: Uint8Array): string => Buffer.from(b).toString("hex").toUpperCase();
const seal = (key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer => {
  const c = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([c.update(data), c.final()]);
};
const bytes = (from: number, n: number): Buffer =>
  Buffer.from(Array.from({ length: n }, (_, i) => (from + i * 37) & 255));
const sized = (b: Uint8Array): Buffer => Buffer.concat([Buffer.of(b.length), b]);

/** What Java makes of the master key before it derives the checksum: each byte a signed `char`, written in UTF-8. */
function asJava(key: Buffer): Buffer {
  return Buffer.concat(
    [...key].map((b) => (b < 128 ? Buffer.of(b) : Buffer.of(0xef, 0xbc | ((b >> 6) & 3), 0x80 | (b & 63)))),
  );
}

/** A backup of that tar. */
export function makeAb(tar: Uint8Array, o: AbWanted = {}): Buffer {
  const { version = 5, compressed = false, password, rounds = 100 } = o;
  const body = compressed ? deflateSync(tar) : Buffer.from(tar);
  const first = `ANDROID BACKUP\n${version}\n${compressed ? 1 : 0}\n`;
  if (password === undefined) return Buffer.concat([Buffer.from(`${first}none\n`), body]);
  const [userSalt, checksumSalt, userIv] = [bytes(1, 64), bytes(9, 64), bytes(5, 16)];
  const [masterIv, master] = [bytes(77, 16), bytes(113, 32)];
  const checksum = pbkdf2Sync(version >= 2 ? asJava(master) : master, checksumSalt, rounds, 32, "sha1");
  const user = pbkdf2Sync(password, userSalt, rounds, 32, "sha1");
  const blob = seal(user, userIv, Buffer.concat([sized(masterIv), sized(master), sized(checksum)]));
  const lines = [hex(userSalt), hex(checksumSalt), rounds, hex(userIv), hex(blob)];
  return Buffer.concat([Buffer.from(`${first}AES-256\n${lines.join("\n")}\n`), seal(master, masterIv, body)]);
}
