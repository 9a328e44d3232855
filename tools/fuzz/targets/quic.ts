/** QUIC as it crosses: datagrams of both sides, and a key log. @module */
import { QuicSession, readInitial } from "@contraluz/formats/quic/index.ts";
import { readServerHello } from "@contraluz/formats/tls/index.ts";
import { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { RECORDED } from "../../../packages/formats/src/quic/recorded.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const utf8 = new TextEncoder();
/** The first byte of a datagram says from whom it comes. */
const datagram = (d: string): Uint8Array =>
  Uint8Array.from([d[0] === ">" ? 1 : 0, ...Buffer.from(d.slice(2), "base64")]);
const seeds: readonly Parts[] = RECORDED.map((r) => [
  utf8.encode(r.log),
  ...r.datagrams.filter((d) => d[1] === "0").map(datagram),
]);
const tokens = [Uint8Array.of(0xc0, 0, 0, 0, 1), Uint8Array.of(0xe0, 0, 0, 0, 1, 0, 0), Uint8Array.of(0x40)];

const [log, first] = seeds[0]!;
const bombs: Readonly<Record<string, Bomb>> = {
  "datagrams that wait for a hello which never comes": () => [
    log!,
    first!,
    ...Array.from({ length: 2000 }, () => new Uint8Array(1200).fill(0x41)),
  ],
  "packets of no length in one datagram": () => [
    log!,
    Uint8Array.from([1, ...Array.from({ length: 6000 }, () => [0xe0, 0, 0, 0, 1, 0, 0, 0]).flat()]),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([text, ...datagrams], tally) {
    const keys = new KeyLog();
    keys.add(text!);
    const session = new QuicSession(keys, {
      shown: () => void tally.values++,
      stream: (_, part) => {
        tally.values++;
        if (part.bytes.length > 1 << 16) throw new Error("a part that is too long");
      },
    });
    let destination: Uint8Array | undefined;
    for (const d of datagrams) {
      const [up, b] = [(d[0] ?? 0) % 2 === 1, d.subarray(1)];
      session.datagram(up, b, 0, b.length);
      const initial = readInitial(b, 0, b.length, up ? undefined : destination);
      if (up && initial?.parts.length) destination ??= initial.destination;
      const hello = initial?.parts[0]?.bytes;
      if (hello && up) session.client(hello.subarray(4));
      const server = hello && !up ? readServerHello(hello, 4) : undefined;
      if (server) session.server(server);
    }
    if (session.held > 1 << 20) throw new Error(`${session.held} B wait`);
    if (!session.opened)
      tally.report({ code: "capture-damaged", found: "a connection that stays closed", lost: "row" });
  },
  bombs,
};
