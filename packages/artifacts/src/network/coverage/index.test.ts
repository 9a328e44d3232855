import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, flow, hello, parse } from "../items.fixture.ts";
import { coverage } from "./index.ts";

test("what was hidden, by way and place, after what the capture is", () => {
  const { records } = parse(coverage, [
    hello(0, { sni: "dns.google" }),
    hello(1, { sni: "dns.google" }),
    hello(2, { sni: "x.example" }, 853, "203.0.113.53"),
    hello(3, { sni: "mask.icloud.com" }),
    hello(4, { sni: "publico.example", ech: true }),
    hello(5, { sni: "sitio.example" }),
    flow(6, { app: "wireguard", transport: "udp", up: { packets: 9, bytes: 900 } }, "198.51.100.1", 51_820),
    flow(7, { transport: "udp", up: { packets: 9, bytes: 900 } }),
    flow(8, { transport: "udp", up: { packets: 1, bytes: 9 }, down: { packets: 0, bytes: 0 } }),
    ends({ cut: 2, secrets: true }),
  ]);
  const [capture, ...hidden] = records;
  assert.equal(capture!.kind, "capture");
  assert.deepEqual(capture!.fields.hidden, ["doh: 2", "dot: 1", "ech: 1", "relay: 1", "unread: 1", "vpn: 1"]);
  assert.deepEqual([capture!.fields.cut, capture!.fields.secrets], [2, true]);
  assert.deepEqual(
    hidden.map(({ fields: f }) => `${f.what} ${f.name ?? f.server}:${f.port} ${f.count} ${f.bytes ?? 0}`),
    [
      "doh dns.google:443 2 0",
      "dot x.example:853 1 0",
      "relay mask.icloud.com:443 1 0",
      "ech publico.example:443 1 0",
      "vpn 198.51.100.1:51820 1 1800",
      "unread 203.0.113.7:443 1 1800",
    ],
  );
});

test("a resolver is one by its whole name alone", () => {
  const { records } = parse(coverage, [
    hello(0, { sni: "dns.google.malo.example" }),
    hello(1, { sni: "nodns.google" }),
    ends(),
  ]);
  assert.deepEqual(records[0]!.fields.hidden, []);
});
