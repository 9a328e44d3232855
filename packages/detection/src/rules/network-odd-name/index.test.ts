import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { oddName as rule } from "./index.ts";

const asks = (name: string, client = "192.168.1.20"): Row => ["names", "lookup", { name, client, type: "A" }];

test("free names are notes, one that looks like a known site is a lead, each name once", () => {
  const hits = judge(rule, [
    asks("mi-camara.ddns.net"),
    asks("mi-camara.ddns.net", "192.168.1.9"),
    asks("abc.trycloudflare.com"),
    ["tls", "hello", { sni: "mi-camara.ddns.net", client: "192.168.1.20" }],
    ["http", "request", { host: "premio.tk", client: "192.168.1.20" }],
    asks("www.xn--80ak6aa92e.com"),
    asks("xn--tiend-8ve.example"),
  ]);
  assert.deepEqual(levels(rule, hits), [
    "lead www.xn--80ak6aa92e.com",
    "info xn--tiend-8ve.example",
    "info abc.trycloudflare.com",
    "info mi-camara.ddns.net",
    "info premio.tk",
  ]);
  assert.deepEqual([hits[0]!.params!.of, hits[3]!.records.length], ["apple.com", 2]);
});

test("ordinary names, and those that end alike, are none", () => {
  const names = ["www.diario.example", "notddns.net", "ddns.net.example", "xn--espaa-rta.es", "duckdns.org", "", "tk"];
  assert.deepEqual(
    judge(
      rule,
      names.map((n) => asks(n)),
    ),
    [],
  );
});

test("many of one kind are counted", () => {
  const hits = judge(
    rule,
    Array.from({ length: 8 }, (_, i) => asks(`n${i}.ddns.net`)),
  );
  assert.deepEqual([hits.length, hits[5]!.subject, hits[5]!.params!.rest], [6, "… dynamic", 3]);
});

test("names of one zone that were told together are one note", () => {
  const names = ["0a1b.t.mi-casa.duckdns.org", "0a1c.t.mi-casa.duckdns.org"];
  const row: Row = ["names", "lookups", { zone: "duckdns.org", names, client: "192.168.1.20", type: "TXT" }];
  assert.deepEqual(levels(rule, judge(rule, [row, row])), ["info mi-casa.duckdns.org"]);
});

test("of names that were told together each is looked at, and one that is odd by itself is told by its own name", () => {
  const client = "192.168.1.20";
  const together = (zone: string, ...names: string[]): Row => ["names", "lookups", { zone, names, client, type: "MX" }];
  const hits = judge(rule, [
    together("com.mx", "uno.com.mx", "xn--tiend-8ve.com.mx", "dos.com.mx"),
    together("dnscat.*", "dnscat.00ff.example", "dnscat.00fe.casa.duckdns.org", "dnscat.00fd.test.tk"),
    together("xn--80ak6aa92e.com", "0a.xn--80ak6aa92e.com", "0b.xn--80ak6aa92e.com"),
    together("ddns.net", "uno.ddns.net", "dos.ddns.net"),
    together("mio.top", "a1.mio.top", "a2.mio.top"),
    together("example.com", "a.example.com", "b.example.com"),
  ]);
  assert.deepEqual(levels(rule, hits), [
    "lead xn--80ak6aa92e.com",
    "info xn--tiend-8ve.com.mx",
    "info dnscat.00fe.casa.duckdns.org",
    "info ddns.net",
    "info mio.top",
  ]);
});
