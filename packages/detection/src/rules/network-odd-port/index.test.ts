import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { oddPort as rule } from "./index.ts";

const tls = (port: number, sni: string | undefined, server = "203.0.113.7", over = "tcp"): Row => [
  "tls",
  "hello",
  { server, port, sni, over, client: "192.168.1.20" },
];
const request = (port: number): Row => [
  "http",
  "request",
  { server: "203.0.113.7", port, host: "claro.example", protocol: "HTTP/1.1", client: "192.168.1.20" },
];

test("TLS where it is not at home, and plain HTTP on 443, are notes", () => {
  const hits = judge(rule, [
    tls(8443, undefined),
    tls(4444, "a.example"),
    tls(443, "b.example"),
    request(443),
    request(80),
  ]);
  assert.deepEqual(levels(rule, hits), ["info 203.0.113.7:8443", "info a.example:4444", "info claro.example:443"]);
});

test("servers at home, makers and QUIC are none", () => {
  const none = [
    tls(4444, "a.example", "192.168.1.9"),
    tls(4444, "x.apple.com"),
    tls(4444, "a.example", "203.0.113.7", "quic"),
  ];
  assert.deepEqual(judge(rule, none), []);
});
