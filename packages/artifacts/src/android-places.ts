/** Where the parts of a phone with Android lie: the same paths in every kind of evidence (`evidence/android`). @module */
import type { Place, SectionsWant } from "./artifact.ts";

/** The text of a bug report, whatever it is called in the archive. */
export const DUMPSTATE = "bugreport/dumpstate.txt";

/**
 * Sections of a bug report's text, wherever one can lie, and of AndroidQF's `dumpsys.txt`; `files`: files of AndroidQF that are
 * the body of one section.
 * @example where: inDumpstate(["SYSTEM PROPERTIES"], { "getprop.txt": "SYSTEM PROPERTIES" })
 */
export function inDumpstate(
  sections: SectionsWant["sections"],
  files: NonNullable<SectionsWant["files"]> = {},
): { readonly [acquisition: string]: Place<"dumpstate"> } {
  const own = Object.keys(files);
  return {
    "android-bugreport": { paths: [DUMPSTATE], want: { sections } },
    androidqf: { paths: [DUMPSTATE, "dumpsys.txt", ...own], want: own.length > 0 ? { sections, files } : { sections } },
  };
}
