import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { camera as rule } from "./index.ts";

type Fields = ArtifactRecord["fields"];
const MAC = "44:19:b6:00:00:01";
const record = (kind: string, fields: Fields): ArtifactRecord => ({
  kind,
  fields: { mac: MAC, ...fields },
  observables: [],
  origin: ref(0).origin,
});
const device = (fields: Fields = {}): ArtifactRecord => record("device", { madeUp: false, router: false, ...fields });
const said = (over: string, says: readonly string[], answers = true): ArtifactRecord =>
  record("said", { over, answers, says });
const VIDEO: Fields = { sent: 3_000_000, received: 20_000, busy: 60, large: 0.7, burst: 2, alike: 1 };

const judge = (records: readonly ArtifactRecord[], ...known: string[]) => [
  ...rule.judge(
    records.flatMap((r, i) => rule.fact(r, () => ref(i), "network/devices") ?? []),
    { ...CONTEXT, known },
  ),
];
const levels = (records: readonly ArtifactRecord[], ...known: string[]) =>
  judge(records, ...known).map((h) => `${h.level} ${h.subject}`);

const LEAD = [`lead ${MAC}`];
const ASK = [`ask ${MAC}`];

test("what says that it is a camera, offers video, or sends what goes like one from a small thing: a lead", () => {
  const onvif = ["types: dn:NetworkVideoTransmitter", "scopes: onvif://www.onvif.org/type/video_encoder"];
  assert.deepEqual(levels([device(), said("ws-discovery", onvif)]), LEAD);
  assert.deepEqual(levels([device(), said("sadp", ["DeviceType: 1", "DeviceDescription: DS-1"])]), LEAD);
  assert.deepEqual(levels([device(), said("dhip", ["DeviceClass: IPC"])]), LEAD);
  assert.deepEqual(levels([record("answer", { video: true, server: "192.168.1.5" })]), LEAD);
  assert.deepEqual(levels([device({ ...VIDEO, makes: "module", maker: "Tuya" }), said("tuya", [])]), LEAD);
  assert.deepEqual(levels([device({ ...VIDEO, makes: "camera", maker: "Axis" })]), LEAD);
  assert.deepEqual(levels([device(VIDEO), said("pppp", ["type: 41"])]), LEAD);
  const air = record("transmitter", { ...VIDEO, sent: undefined, up: 3e6, down: 9000, makes: "module", maker: "Tuya" });
  assert.deepEqual(levels([air]), LEAD);
});

test("the model and what speaks for it are told", () => {
  const [hit] = judge([
    device({ makes: "camera", maker: "Hikvision", names: ["IPC-7"] }),
    said("sadp", ["DeviceType: 141330", "DeviceDescription: DS-1"]),
  ]);
  assert.deepEqual(
    [hit!.params!.model, hit!.params!.name, hit!.params!.maker, hit!.records.length],
    ["DS-1", "IPC-7", "Hikvision", 2],
  );
  assert.match(say(rule.words.why, "es", hit!.params!), /Hikvision; su nombre es de cámara; la marca es de cámaras/);
  assert.match(say(rule.words.title, "en", hit!.params!), /^It looks like a camera: IPC-7 \(44:19:b6:00:00:01\)$/);
});

test("weaker signs, and a camera that somebody gave a name: a question", () => {
  assert.deepEqual(levels([device({ names: ["IPC-7F21A"], makes: "camera", maker: "Hikvision" })]), ASK);
  assert.deepEqual(levels([device(VIDEO)]), ASK);
  const baby = [device({ names: ["bebe-cam"] }), record("answer", { video: true, server: "192.168.1.5" })];
  assert.deepEqual(levels(baby), ASK);
  assert.match(say(rule.words.title, "es", judge(baby)[0]!.params!), /^¿Conoces este aparato\?/);
  assert.deepEqual(levels([device({ makes: "camera" }), record("lookup", { name: "p2p.reolink.com." })]), ASK);
  const together = record("lookups", { zone: "reolink.com", names: ["a.example", "p2p.reolink.com"] });
  assert.deepEqual(levels([device({ makes: "camera" }), together]), ASK);
  assert.deepEqual(levels([record("answer", { realm: "IP Camera(1)", server: "10.0.0.2" })]), ASK);
});

test("no camera: who searches, plugs, calls, what comes down, backups, phones with the app, the way out", () => {
  const asks = [said("ws-discovery", ["types: dn:NetworkVideoTransmitter"], false), said("sadp", [], false)];
  assert.deepEqual(levels([device({ madeUp: true }), ...asks]), []);
  assert.deepEqual(levels([device({ makes: "module", maker: "Espressif" }), said("tuya", [])]), []);
  assert.deepEqual(levels([device({ ...VIDEO, received: 2_000_000 })]), []);
  assert.deepEqual(levels([device({ ...VIDEO, burst: undefined, alike: undefined })]), []);
  assert.deepEqual(levels([device({ ...VIDEO, busy: 20 })]), []);
  assert.deepEqual(levels([device({ ...VIDEO, large: 0.2 })]), []);
  const app = [record("lookup", { name: "api.ring.com" }), said("pppp", ["type: 20"])];
  assert.deepEqual(levels([device({ madeUp: true }), ...app]), []);
  assert.deepEqual(levels([device({ router: true }), said("sadp", ["DeviceType: 1"])]), []);
  assert.deepEqual(levels([device(), record("answer", { video: true, server: "203.0.113.5" })]), []);
  assert.deepEqual(levels([device({ names: ["iPhone de Camila"] })]), []);
  assert.deepEqual(levels([device(), record("lookup", { name: "spring.com" })]), []);
});

test("what the person knows is silent, by its address, or by a name that no other bears", () => {
  const cam = [device({ names: ["Entrada"] }), said("dhip", [])];
  assert.deepEqual(levels(cam, "44-19-B6-00-00-01"), []);
  assert.deepEqual(levels(cam, "entrada"), []);
  assert.deepEqual(levels([...cam, device({ mac: "44:19:b6:00:00:02", names: ["ENTRADA"] })], "entrada"), ASK);
  assert.deepEqual(levels([device(VIDEO)], "00:00:00:00:00:02"), ASK);
  assert.match(String(judge([device(VIDEO)], "00:00:00:00:00:02")[0]!.params!.what_en), /not in your list/);
});

test("many cameras are told one by one up to twelve; one finding counts the others", () => {
  const many = Array.from({ length: 15 }, (_, i) => record("said", { mac: `m${i}`, over: "dhip", answers: true }));
  const hits = judge(many);
  assert.equal(hits.length, 13);
  assert.equal(hits[12]!.params!.rest, 3);
  assert.match(say(rule.words.title, "es", hits[12]!.params!), /^Otros 3 aparatos también parecen cámaras$/);
});
