import assert from "node:assert/strict";
import { test } from "node:test";
import { Hours, MAX_COUNTS } from "./hours.ts";

test("counts of subsystems have a limit; what is known goes on counting", () => {
  const hours = new Hours();
  const place = { offset: 0, length: 1 };
  const cells = Array.from({ length: 20 }, (_, hour) =>
    hours.cell({ hour, wall: true, boot: "b", main: "m", file: 0, place }),
  );
  const ids = Array.from({ length: 65_535 }, (_, i) => hours.subsystem(`s${i}`));
  assert.equal(hours.subsystem("one more"), -1);
  let counted = 0;
  for (const cell of cells) for (const id of ids) if (hours.count(cell!, id)) counted++;
  assert.equal(counted, MAX_COUNTS);
  assert.equal(hours.count(cells[0]!, 5), true);
  assert.deepEqual(hours.busiest().get(0)![0], ["s5", 2]);
});
