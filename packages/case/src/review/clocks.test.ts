import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import type { Entry } from "../log/entry.ts";
import { foldLog } from "../vault/state.ts";
import { type ClockSaid, readClock, standingClocks, undoClock } from "./clocks.ts";

const RESULT = { records: { "ios/sms": { file: "records/ios.sms.jsonl" } } } as unknown as Pick<Result, "records">;
const of = (check: string): Pick<Result, "records"> | undefined => (check === "0001" ? RESULT : undefined);
const SAID: ClockSaid = { check: "0001", way: "fast", minutes: "7", why: "Lo comparé con mi reloj" };

test("a clock that was fast is set back, one that was slow is set forward", () => {
  const data = { check: "0001", seconds: -420, why: SAID.why };
  assert.deepEqual(readClock(SAID, of), { data });
  assert.deepEqual(readClock({ ...SAID, way: "slow", artifact: "ios/sms" }, of), {
    data: { check: "0001", artifact: "ios/sms", seconds: 420, why: SAID.why },
  });
  for (const [minutes, seconds] of [
    ["1:30", 5400],
    ["0,5", 30],
    [" 90 ", 5400],
    ["0.01", 1],
  ] as const)
    assert.deepEqual(readClock({ ...SAID, way: "slow", minutes }, of), { data: { ...data, seconds } });
});

test("what is missing is said", () => {
  for (const [change, refused] of [
    [{ check: "0002" }, "no-check"],
    [{ artifact: "ios/calls" }, "no-place"],
    [{ artifact: "constructor" }, "no-place"],
    [{ minutes: "" }, "no-amount"],
    [{ minutes: "-7" }, "no-amount"],
    [{ minutes: "0" }, "no-amount"],
    [{ minutes: "0.001" }, "no-amount"],
    [{ minutes: "1:60" }, "no-amount"],
    [{ minutes: "999999999" }, "no-amount"],
    [{ why: "  " }, "no-reason"],
  ] as const)
    assert.deepEqual(readClock({ ...SAID, ...change }, of), { refused });
});

test("a correction that is taken back leaves the one before it, and both entries in the log", () => {
  const entry = (seq: number, data: unknown): Entry =>
    ({ head: { seq, at: "2026-11-26T03:30:00Z", actor: "r1", action: "clock" }, data }) as unknown as Entry;
  const first = { check: "0001", seconds: -420, why: "a" };
  const second = { check: "0001", seconds: -60, why: "b" };
  const log = [entry(1, first), entry(2, second)];
  const standing = foldLog(log).clocks;
  assert.deepEqual(
    standing.map((c) => [c.seq, c.seconds]),
    [
      [1, -420],
      [2, -60],
    ],
  );
  assert.deepEqual(undoClock(3, "c", standing), { refused: "no-correction" });
  assert.deepEqual(undoClock(2, " ", standing), { refused: "no-reason" });
  const undo = undoClock(2, "Era otro teléfono", standing);
  assert.deepEqual(undo, { data: { check: "0001", seconds: 0, why: "Era otro teléfono", undoes: 2 } });
  const after = foldLog([...log, entry(3, "data" in undo ? undo.data : {})]).clocks;
  assert.deepEqual(
    after.map((c) => c.seq),
    [1],
  );
  // Nobody takes back what was taken back, nor the taking back.
  assert.deepEqual(undoClock(2, "c", after), { refused: "no-correction" });
  assert.deepEqual(undoClock(3, "c", after), { refused: "no-correction" });
});

test("what a strange log says of corrections stops nothing", () => {
  const strange = [{ check: "0001", seconds: 5, why: "", undoes: "x", seq: 1 }] as unknown as Parameters<
    typeof standingClocks
  >[0];
  assert.deepEqual(standingClocks(strange), []);
});
