import assert from "node:assert/strict";
import { test } from "node:test";
import type { Progress } from "@contraluz/engine";
import type { Step } from "./protocol.ts";
import { stepTeller } from "./steps.ts";

const FILES = [
  { path: "sms.db", artifacts: ["ios/sms", "ios/links"], size: 1_000_000 },
  { path: "a.plist", artifacts: ["ios/tcc"], size: 100 },
  { path: "b.plist", artifacts: ["ios/tcc"], size: 300 },
];

function told(clock: { now: number }, ...all: readonly (Progress | number)[]): Step[] {
  const steps: Step[] = [];
  const tell = stepTeller((s) => steps.push(s), {
    places: ["ios/sms", "ios/links", "ios/tcc", "ios/none"],
    allowed: (id) => id !== "ios/none",
    now: () => clock.now,
  });
  for (const p of all) {
    if (typeof p === "number") clock.now += p;
    else tell(p);
  }
  return steps;
}

test("the plan names every place, also those that hold nothing and are not allowed", () => {
  const [plan] = told({ now: 0 }, { step: "planned", files: FILES });
  assert.deepEqual(plan, {
    step: "planned",
    places: [
      { id: "ios/sms", files: 1, bytes: 1_000_000, allowed: true },
      { id: "ios/links", files: 1, bytes: 1_000_000, allowed: true },
      { id: "ios/tcc", files: 2, bytes: 400, allowed: true },
      { id: "ios/none", files: 0, bytes: 0, allowed: false },
    ],
  });
});

test("a place is read once its last file is, and no message is lost between two", () => {
  const steps = told(
    { now: 0 },
    { step: "planned", files: FILES },
    1000,
    { step: "reading", file: "sms.db" },
    { step: "read", file: "sms.db", artifacts: ["ios/sms"] },
    { step: "read", file: "sms.db", artifacts: ["ios/links"] },
    { step: "reading", file: "a.plist" },
    { step: "read", file: "a.plist", artifacts: ["ios/tcc"] },
    { step: "reading", file: "b.plist" },
    { step: "read", file: "b.plist", artifacts: ["ios/tcc"] },
    { step: "hashing" },
  );
  assert.deepEqual(steps.slice(1), [
    { step: "reading", places: ["ios/sms", "ios/links"], bytes: 0 },
    { step: "read", places: ["ios/sms", "ios/links", "ios/tcc"], bytes: 2_000_400 },
    { step: "hashing" },
  ]);
});

test("what was read of a large file moves the bar, and all of it adds up to the plan", () => {
  const steps = told(
    { now: 1000 },
    { step: "planned", files: FILES },
    { step: "reading", file: "sms.db" },
    ...[250_000, 500_000, 1_400_000].flatMap((bytes): (Progress | number)[] => [
      100,
      { step: "reading", file: "sms.db", bytes },
    ]),
    { step: "read", file: "sms.db", artifacts: ["ios/sms"] },
    { step: "read", file: "sms.db", artifacts: ["ios/links"] },
    ...["a.plist", "b.plist"].map((file): Progress => ({ step: "read", file, artifacts: ["ios/tcc"] })),
    { step: "hashing" },
  );
  const moved = steps.flatMap((s) => (s.step === "read" && s.bytes > 0 ? [s.bytes] : []));
  assert.deepEqual(moved.slice(0, 3), [500_000, 500_000, 1_000_000]);
  const [first] = steps;
  const plan = first?.step === "planned" ? first.places.reduce((n, p) => n + p.bytes, 0) : 0;
  assert.equal(
    moved.reduce((a, b) => a + b),
    plan,
  );
});

test("small files do not flood the page; that a large one is being read is said at once", () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ path: `${i}`, artifacts: ["ios/tcc"], size: 10 }));
  const steps = told(
    { now: 1000 },
    { step: "planned", files: [...many, FILES[0]!] },
    ...many.flatMap((f): (Progress | number)[] => [
      { step: "reading", file: f.path },
      { step: "read", file: f.path, artifacts: f.artifacts },
      1,
    ]),
    { step: "reading", file: "sms.db" },
  );
  assert.ok(steps.length < 40, `${steps.length} messages`);
  assert.deepEqual(steps.at(-1), { step: "reading", places: ["ios/sms", "ios/links"], bytes: 0 });
});
