/** No format: fails in every way there is, for the test of the runner. Case `n` fails in its own way. @module */
import { ContraluzError } from "@contraluz/core";
import type { Parts } from "../mutate.ts";
import type { Tally, Target } from "../target.ts";

let n = 0;
const held: Uint8Array[] = [];

async function drive([part]: Parts, tally: Tally): Promise<void> {
  switch (part![0]) {
    case 1:
      throw new RangeError("thrown on purpose");
    case 2:
      for (;;) tally.values = Math.max(tally.values, 1);
    case 3:
      return new Promise(() => void setInterval(() => {}, 1000));
    case 4:
      return new Promise(() => {});
    case 5:
      held.push(new Uint8Array(540 << 20).fill(1));
      return undefined;
    case 6:
      process.kill(process.pid, "SIGKILL");
      return new Promise((resolve) => setTimeout(resolve, 1000));
    case 7:
      tally.report({ code: "artifact-failed", found: "swallowed", lost: "artifact" });
      return undefined;
    case 8:
      throw new ContraluzError("sqlite-header", "refused as it may");
    case 9:
      tally.report({ code: "zip-entry", offset: Number.NaN, lost: "file" });
      return undefined;
    default:
      tally.values++;
      return undefined;
  }
}

export const target: Target = {
  // Cases are made in their order, one by one; a new process begins where the last one ended.
  make: () => [Uint8Array.of(Number(process.argv[4]) + n++)],
  drive,
  refuses: true,
};
