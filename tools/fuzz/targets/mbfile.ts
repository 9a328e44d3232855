/** The archive in each row of Manifest.db: the quick reader must say what the careful one says. @module */
import { deepStrictEqual } from "node:assert/strict";
import type { Problem } from "@contraluz/core";
import { carefulMBFile, readMBFile } from "@contraluz/formats/keyed-archive/mbfile.ts";
import { quickMBFile } from "@contraluz/formats/keyed-archive/mbfile-quick.ts";
import { KEY, mbFile } from "../../../packages/formats/src/keyed-archive/archive.fixture.ts";
import { mbfile } from "../../../samples/lib/mbfile.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Target } from "../target.ts";

const file = {
  path: "Library/SMS/sms.db",
  mode: 0o100644,
  size: 5000,
  modified: 1.7e9,
  changed: 1.7e9,
  born: 1.6e9,
  inode: 9,
};
const seeds: readonly Parts[] = [
  [mbFile()],
  [mbFile({ path: "Library/señal" }, [], { refSize: 2 })],
  [mbfile({ ...file, protectionClass: 3, encryptionKey: KEY })],
  [mbfile({ ...file, protectionClass: 0, target: "../Preferences" })],
];

/** Only the fields that both have. */
function same(quick: object | undefined, careful: object | undefined): void {
  if (!quick || !careful) return;
  const theirs = careful as Readonly<Record<string, unknown>>;
  for (const [k, v] of Object.entries(quick)) deepStrictEqual(v, theirs[k], `the quick reader differs in ${k}`);
}

export const target: Target = {
  make: (dice) => mutate({ seeds, paged: true }, dice),
  drive([blob], tally) {
    const read = readMBFile(blob!, tally.report);
    const told: Problem[] = [];
    const careful = carefulMBFile(blob!, (p) => told.push(p));
    if (!careful && told.length === 0) throw new Error("nothing read and nothing told");
    if (read) tally.values += Object.keys(read).length;
    if (told.length > 0) return;
    same(quickMBFile(blob!), careful);
  },
};
