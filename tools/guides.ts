/**
 * `npm run guides`: the guides as texts, written anew into `docs/guides`. `npm run guides -- FOLDER`: also each as a page of A4 (HTML and PDF) and as
 * pictures 1080 px wide, into that folder, to be printed and forwarded. A second argument: only guides whose names begin so.
 * @module
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkGuides } from "./guides/texts.ts";
import { report } from "./outcome.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , out, only] = process.argv;

report("guides", checkGuides(root, true));
if (out !== undefined) {
  const { drawGuides } = await import("./guides/draw.ts");
  await drawGuides(root, out, only);
}
