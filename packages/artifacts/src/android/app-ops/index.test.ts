import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { appOps } from "./index.ts";

const parse = (appops: string) => parseSections(appOps, { appops });
const utc = (m: unknown) => isoUtc((m as Moment).utc!, "ms");

test("Android 11 to 16: uses by state, attempts, whose doing, what still runs; of the rest, that the app was active", async () => {
  const { records, problems } = await parse(`Current AppOps Service state:
  Op mode watchers:
    Op CAMERA:
    Package com.example.no:
      CAMERA (allow):
          Access: [fg-s] 2026-03-01 10:00:00.000 (-13d)

  Uid 0:
    state=cch
  Uid u10a103:
    state=cch
      COARSE_LOCATION: mode=ignore
    Package com.example.oculta:
      RECORD_AUDIO (allow / switch PHONE_CALL_MICROPHONE=allow): 
        null=[
          Access: [fgsvc-s] 2026-03-13 10:20:30.125 (-1d) duration=+1m3s
          Access: [bg-tpd] 2026-03-12 10:20:30.000 (-2d) proxy[uid=10081, pkg=com.google.android.gms, attributionTag=null]
          Reject: [cch-s]2026-03-11 10:20:30.000 (-3d)
        ]
      CAMERA (allow): 
        tag=[
          Running start at: -1m0s
        ]
      WAKE_LOCK (allow): 
        null=[
          Access: [top-s] 2026-03-14 10:00:00.000 (-20m30s) duration=+126ms
        ]
      REQUEST_INSTALL_PACKAGES (allow):
      READ_EXTERNAL_STORAGE (allow):
    Package com.example.quieta:
      READ_SMS (allow):
  Uid 2000:
    Package com.android.shell:
      VIBRATE (allow):
`);
  assert.deepEqual(problems, []);
  const base = { app: "com.example.oculta", uid: 1010103, user: 10 };
  assert.deepEqual(
    records.map((r) => {
      const { access, reject, ...rest } = fieldsOf(r);
      return [r.kind, rest, access ? utc(access) : reject ? `no ${utc(reject)}` : undefined];
    }),
    [
      [
        "op",
        { ...base, op: "RECORD_AUDIO", mode: "allow", state: "fgsvc-s", duration: 63 },
        "2026-03-13T16:20:30.125Z",
      ],
      [
        "op",
        { ...base, op: "RECORD_AUDIO", mode: "allow", state: "bg-tpd", proxy: "com.google.android.gms" },
        "2026-03-12T16:20:30.000Z",
      ],
      ["op", { ...base, op: "RECORD_AUDIO", mode: "allow", state: "cch-s" }, "no 2026-03-11T16:20:30.000Z"],
      ["op", { ...base, op: "CAMERA", mode: "allow", running: true }, "2026-03-14T16:19:30.000Z"],
      ["op", { ...base, op: "REQUEST_INSTALL_PACKAGES", mode: "allow" }, undefined],
      ["app", { ...base }, undefined],
      ["op", { app: "com.android.shell", uid: 2000, user: 0, op: "VIBRATE", mode: "allow" }, undefined],
    ],
  );
  assert.equal(utc(records[5]!.at), "2026-03-14T16:19:30.000Z");
  assert.deepEqual([seen(records[0]!), seen(records[2]!)], [["app-id ran com.example.oculta"], []]);
});

test("Android 10: without lists; Android 9: states in words, lines that go on", async () => {
  const { records } = await parse(`  Uid u0a103:
    Package com.example.diez:
      CAMERA (allow):
          Access: [fg-s] 2026-03-13 10:20:30.125 (-1d)
          Reject: [bg-s]2026-03-12 10:20:30.125 (-2d)
    Package com.example.nueve:
      FINE_LOCATION (allow / switch COARSE_LOCATION=allow): 
          Access: top  = 2026-03-13 10:20:30 (-1d)
                  bg   = 2026-03-12 10:20:30 (-2d)
          Reject: cch  = 2026-03-11 10:20:30 (-3d)
                  bg   = 2026-03-10 10:20:30 (-4d)`);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.app, r.fields.state, "reject" in r.fields]),
    [
      ["op", "com.example.diez", "fg-s", false],
      ["op", "com.example.diez", "bg-s", true],
      ["app", "com.example.diez", "fg-s", false],
      ["op", "com.example.nueve", "top", false],
      ["op", "com.example.nueve", "bg", false],
      ["op", "com.example.nueve", "cch", true],
      ["op", "com.example.nueve", "bg", true],
      ["app", "com.example.nueve", "top", false],
    ],
  );
  assert.equal(utc(records[4]!.fields.access), "2026-03-12T16:20:30.000Z");
});

test("Android 8: how long ago, counted back from the report", async () => {
  const { records } = await parse(`  Uid u0a103:
    Package com.example.ocho:
      RECORD_AUDIO: mode=0; time=+1d0h0m0s0ms ago; rejectTime=+2d ago; duration=+5s0ms
      READ_SMS: mode=1
      SYSTEM_ALERT_WINDOW: mode=2`);
  assert.deepEqual(
    records.map((r) => [r.fields.op, r.fields.mode, r.fields.duration, r.at && utc(r.at)]),
    [
      ["RECORD_AUDIO", "allow", 5, "2026-03-13T16:20:30.000Z"],
      ["RECORD_AUDIO", "allow", undefined, "2026-03-12T16:20:30.000Z"],
      ["SYSTEM_ALERT_WINDOW", "deny", undefined, undefined],
      [undefined, undefined, undefined, "2026-03-13T16:20:30.000Z"],
    ],
  );
  assert.equal((records[0]!.fields.access as Moment).seen, "+1d0h0m0s0ms ago");
});

test("another form is a problem", async () => {
  const { records, problems } = await parse("x");
  assert.deepEqual([records.length, problems[0]?.lost], [0, "artifact"]);
});
