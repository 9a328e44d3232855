/** AndroidManifest.xml of APKs. @module */
import { type AxmlElement, readAxml } from "@contraluz/formats/axml/index.ts";
import { type Made, makeAxml, pool } from "../../../packages/formats/src/axml/axml.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const NAME = "name/0x01010003";
const app: Made = {
  name: "manifest",
  attributes: { "versionCode/0x0101021b": 12, package: "com.ejemplo.app" },
  children: [
    { name: "uses-permission", attributes: { [NAME]: "android.permission.READ_SMS" } },
    {
      name: "application",
      attributes: { "label/0x01010001": { reference: 0x7f0b0012 }, "debuggable/0x0101000f": true },
      children: [{ name: "service", attributes: { [NAME]: ".Señal" } }],
    },
  ],
};
const seeds: readonly Parts[] = [[makeAxml(app)], [makeAxml(app, { utf8: true })], [makeAxml(app, { nameless: true })]];
const tokens = [
  [0x02, 0x01, 0x10, 0],
  [0x03, 0x01, 0x10, 0],
  [0x01, 0, 0x1c, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0x7f],
].map((b) => Uint8Array.from(b));

/** Elements with so many attributes, whose texts lie all on the same 8192 bytes. */
function shared(count: number): Uint8Array {
  const long = pool(["x".repeat(4095)], false).slice(28 + 4);
  const head = 28 + 4 * count;
  const each = 50_000;
  const element = 16 + 20 + 20 * each;
  const out = new Uint8Array(8 + head + long.length + (count / each) * element);
  const view = new DataView(out.buffer);
  const chunk = (at: number, type: number, headSize: number, size: number): void => {
    view.setUint16(at, type, true);
    view.setUint16(at + 2, headSize, true);
    view.setUint32(at + 4, size, true);
  };
  chunk(0, 3, 8, out.length);
  chunk(8, 1, 28, head + long.length);
  view.setUint32(16, count, true);
  view.setUint32(28, head, true);
  out.set(long, 8 + head);
  for (let at = 8 + head + long.length, text = 0; at < out.length; at += element) {
    chunk(at, 0x102, 16, element);
    view.setUint16(at + 24, 20, true);
    view.setUint16(at + 26, 20, true);
    view.setUint16(at + 28, each, true);
    for (let i = 0; i < each; i++, text++) {
      const attribute = at + 36 + 20 * i;
      view.setUint32(attribute + 8, 0xffff_ffff, true);
      view.setUint8(attribute + 15, 3);
      view.setUint32(attribute + 16, text, true);
    }
  }
  return out;
}

const bombs: Readonly<Record<string, Bomb>> = {
  "two hundred thousand attributes, each its own text of the same bytes": () => [shared(200_000)],
  "ten thousand elements one inside the other": () => {
    const start = makeAxml({ name: "a" }).slice(-60, -24);
    const out = new Uint8Array(8 + start.length * 10_000);
    out.set([3, 0, 8, 0]);
    new DataView(out.buffer).setUint32(4, out.length, true);
    for (let i = 0; i < 10_000; i++) out.set(start, 8 + i * start.length);
    return [out];
  },
};

function count(e: AxmlElement): number {
  for (const a of e.attributes)
    if (typeof a.value === "string" && a.value.length > 4096) throw new Error("a text beyond its limit");
  return 1 + e.attributes.length + e.children.reduce((n, c) => n + count(c), 0);
}

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const root = readAxml(bytes!, tally.report);
    if (root) tally.values += count(root);
  },
  bombs,
};
