import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName } from "./free-names.ts";
import { lookAlike, skeleton } from "./look-alike.ts";

test("a name below a free zone, not the site of the service, not one that ends alike", () => {
  assert.deepEqual(freeName("mi-casa.DuckDNS.org."), { what: "dynamic", zone: "duckdns.org" });
  assert.deepEqual(freeName("a.b.no-ip.org"), { what: "dynamic", zone: "no-ip.org" });
  assert.deepEqual(freeName("abc-1.trycloudflare.com"), { what: "tunnel", zone: "trycloudflare.com" });
  assert.deepEqual(freeName("premio.tk"), { what: "ending", zone: "tk" });
  for (const none of ["duckdns.org", "www.duckdns.org", "notduckdns.org", "duckdns.org.example", "tk", "top.example"])
    assert.equal(freeName(none), undefined, none);
});

test("letters of other alphabets that look like a known name", () => {
  // аррӏе.com in Cyrillic; ġoogle with a mark; a bank with an Omicron.
  assert.equal(skeleton("\u0430\u0440\u0440\u04cf\u0435.com"), "apple.com");
  assert.equal(lookAlike("xn--80ak6aa92e.com")?.like, "apple.com");
  assert.equal(lookAlike("login.xn--oogle-v1a.com")?.like, "google.com");
  // One word of two alphabets that looks like nothing of the list.
  assert.deepEqual(lookAlike("xn--tiend-8ve.example"), { written: "tiend\u0430.example", like: "" });
});

test("names of one alphabet, and parts of the known site itself, are none", () => {
  const none = [
    "xn--espaa-rta.es",
    "xn--80aswg.xn--p1ai",
    "apple.com",
    "xn--80ak6aa92e.apple.com",
    "xn--\u0000.com",
    "xn--99999999.com",
  ];
  for (const name of none) assert.equal(lookAlike(name), undefined, name);
});
