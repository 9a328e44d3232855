/** `npm run guides`: the guides as texts, written anew into `docs/guides`. @module */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkGuides } from "./guides/texts.ts";
import { report } from "./outcome.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

report("guides", checkGuides(root, true));
