import assert from "node:assert/strict";
import { test } from "node:test";
import { head, parse } from "../items.fixture.ts";
import { http } from "./index.ts";

test("a request: its address is a sign, what was searched for is content", () => {
  const request = head(
    0,
    { method: "GET", target: "/a/b?q=secreto" },
    { host: "Malo.example:8080", "user-agent": "x" },
  );
  const [r] = parse(http, [request]).records;
  assert.deepEqual(
    [r!.fields.host, r!.fields.path, r!.fields.query, r!.fields.agent],
    ["Malo.example", "/a/b", undefined, "x"],
  );
  assert.deepEqual(
    r!.observables.map((o) => [o.type, o.contact]),
    [["url", "visited"]],
  );
  assert.equal(parse(http, [request], true).records[0]!.fields.query, "q=secreto");
});

test("a request of a proxy is its whole address; one without a host is none", () => {
  const whole = head(0, { method: "GET", target: "http://malo.example/x" });
  const bare = head(1, { method: "GET", target: "/x" });
  const [a, b] = parse(http, [whole, bare]).records;
  assert.equal(a!.observables[0]!.value, "http://malo.example/x");
  assert.deepEqual(b!.observables, []);
});

test("an answer: how it went, and what the server calls itself", () => {
  const answer = { status: 401 };
  const [r] = parse(http, [
    head(0, answer, { server: "thttpd", "www-authenticate": 'Digest realm="CAM, 1", x' }),
  ]).records;
  const { status, software, realm, server, client, video } = r!.fields;
  assert.deepEqual([status, software, server, client], [401, "thttpd", "203.0.113.7", "192.168.1.20"]);
  assert.equal(realm, "CAM");
  assert.equal(video, undefined);
  const described = parse(http, [
    { ...head(0, { status: 200, protocol: "RTSP/1.0" }), sdp: "v=0\nm=video 0 RTP/AVP 96\n" },
  ]);
  assert.equal(described.records[0]!.fields.video, true);
});

test("what was opened with keys says so; what was sent in its address is content", () => {
  const plain = head(0, { method: "GET", target: "/uno?secreto=1" }, { host: "casa.example" });
  const opened = { ...plain, decrypted: true } as const;
  const [r] = parse(http, [opened]).records;
  assert.deepEqual([r!.fields.decrypted, r!.fields.path, r!.fields.query], [true, "/uno", undefined]);
  assert.equal(r!.observables[0]!.value, "https://casa.example/uno");
  const [all] = parse(http, [opened], true).records;
  assert.deepEqual(
    [all!.fields.query, all!.observables[0]!.value],
    ["secreto=1", "https://casa.example/uno?secreto=1"],
  );
});
