/** What the build puts in: see `tools/web-build.ts`. Data travels as modules, since the page may not fetch. */
declare module "contraluz:engine" {
  /** The engine's thread as one classic script. Imported when it is needed, and with everything else ahead of that. */
  export const source: string;
}
declare module "contraluz:signs" {
  /** `packed`: the list as raw deflate in base64; a folder of published lists takes a tenth of its size. */
  export const signs: readonly { readonly name: string; readonly packed: string }[];
}
declare module "contraluz:fonts" {
  export const fonts: { readonly text: string; readonly mono: string };
}
/** What reads papers, each raw deflate in base64; loaded when somebody asks for it and never ahead (`archive/files.ts`). */
declare module "contraluz:archive-thread" {
  export const packed: string;
}
declare module "contraluz:archive-sql" {
  export const packed: string;
}
declare module "contraluz:archive-pdf" {
  export const packed: string;
}
declare module "contraluz:archive-letters" {
  export const packed: string;
}
declare module "contraluz:archive-spa" {
  export const packed: string;
}
declare module "contraluz:archive-eng" {
  export const packed: string;
}
declare module "contraluz:mode" {
  /** `file`: everything is in one file, opened from a stick or a download. */
  export const mode: "site" | "file";
  /** Lists of signs that came with the build. */
  export const signLists: number;
}
declare module "contraluz:kept" {
  /** For the service worker alone: names of all files of the build, and their hashes. */
  export const files: readonly (readonly [name: string, integrity: string])[];
  export const build: string;
}
declare module "*.css";
