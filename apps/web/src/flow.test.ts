import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts";
import { PARTS, partOf, placesOf } from "./engine/parts.ts";
import type { Done } from "./engine/protocol.ts";
import { type Act, type Flow, firstFlow, next, type Picked, stepOf } from "./flow.ts";
import { KINDS, waysFor } from "./kinds.ts";
import { withKeyLogs } from "./parts/key-logs.ts";

const PICKED: Picked = {
  name: "respaldo",
  chosen: { kind: "paths", name: "respaldo", paths: [] },
  fileOf: async () => undefined,
};
const start = (): Flow => firstFlow(PARTS.map((p) => p.id));
const after = (f: Flow, ...acts: readonly Act[]): Flow => acts.reduce(next, f);

test("from the first screen to the answer, and what is forgotten", () => {
  let f = after(
    start(),
    { type: "go", to: "hand" },
    { type: "hand", hand: { phone: "iphone", device: "computer", has: ["cable"] } },
    { type: "go", to: "ways" },
    { type: "kind", kind: "ios-backup", to: "guide" },
    { type: "go", to: "consent" },
  );
  assert.equal(stepOf(f.place), 2);
  f = after(f, { type: "consent", consent: { ...f.consent, given: true } }, { type: "go", to: "file" });
  f = after(f, { type: "pick", picked: PICKED }, { type: "begin" });
  assert.equal(f.place, "checking");
  f = after(
    f,
    {
      type: "step",
      step: {
        step: "planned",
        places: [
          { id: "ios/sms", files: 1, bytes: 100, allowed: true },
          { id: "ios/tcc", files: 1, bytes: 10, allowed: false },
          { id: "ios/x", files: 0, bytes: 0, allowed: true },
        ],
      },
    },
    { type: "step", step: { step: "reading", places: ["ios/sms"], bytes: 0 } },
  );
  assert.deepEqual(
    f.running?.places.map((p) => p.state),
    ["reading", "not-allowed", "not-there"],
  );
  f = after(f, { type: "step", step: { step: "read", places: ["ios/sms"], bytes: 100 } });
  assert.equal(f.running?.doneBytes, 100);
  assert.equal(f.running?.places[0]?.state, "read");
  f = after(f, { type: "done", done: { names: { artifacts: new Map(), rules: new Map() } } as unknown as Done });
  assert.equal(f.place, "answer");
  assert.equal(f.running, undefined);
  assert.equal(next(f, { type: "back" }).place, "consent", "a check that is over is no place to come back to");
  const forgotten = next(f, { type: "forget", parts: start().consent.parts });
  assert.deepEqual(forgotten, { ...start(), removed: true });
  assert.deepEqual(after(forgotten, { type: "go", to: "hand" }, { type: "back" }), start());
});

test("a password is asked for, tried, and asked for again", () => {
  let f = after(start(), { type: "pick", picked: PICKED }, { type: "begin" }, { type: "password", wrong: false });
  assert.deepEqual(f.running?.password, { wrong: false });
  f = after(f, { type: "tried" });
  assert.equal(f.running?.password, undefined);
  assert.deepEqual(next(f, { type: "password", wrong: true }).running?.password, { wrong: true });
});

test("a check that was stopped leaves nothing, and leads back to the choice of a file", () => {
  const begun = after(start(), { type: "pick", picked: PICKED }, { type: "begin" });
  const f = next(begun, { type: "failed", failure: { code: "cancelled", message: "" } });
  assert.equal(f.place, "file");
  assert.equal(f.picked, undefined);
  assert.equal(f.failure, undefined);
  assert.equal(next(f, { type: "step", step: { step: "hashing" } }).running, undefined, "late news changes nothing");
});

test("a list without signs is not tried again", () => {
  const list = { name: "x.txt", packed: "" };
  const begun = after(start(), { type: "signs", signs: [list] }, { type: "pick", picked: PICKED }, { type: "begin" });
  const f = next(begun, { type: "failed", failure: { code: "no-signs", message: "x.txt" } });
  assert.equal(f.place, "answer");
  assert.deepEqual(f.signs, []);
  const damaged = next(begun, { type: "failed", failure: { code: "backup-manifest-missing", message: "" } });
  assert.deepEqual(damaged.signs, [list]);
});

test("the phone of somebody who does not know ends it", () => {
  const f = start();
  const ended = next(f, { type: "consent", consent: { ...f.consent, whose: "unknowing", given: true } });
  assert.equal(ended.place, "stopped");
  assert.equal(ended.consent.given, false);
});

test("whose phone it is, the person says: without it no consent is given", () => {
  const f = start();
  assert.equal(f.consent.whose, undefined);
  assert.equal(next(f, { type: "consent", consent: { ...f.consent, given: true } }).consent.given, false);
  const mine = next(f, { type: "consent", consent: { ...f.consent, whose: "mine", given: true } });
  assert.equal(mine.consent.given, true);
});

test("a phone by its cable: a check of it that is stopped comes back to the copy, and another kind leaves the cable", () => {
  const copy: Picked = { ...PICKED, chosen: { kind: "copy", name: "android", files: [] } };
  let f = after(
    start(),
    { type: "kind", kind: "androidqf", to: "guide" },
    { type: "cable", on: true },
    { type: "go", to: "consent" },
    { type: "go", to: "cable" },
  );
  assert.equal(stepOf(f.place), 3);
  f = after(
    f,
    { type: "copied", copied: { files: 2, bytes: 3, missing: [] } },
    { type: "pick", picked: copy },
    { type: "begin" },
    { type: "failed", failure: { code: "cancelled", message: "" } },
  );
  assert.equal(f.place, "cable");
  assert.equal(f.copied?.files, 2);
  assert.ok(!f.trail.includes("cable"), "one does not come back to it by going back");
  const dropped = next({ ...f, picked: copy }, { type: "copied" });
  assert.deepEqual([dropped.copied, dropped.picked], [undefined, undefined]);
  assert.equal(next(f, { type: "kind", kind: "android-bugreport", to: "guide" }).cable, undefined);
  assert.deepEqual(next(f, { type: "forget", parts: [] }).copied, undefined);
});

test("the least heavy way comes first, and what is missing is named", () => {
  const all = waysFor({ phone: "iphone", device: "computer", has: ["cable", "space", "time"] });
  assert.deepEqual(
    all.filter((w) => w.kind.ready).map((w) => w.kind.id),
    ["notice", "privacy-report", "sysdiagnose", "capture", "ios-backup"],
  );
  assert.ok(all.every((w) => w.kind.phone !== "android"));
  const phone = waysFor({ phone: "iphone", device: "phone", has: [] });
  assert.deepEqual(phone.find((w) => w.kind.id === "ios-backup")?.missing, ["computer", "cable", "space", "time"]);
  for (const k of KINDS) assert.ok(k.minutes[0] <= k.minutes[1] && k.megabytes[0] <= k.megabytes[1], k.id);
});

test("every place belongs to a part, and leaving one out leaves its places out", () => {
  const ids = ARTIFACTS.map((a) => a.id);
  assert.equal(
    placesOf(
      PARTS.map((p) => p.id),
      ids,
    ),
    "all",
  );
  assert.equal(partOf("ios/sms"), "messages");
  assert.equal(partOf("ios/safari-history"), "browsing");
  assert.equal(partOf("ios/tcc"), "permissions");
  assert.equal(partOf("ios/id-status-cache"), "contacts");
  assert.equal(partOf("ios/manifest"), "programs");
  for (const id of ["analytics-daily", "net-usage", "task-list", "spindump", "unified-log", "store-apps"])
    assert.equal(partOf(`ios/${id}`), "programs", id);
  for (const id of ["supervision", "trust-store", "provisioning-profiles", "settings-events"])
    assert.equal(partOf(`ios/${id}`), "permissions", id);
  assert.equal(partOf("ios/never-heard-of"), "system");
  const without = placesOf(
    PARTS.map((p) => p.id).filter((id) => id !== "messages"),
    ids,
  );
  assert.ok(without !== "all" && !without.includes("ios/sms") && without.includes("ios/tcc"));
});

test("cases: a check of one comes back to it, another check leaves them", () => {
  let f = after(start(), { type: "go", to: "cases" }, { type: "desk", change: { stage: "list", own: false } });
  assert.deepEqual([f.place, f.desk?.stage, f.desk?.own, f.desk?.tab], ["cases", "list", false, "case"]);
  f = after(f, { type: "begin", desk: true }, { type: "step", step: { step: "copying", done: 5_000_000 } });
  assert.deepEqual([f.place, f.running?.step, f.running?.listed], ["checking", "copying", 5_000_000]);
  const stopped = after(f, { type: "failed", failure: { code: "cancelled", message: "" } });
  assert.equal(stopped.place, "cases");
  assert.equal(stopped.desk?.stage, "list");
  const failed = after(f, { type: "failed", failure: { code: "bug", message: "" } });
  assert.equal(failed.place, "answer");
  const other = after(stopped, { type: "pick", picked: PICKED }, { type: "begin" });
  assert.equal(other.desk, undefined, "the page has left them");
  assert.equal(after(stopped, { type: "forget", parts: [] }).desk, undefined);
});

test("keys of a capture: only where they were allowed, and let go of with the permission or another kind", () => {
  const log = new File(["x"], "sslkeylog.txt");
  const f = after(start(), { type: "kind", kind: "capture", to: "consent" });
  assert.deepEqual(next(f, { type: "key-logs", keyLogs: [log] }).keyLogs, []);
  const allowed = after(
    f,
    { type: "consent", consent: { ...f.consent, whose: "mine", keys: true, given: true } },
    { type: "key-logs", keyLogs: [log] },
  );
  assert.deepEqual(allowed.keyLogs, [log]);
  const taken = next(allowed, { type: "consent", consent: { ...allowed.consent, keys: false, given: false } });
  assert.deepEqual(taken.keyLogs, []);
  const other = next(allowed, { type: "kind", kind: "ios-backup", to: "consent" });
  assert.deepEqual([other.keyLogs, other.consent.keys], [[], false]);
});

test("a file of keys goes with what was picked, under a name that is free", async () => {
  const [capture, log] = [new File(["a"], "red.pcap"), new File(["b"], "red.pcap")];
  const one: Picked = { name: "red.pcap", chosen: { kind: "file", file: capture }, fileOf: async () => undefined };
  assert.equal(withKeyLogs(one, []), one);
  const both = withKeyLogs(one, [log]).chosen;
  assert.ok(both.kind === "folder");
  assert.deepEqual(
    both.files.map(({ path, file }) => [path, file === capture]),
    [
      ["red.pcap", true],
      ["2-red.pcap", false],
    ],
  );
  const many: Picked = {
    name: "pirogue",
    chosen: { kind: "paths", name: "pirogue", paths: ["a.pcap", "red.pcap"] },
    fileOf: async (i) => (i === 1 ? capture : undefined),
  };
  const more = withKeyLogs(many, [log]);
  assert.ok(more.chosen.kind === "paths");
  assert.deepEqual(more.chosen.paths, ["a.pcap", "red.pcap", "2-red.pcap"]);
  assert.deepEqual([await more.fileOf(1), await more.fileOf(2)], [capture, log]);
});
