/** The lines of text at the beginning of a backup of adb. */

const MAGIC = "ANDROID BACKUP\n";
/** Bytes of the longest header: nine lines, the longest of 192 hexadecimal digits. */
export const HEADER_BYTES = 1024;
/** Derivations are of 10,000 rounds; more than this many would only keep a computer busy. */
const MAX_ROUNDS = 1_000_000;

export interface Encryption {
  readonly userSalt: Uint8Array;
  readonly checksumSalt: Uint8Array;
  readonly rounds: number;
  readonly userIv: Uint8Array;
  /** The master key, its IV and its checksum, sealed with the key of the password. */
  readonly blob: Uint8Array;
}

export interface Header {
  readonly version: number;
  readonly compressed: boolean;
  /** Undefined: none. */
  readonly encryption?: Encryption;
  /** Where the data begins. */
  readonly length: number;
}

/** Whether a file begins as a backup of adb does. */
export function looksLikeAndroidBackup(head: Uint8Array): boolean {
  if (head.length < MAGIC.length) return false;
  for (let i = 0; i < MAGIC.length; i++) if (head[i] !== MAGIC.charCodeAt(i)) return false;
  return true;
}

function bytesOf(hex: string | undefined, min: number, max: number): Uint8Array | undefined {
  if (hex === undefined || hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) return undefined;
  if (hex.length < 2 * min || hex.length > 2 * max) return undefined;
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Lines of ASCII at the beginning, and how many bytes they take. */
function linesOf(head: Uint8Array, count: number): { lines: string[]; length: number } | undefined {
  const lines: string[] = [];
  let line = "";
  for (let i = 0; i < Math.min(head.length, HEADER_BYTES); i++) {
    const c = head[i]!;
    if (c !== 0x0a) {
      line += String.fromCharCode(c);
      continue;
    }
    lines.push(line);
    line = "";
    if (lines.length === count) return { lines, length: i + 1 };
  }
  return undefined;
}

/**
 * The header in the first `HEADER_BYTES` of a file; a text that says what is wrong with it where it is none.
 * @example const header = readHeader(await source.read(0, HEADER_BYTES));
 */
export function readHeader(head: Uint8Array): Header | string {
  const first = linesOf(head, 4);
  if (!looksLikeAndroidBackup(head) || !first) return "no header";
  const [, version, compressed, encryption] = first.lines;
  if (!/^[1-9]\d{0,2}$/.test(version!) || Number(version) > 5) return `version ${version!.slice(0, 20)}`;
  if (compressed !== "0" && compressed !== "1") return `compression ${compressed!.slice(0, 20)}`;
  const plain = { version: Number(version), compressed: compressed === "1", length: first.length };
  if (encryption === "none") return plain;
  if (encryption !== "AES-256") return `encryption ${encryption!.slice(0, 20)}`;
  const nine = linesOf(head, 9);
  if (!nine) return "the header ends early";
  const userSalt = bytesOf(nine.lines[4], 1, 128);
  const checksumSalt = bytesOf(nine.lines[5], 1, 128);
  const rounds = /^\d{1,8}$/.test(nine.lines[6]!) ? Number(nine.lines[6]) : 0;
  const userIv = bytesOf(nine.lines[7], 16, 16);
  const blob = bytesOf(nine.lines[8], 32, 192);
  if (rounds < 1 || rounds > MAX_ROUNDS) return `${nine.lines[6]!.slice(0, 20)} rounds`;
  if (!userSalt || !checksumSalt || !userIv || !blob || blob.length % 16 !== 0) return "no keys in the header";
  return { ...plain, length: nine.length, encryption: { userSalt, checksumSalt, rounds, userIv, blob } };
}
