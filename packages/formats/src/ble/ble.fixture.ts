/** Files with Bluetooth, for tests: captures of the air with a head, and logs of a phone. */

const AA = [0xd6, 0xbe, 0x89, 0x8e];

/** A frame of the air with its head (link type 256), without a check value. `address`: six bytes, the last one first. */
export function airFrame(address: readonly number[], data: readonly number[], signal = -60): Uint8Array {
  const head = [0, signal & 255, 0, 0, ...AA, 0x13, 0x0c];
  return Uint8Array.from([...head, ...AA, 0x40, 6 + data.length, ...address, ...data]);
}

/** A report of a phone's radio in H4: of the older kind, or the extended one. */
export function report(address: readonly number[], data: readonly number[], extended = false): Uint8Array {
  const body = extended
    ? [0x0d, 1, 0x13, 0, 1, ...address, 1, 0, 0xff, 0x7f, 0xc3, ...new Array<number>(10).fill(0), data.length, ...data]
    : [0x02, 1, 0, 1, ...address, data.length, ...data, 0xc3];
  return Uint8Array.from([4, 0x3e, body.length, ...body]);
}

/** A log of a phone: `kind` 1002 for H4. */
export function btsnoop(kind: number, packets: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(packets.reduce((n, p) => n + 24 + p.length, 16));
  const v = new DataView(out.buffer);
  out.set(new TextEncoder().encode("btsnoop\0"));
  v.setUint32(8, 1);
  v.setUint32(12, kind);
  let at = 16;
  for (const [i, p] of packets.entries()) {
    v.setUint32(at, p.length);
    v.setUint32(at + 4, p.length);
    v.setUint32(at + 8, 3);
    v.setBigInt64(at + 16, 0x00dc_ddb3_0f2f_8000n + BigInt(1_772_000_000_000_000 + i * 1000));
    out.set(p, at + 24);
    at += 24 + p.length;
  }
  return out;
}
