/**
 * iTunesPrefs: computers that synchronised with the phone, as pairs of user and computer.
 *
 * A binary file `frpd`. Behind the bytes 01 01 80 00 00, at 92, stand texts in fields filled with zeros: user, computer, user,
 * computer. Sources: J. Farley, Forensic Analysis of iTunes Backups (2019); iLEAPP reads so the files of iOS 12 to 18; its sample.
 * @module
 */
import { own } from "@contraluz/core";

const MARK = [1, 1, 0x80, 0, 0] as const;
const OFFSET = 92;
const MAX_TEXTS = 40;
const MAX_LENGTH = 200;
const MAX_BYTES = 65_536;

const utf8 = new TextDecoder("utf-8");

export interface Computer {
  readonly user: string;
  readonly computer: string | undefined;
}

function markIn(b: Uint8Array): number {
  for (let i = 0; i + MARK.length <= b.length && i < MAX_BYTES; i++)
    if (b[i] === MARK[0] && MARK.every((m, j) => b[i + j] === m)) return i;
  return -1;
}

/** Computers of the file, each once, in their order. */
export function computersOf(b: Uint8Array): Computer[] {
  const mark = b[0] === 0x66 && b[1] === 0x72 && b[2] === 0x70 && b[3] === 0x64 ? markIn(b) : -1;
  if (mark < 0) return [];
  const texts: string[] = [];
  const end = Math.min(b.length, mark + MAX_BYTES);
  for (let i = mark + OFFSET; i < end && texts.length < MAX_TEXTS; i++) {
    if (b[i] === 0) continue;
    const from = i;
    while (i < end && b[i] !== 0) i++;
    texts.push(own(utf8.decode(b.subarray(from, Math.min(i, from + MAX_LENGTH)))));
  }
  const out = new Map<string, Computer>();
  for (let i = 0; i < texts.length; i += 2) {
    const [user, computer] = [texts[i]!, texts[i + 1]];
    out.set(`${user}\0${computer}`, { user, computer });
  }
  return [...out.values()];
}
