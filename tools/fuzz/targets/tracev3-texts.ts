/** What log files need beside them: clock records, files of texts, the shared cache of texts. @module */
import {
  Clock,
  isTimesync,
  isUuidtext,
  readShared,
  readTimesync,
  readUuidtext,
} from "@contraluz/formats/tracev3/index.ts";
import * as make from "../../../packages/formats/src/tracev3/log.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const BOOT = "A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19";
const WALL = 1_700_000_000_000_000_000n;

const seeds: readonly Parts[] = [
  [
    make.makeTimesync([
      {
        boot: BOOT,
        wall: WALL,
        syncs: [
          [5, WALL + 10n],
          [500, WALL + 5_000n],
        ],
      },
      { boot: "AB414C1E-C023-3A05-AF22-029CC5E160EA", syncs: [[1, WALL]] },
    ]),
  ],
  [
    make.makeUuidtext("/usr/libexec/locationd", [
      { from: 500, texts: ["uno %d", "dos"] },
      { from: 100, texts: ["tres"] },
    ]),
  ],
  [make.makeShared(1, [{ path: "/usr/lib/a", text: 0x1000, from: 0x5000, texts: ["uno", "dos"] }])],
  [make.makeShared(2, [{ path: "/usr/lib/b", text: 0x1_0000_1000, from: 0x1_8000_5000, texts: ["uno", "dos"] }])],
];

const bombs: Readonly<Record<string, Bomb>> = {
  "a million ranges of one shared cache": () => {
    const b = new Uint8Array(24 * 1_000_000 + 16);
    b.set(Buffer.from("hcsd\x02\0\0\0", "latin1"));
    new DataView(b.buffer).setUint32(8, 999_999, true);
    return [b];
  },
  "a clock record every tick": () => [
    make.makeTimesync([{ boot: BOOT, syncs: Array.from({ length: 150_000 }, (_, i) => [150_000 - i, WALL] as const) }]),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds }, dice),
  drive([bytes], tally) {
    const b = bytes!;
    if (isTimesync(b)) {
      const clock = new Clock();
      const boots = readTimesync(b, tally.report);
      clock.add(boots);
      for (const boot of boots) {
        tally.values += 1 + boot.syncs.length;
        for (const ticks of [0, 7, 2 ** 40, boot.syncs[0]?.ticks ?? 1]) {
          const utc = clock.utc(boot.boot, ticks);
          if (utc !== undefined && utc < 1_451_606_400_000_000_000n)
            throw new Error("an instant before there were logs");
        }
      }
    } else if (isUuidtext(b)) {
      const texts = readUuidtext(b, tally.report);
      for (const r of [0, 100, 500, 0xffff_ffff]) if (texts?.text(r) !== undefined) tally.values++;
    } else {
      const shared = readShared(b, tally.report);
      tally.values += shared?.images.length ?? 0;
      for (const r of [0x5000, 0x1_8000_5000, 0]) if (shared?.find(r)) tally.values++;
      for (const a of [0x1001, 0x1_0000_1001, 0]) shared?.owner(a);
    }
  },
  bombs,
};
