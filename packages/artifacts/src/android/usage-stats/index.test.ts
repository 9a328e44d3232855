import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, PHONE, parseSections, seen } from "../../artifacts.fixture.ts";
import { dateOf, orderOf, secondsOfClock } from "./dates.ts";
import { usageStats } from "./index.ts";

const utc = (m: unknown) => isoUtc((m as Moment).utc!, "s");

test("Android 10 to 16: events of apps and of the phone, use by span, apps that are gone", async () => {
  const { records, problems } = await parseSections(usageStats, {
    usagestats: `user=0
  Last 24 hour events (timeRange="3/13/2026, 10:20 – 3/14/2026, 10:20" )
    time="2026-03-14 04:09:31" type=ACTIVITY_RESUMED package=com.example.clima class=com.example.clima.Main instanceId=7 flags=0x0
    time="2026-03-14 04:09:32" type=ACTIVITY_PAUSED package=com.example.clima class=com.example.clima.Main instanceId=7 flags=0x0
    time="2026-03-14 04:10:00" type=KEYGUARD_HIDDEN package=android flags=0x0
    time="2026-03-14 04:11:00" type=FOREGROUND_SERVICE_START package=com.example.oculta class=com.example.oculta.S flags=0x0
  In-memory daily stats
    timeRange="2026-03-14 00:00:00 – 2026-03-14 10:20:30"
    packages
      package=com.example.clima totalTimeUsed="1:02:03" lastTimeUsed="2026-03-14 04:09:32" totalTimeVisible="33:06" lastTimeFS="1970-01-01 00:00:00"
      package=com.example.nunca totalTimeUsed="00:00" lastTimeUsed="1970-01-01 00:00:00" totalTimeFS="00:00"
    ChooserCounts
      package=com.example.clima
user=10
  In-memory yearly stats
    packages
      package=com.example.borrada totalTimeUsed="00:09" lastTimeUsed="2026-01-05 10:00:00"
      package=com.example.servicio totalTimeUsed="00:00" lastTimeUsed="1970-01-01 00:00:00" lastTimeFS="2026-01-05 10:00:00"
  In-memory constructor stats
    packages
      package=com.example.rara totalTimeUsed="00:09" lastTimeUsed="2026-01-05 10:00:00"
`,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.app, r.fields.type, r.fields.seconds, r.fields.user, r.at && utc(r.at)]),
    [
      ["event", "com.example.clima", "ACTIVITY_RESUMED", undefined, 0, "2026-03-14T10:09:31Z"],
      ["event", undefined, "KEYGUARD_HIDDEN", undefined, 0, "2026-03-14T10:10:00Z"],
      ["event", "com.example.oculta", "FOREGROUND_SERVICE_START", undefined, 0, "2026-03-14T10:11:00Z"],
      ["usage", "com.example.clima", "day", 3723, 0, "2026-03-14T10:09:32Z"],
      ["usage", "com.example.borrada", "year", 9, 10, "2026-01-05T16:00:00Z"],
      ["usage", "com.example.servicio", "year", 0, 10, undefined],
      ["usage", "com.example.rara", undefined, 9, 10, "2026-01-05T16:00:00Z"],
    ],
  );
  assert.equal(utc(records[5]!.fields.service), "2026-01-05T16:00:00Z");
  assert.deepEqual([seen(records[1]!), seen(records[4]!)], [[], ["app-id ran com.example.borrada"]]);
});

test("Android 8: dates in the language of the phone, the order from the range; where it is open, the text", async () => {
  const list = (range: string, last: string) =>
    parseSections(usageStats, {
      usagestats: `user=0
  In-memory daily stats
  timeRange="${range}" 
    packages
      package=com.example.clima totalTime="33:06" lastTime="${last}" `,
    });
  const mexico = await list("13/3/2026, 5:40 PM – 14/3/2026, 10:20 AM", "5/3/2026, 1:48 p. m.");
  assert.equal(utc(mexico.records[0]!.at), "2026-03-05T19:48:00Z");
  assert.equal(mexico.records[0]!.at!.precision, "min");
  const states = await list("3/13/2026, 5:40 PM – 3/14/2026, 10:20 AM", "3/5/2026, 12:05 AM");
  assert.equal(utc(states.records[0]!.at), "2026-03-05T06:05:00Z");
  const open = await list("x", "3/5/2026, 1:48 PM");
  assert.deepEqual([open.records[0]!.at, open.records[0]!.fields.last], [undefined, "3/5/2026, 1:48 PM"]);
});

test("dates and clocks", () => {
  assert.equal(utc(dateOf("14.03.2026, 10:20", undefined, PHONE)), "2026-03-14T16:20:00Z");
  assert.equal(utc(dateOf("2026/03/05 23:59:58", undefined, PHONE)), "2026-03-06T05:59:58Z");
  assert.equal(
    orderOf("1/1/2026, 1:00 – 3/3/2026, 10:20", { taken: { wall: "2026-03-03T10:20:00", seen: "", precision: "s" } }),
    undefined,
  );
  const november = { taken: { wall: "2022-11-09T10:20:00", seen: "", precision: "s" } } as const;
  assert.equal(orderOf("8/11/2022, 5:40 PM – 9/11/2022, 10:20 AM", november), "day-first");
  assert.equal(orderOf("11/8/2022, 5:40 PM – 11/9/2022, 10:20 AM", november), "month-first");
  for (const s of ["", "x", "99/99/9999, 99:99", "1/1/1970, 0:00", "14/3/26, 10:20"])
    assert.equal(dateOf(s, "day-first", PHONE), undefined, s);
  assert.deepEqual(["33:06", "1:02:03", "x", undefined].map(secondsOfClock), [1986, 3723, undefined, undefined]);
});

test("another form is a problem", async () => {
  const { records, problems } = await parseSections(usageStats, { usagestats: "x" });
  assert.deepEqual([records.map(fieldsOf), problems[0]?.lost], [[], "artifact"]);
});
