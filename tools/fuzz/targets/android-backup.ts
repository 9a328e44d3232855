/** Backups of adb, as evidence opens them: damaged within, before they were compressed or sealed, or afterwards. @module */
import { openInput } from "@contraluz/evidence";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { sourceOf } from "../memory.ts";
import { damage, mutate, type Parts } from "../mutate.ts";
import { sealTar } from "../seal.ts";
import type { Target } from "../target.ts";
import { seeds as tars } from "./tar.ts";

const platform = nodePlatform({ workers: 0 });
const PASSWORD = "papalote";
const SHAPES = [
  {},
  { version: 1, compressed: true },
  { version: 2, password: PASSWORD, rounds: 10 },
  { compressed: true, password: PASSWORD, rounds: 10 },
] as const;
const whole: readonly Parts[] = SHAPES.map((o) => [new Uint8Array(makeAb(tars[0]![0]!, o))]);

export const target: Target = {
  make(dice) {
    if (dice.oneIn(3)) return mutate({ seeds: whole }, dice);
    const [tar] = mutate({ seeds: tars, paged: true }, dice);
    const sealed = new Uint8Array(tar!);
    sealTar(sealed);
    const ab = new Uint8Array(makeAb(sealed, dice.pick(SHAPES)));
    return [dice.oneIn(3) ? damage(ab, { seeds: whole }, dice) : ab];
  },
  async drive([bytes], tally) {
    const input = { name: "a", file: { kind: "host", handle: sourceOf(bytes!), size: bytes!.length } } as const;
    const secret = async (): Promise<Uint8Array> => new TextEncoder().encode(PASSWORD);
    const opened = await openInput(input, { platform, report: tally.report, hashAll: true, secret });
    try {
      for await (const batch of opened.tree.files()) {
        for (const file of batch) {
          tally.values++;
          if (file.stream) for await (const piece of file.stream()) tally.values += piece.length > 0 ? 1 : 0;
        }
      }
      const all = await opened.hash();
      if (all?.size !== bytes!.length) throw new Error(`hashed ${all?.size} of ${bytes!.length} bytes`);
    } finally {
      await opened.close();
    }
  },
  refuses: true,
};
