/** Logs of a modem for tests: frames as they lie in a file. Messages were written by pycrate (`tools/radio`), of made-up values. @module */

const GPS_EPOCH = 315_964_800;

export const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (h) => Number.parseInt(h, 16));

/** Bit by bit, as the standard tells it: the reader has a table. */
function check(b: readonly number[]): number {
  let c = 0xffff;
  for (const v of b) {
    c ^= v;
    for (let i = 0; i < 8; i++) c = c & 1 ? (c >> 1) ^ 0x8408 : c >> 1;
  }
  return c ^ 0xffff;
}

const u16 = (n: number): number[] => [n & 255, (n >> 8) & 255];
const u32 = (n: number): number[] => [...u16(n), ...u16(n >>> 16)];

export function frame(bytes: readonly number[]): Uint8Array {
  const whole = [...bytes, ...u16(check(bytes))];
  return Uint8Array.from([...whole.flatMap((v) => (v === 0x7e || v === 0x7d ? [0x7d, v ^ 0x20] : [v])), 0x7e]);
}

/** `double`: of a telephone with two radios. */
export function log(code: number, seconds: number, body: Uint8Array | readonly number[], double = false): Uint8Array {
  const ticks = Math.round((seconds - GPS_EPOCH) * 800);
  const time = [0, 0, ...u32(ticks), ...u16(Math.floor(ticks / 2 ** 32))];
  const length = u16(body.length + 12);
  const bytes = [0x10, 0, ...length, ...length, ...u16(code), ...time, ...body];
  return frame(double ? [0x98, 1, 0, 0, 1, 0, 0, 0, ...bytes] : bytes);
}

export interface Cell {
  readonly pci: number;
  readonly earfcn: number;
}

/** Body of B0C0. */
export function rrcBody(version: number, pdu: number, cell: Cell, message: Uint8Array): number[] {
  return [
    version,
    14,
    48,
    ...(version >= 25 ? [15, 96] : []),
    0,
    ...u16(cell.pci),
    ...(version >= 8 ? u32(cell.earfcn) : u16(cell.earfcn)),
    0xf3,
    0,
    pdu,
    ...(version >= 5 ? [0, 0, 0, 0] : []),
    ...u16(message.length),
    ...message,
  ];
}

/** Body of B0EC, B0ED. */
export const nasBody = (message: Uint8Array): number[] => [1, 9, 5, 0, ...message];

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Channel and bytes. */
export const MESSAGES: Readonly<Record<string, readonly [channel: string, hex: string]>> = {
  sib1: ["BCCH-DL-SCH-Message", "40ccd204199a414221c22468acf04062210108884946"],
  sib3: ["BCCH-DL-SCH-Message", "000440e81148"],
  sib5: ["BCCH-DL-SCH-Message", "008c05047e104a4788135e4406942452014084"],
  sib7: ["BCCH-DL-SCH-Message", "0014904000500c057ff00a40"],
  request: ["UL-CCCH-Message", "5912265b1f56"],
  setupComplete: [
    "UL-DCCH-Message",
    "2200780e82e217ec660841bed5e3b07cc39a09e0e18080003a0403a0224e350100422002000021020c00000001060c00000000001a00a46608402468b81400",
  ],
  release: ["DL-DCCH-Message", "2a02"],
  toGeran: ["DL-DCCH-Message", "2a2230000c02"],
  nullCipher: ["DL-DCCH-Message", "320020"],
  handover: ["DL-DCCH-Message", "220900c74499c0802c0200027aa456891080"],
  pagingImsi: ["PCCH-Message", "40190010198765432100"],
  measurement: ["UL-DCCH-Message", "0800c430"],
  askImsi: ["DL-DCCH-Message", "0a00183aa808"],
  reject: ["DL-DCCH-Message", "0a00183a2078"],
};

/** Numbers of the channels in version 20. */
export const PDU: Readonly<Record<string, number>> = {
  "BCCH-BCH-Message": 1,
  "BCCH-DL-SCH-Message": 2,
  "PCCH-Message": 5,
  "DL-CCCH-Message": 6,
  "DL-DCCH-Message": 7,
  "UL-CCCH-Message": 8,
  "UL-DCCH-Message": 9,
};

export const CELL: Cell = { pci: 160, earfcn: 66_486 };

/** One of `MESSAGES` as a log of version 20. */
export function said(name: string, seconds: number, cell: Cell = CELL): Uint8Array {
  const [channel, text] = MESSAGES[name]!;
  return log(0xb0c0, seconds, rrcBody(20, PDU[channel]!, cell, hex(text)));
}
