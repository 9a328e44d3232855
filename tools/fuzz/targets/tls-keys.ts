/** Key logs of TLS, and connections that are opened with them: what the client and the server sent. @module */
import { KeyLog, looksLikeKeyLog, TlsSession } from "@contraluz/formats/tls-keys/index.ts";
import { RECORDED } from "../../../packages/formats/src/tls-keys/recorded.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const utf8 = new TextEncoder();
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, "base64"));
const seeds: readonly Parts[] = RECORDED.map((r) => [utf8.encode(r.log), bytesOf(r.up), bytesOf(r.down)]);
const tokens = [
  Uint8Array.of(20, 3, 3),
  Uint8Array.of(22, 3, 3),
  Uint8Array.of(23, 3, 3, 0, 17),
  utf8.encode("CLIENT_RANDOM "),
];

const [log, up] = seeds[1]!;
const bombs: Readonly<Record<string, Bomb>> = {
  "a log of one line of eight megabytes": () => [new Uint8Array(8 << 20).fill(0x41), up!, up!],
  "a greeting of many records of one byte": () => [
    log!,
    Uint8Array.from({ length: 6 << 19 }, (_, i) => [22, 3, 3, 0, 1, 1][i % 6]!),
    up!,
  ],
};

/** Pieces are small, so that what lies between two of them is tried, too. */
const STEP = 700;

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([text, client, server], tally) {
    const keys = new KeyLog();
    if (looksLikeKeyLog(text!)) tally.values++;
    keys.add(text!);
    const session = new TlsSession(keys);
    const take = (plain: Uint8Array): void => {
      tally.values++;
      if (plain.length > 1 << 15) throw new Error("a record that is too long");
    };
    // The server's greeting comes before what the client encrypts: the client's first record, then all of the server, then the rest.
    const first = Math.min(client!.length, 5 + (((client![3] ?? 0) << 8) | (client![4] ?? 0)));
    session.client(client!.subarray(0, first), take);
    for (let at = 0; at < server!.length; at += STEP) session.server(server!.subarray(at, at + STEP), take);
    for (let at = first; at < client!.length; at += STEP) session.client(client!.subarray(at, at + STEP), take);
    if (session.held > 1 << 19) throw new Error(`${session.held} B wait`);
    if (!session.opened)
      tally.report({ code: "capture-damaged", found: "a connection that stays closed", lost: "row" });
  },
  bombs,
};
