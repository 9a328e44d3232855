/** The two fonts of the report, as base64: inlined by the bundler, read from the package in a clone. @module */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReportFonts } from "@contraluz/report";

/** Set by `tools/bundle.ts`. */
declare const CONTRALUZ_FONTS: ReportFonts | undefined;

function read(name: string): string {
  const url = import.meta.resolve(`@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`);
  return readFileSync(fileURLToPath(url)).toString("base64");
}

export function reportFonts(): ReportFonts {
  if (typeof CONTRALUZ_FONTS !== "undefined") return CONTRALUZ_FONTS;
  return { text: read("atkinson-hyperlegible-next"), mono: read("atkinson-hyperlegible-mono") };
}
