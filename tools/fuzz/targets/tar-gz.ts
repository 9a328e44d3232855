/** A tar inside gzip, as evidence opens it: damaged before it was compressed, after, or both. @module */
import { gzipSync } from "node:zlib";
import { openInput } from "@contraluz/evidence";
import { nodePlatform } from "@contraluz/platform-node";
import { createRandom } from "../../../samples/lib/random.ts";
import { makeTar, makeZip } from "../archives.ts";
import { sourceOf } from "../memory.ts";
import { damage, mutate, type Parts } from "../mutate.ts";
import { sealTar } from "../seal.ts";
import type { Target } from "../target.ts";
import { seeds as tars } from "./tar.ts";

const platform = nodePlatform({ workers: 0 });
const nested = new Uint8Array(gzipSync(tars[0]![0]!));
// More than one block of output: what stands before the damage can be read.
const noise = createRandom(7).bytes(150_000);
const seeds: readonly Parts[] = [
  ...tars,
  [
    makeTar([
      { name: "a/b", bytes: noise },
      { name: "c", bytes: noise.subarray(1000) },
    ]),
  ],
  [makeTar([{ name: "respaldo.tar.gz", bytes: nested }])],
  [makeTar([{ name: "respaldo.zip", bytes: makeZip([{ name: "a", bytes: nested }], { deflate: true }) }])],
];
const packed: readonly Parts[] = seeds.map(([tar]) => [new Uint8Array(gzipSync(tar!))]);

export const target: Target = {
  make(dice) {
    if (dice.oneIn(4)) return mutate({ seeds: packed }, dice);
    const [tar] = mutate({ seeds, paged: true }, dice);
    const sealed = new Uint8Array(tar!);
    sealTar(sealed);
    if (dice.oneIn(8)) return [sealed];
    const gz = new Uint8Array(gzipSync(sealed, { level: dice.pick([0, 1, 9]) }));
    return [dice.oneIn(6) ? damage(gz, { seeds: packed }, dice) : gz];
  },
  async drive([bytes], tally) {
    const input = { name: "a", file: { kind: "host", handle: sourceOf(bytes!), size: bytes!.length } } as const;
    const opened = await openInput(input, { platform, report: tally.report, hashAll: true });
    try {
      for await (const batch of opened.tree.files()) {
        for (const file of batch) {
          tally.values++;
          if (file.stream) for await (const piece of file.stream()) tally.values += piece.length > 0 ? 1 : 0;
        }
      }
      const whole = await opened.hash();
      if (whole?.size !== bytes!.length) throw new Error(`hashed ${whole?.size} of ${bytes!.length} bytes`);
    } finally {
      await opened.close();
    }
  },
  refuses: true,
};
