import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, PHONE, parseSections, seen } from "../../artifacts.fixture.ts";
import { appOfTag, eventsIn } from "./events.ts";
import { batteryHistory } from "./index.ts";

const utc = (m: unknown) => isoUtc((m as Moment).utc!, "ms");

const OLD = `Battery History (0% used, 2720 used of 4096KB, 31 strings using 2694):
                    0 (19) RESET:TIME: 2026-03-10-17-30-01
                    0 (2) 100 status=discharging plug=none temp=242 +running
                    0 (2) 100 user=0:"0"
            +47s645ms (2) 100 +job=u0a94:"com.example.correo/.Trabajo"
            +47s731ms (2) 100 -job=u0a94:"com.example.correo/.Trabajo"
       +1h26m18s315ms (2) 095 +top=u0a280:"com.whatsapp"
       +1h28m35s053ms (2) 095 -top=u0a280:"com.whatsapp" +top=u0a1:"com.example.inicio"
       +2h0m0s0ms (2) 094 +wake_lock=u0a300:"*walarm*:com.example.oculta/.Alarma"
       +2h0m1s0ms (2) 094 pkginst=7:"com.example.oculta" plug=usb +usb_data
       +3h0m0s0ms (2) 094 +wake_lock=u0a300:"*walarm*:com.example.oculta/.Alarma"
       +4h0m0s0ms (2) TIME: 2026-03-12-00-00-00
       +4h0m1s0ms (2) 090 pkgunin=0:"com.example.borrada" userfg=10:"10"

Per-PID Stats:
            +1s (2) 100 +top=u0a1:"com.example.no"
`;

test("times since the beginning become times of the phone, anew at each date; work is counted", async () => {
  const { records, problems } = await parseSections(batteryHistory, { batterystats: OLD });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => {
      const { last, ...rest } = fieldsOf(r);
      return [r.kind, rest, utc(r.at), ...(last ? [utc(last)] : [])];
    }),
    [
      ["event", { app: "com.whatsapp", type: "top", uid: 10280, seconds: 136.738 }, "2026-03-11T00:56:19.315Z"],
      ["event", { type: "usb-connected" }, "2026-03-11T01:30:02.000Z"],
      ["event", { type: "plugged-usb" }, "2026-03-11T01:30:02.000Z"],
      ["event", { app: "com.example.oculta", type: "install" }, "2026-03-11T01:30:02.000Z"],
      ["event", { app: "com.example.borrada", type: "uninstall" }, "2026-03-12T06:00:01.000Z"],
      ["event", { type: "user", user: 10 }, "2026-03-12T06:00:01.000Z"],
      ["event", { app: "com.example.inicio", type: "top", uid: 10001 }, "2026-03-11T00:58:36.053Z"],
      [
        "work",
        { app: "com.example.correo", type: "job", uid: 10094, times: 1 },
        "2026-03-10T23:30:48.645Z",
        "2026-03-10T23:30:48.645Z",
      ],
      [
        "work",
        { app: "com.example.oculta", type: "wake_lock", uid: 10300, times: 2 },
        "2026-03-11T01:30:01.000Z",
        "2026-03-11T02:30:01.000Z",
      ],
    ],
  );
  assert.deepEqual([records[0]!, records[3]!].map(seen), [
    ["app-id ran com.whatsapp"],
    ["app-id listed com.example.oculta"],
  ]);
  assert.equal(records[0]!.at!.seen, "+1h26m18s315ms");
  assert.deepEqual(records[0]!.at!.zone, { name: "America/Mexico_City", from: "device" });
});

test("Android 16: dates without their year; without a zone the clock alone; without a date no time", async () => {
  const body = (first: string) =>
    `Battery History (1% used):\n${first}            03-10 13:35:23.500 (2) 098 pkginst=7:"com.example.a"`;
  const now = await parseSections(batteryHistory, { batterystats: body("") });
  assert.equal(utc(now.records[0]!.at), "2026-03-10T19:35:23.500Z");
  const { zone, offsets, ...none } = PHONE;
  const old = await parseSections(batteryHistory, { batterystats: OLD }, { acquisition: none });
  assert.deepEqual([zone, offsets?.length], ["America/Mexico_City", 1]);
  assert.deepEqual(old.records[0]!.at, { wall: "2026-03-10T18:56:19.315", seen: "+1h26m18s315ms", precision: "ms" });
  const lost = await parseSections(batteryHistory, {
    batterystats: 'Battery History (1% used):\n  +1s (2) 098 pkginst=7:"com.example.a"\n  odd line\n',
  });
  assert.deepEqual([lost.records[0]!.at, lost.problems[0]?.found], [undefined, "1 other lines"]);
});

test("tags of all forms", () => {
  for (const tag of [
    "com.x.y",
    "com.x.y/.A",
    "com.x.y:remote",
    "*walarm*:com.x.y/.A",
    "*job*/com.x.y/.A",
    "@androidx.work.systemjobscheduler@com.x.y/androidx.work.S",
  ])
    assert.equal(appOfTag(tag), "com.x.y", tag);
  for (const tag of ["", "*net*", "GmsX", "ana@example.org", "0"]) assert.equal(appOfTag(tag), undefined, tag);
  assert.deepEqual(eventsIn('095 +sync=u0a1:"a \\" b" x'), [{ sign: "+", name: "sync", of: "u0a1", tag: 'a \\" b' }]);
});
