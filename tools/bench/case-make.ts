/**
 * Makes some checks of the case that the bench opens.
 * `node tools/bench/case-make.ts FOLDER SCALE CHECK…`
 * @module
 */
import { join } from "node:path";
import { makeCheck } from "./case-data.ts";

const [folder, scale, ...checks] = process.argv.slice(2) as [string, string, ...string[]];
for (const check of checks) makeCheck(join(folder, check), check, Number(scale));
