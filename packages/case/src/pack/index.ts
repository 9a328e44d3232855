/** Packs: what a check reads, for another lab. @module */
export { type MadePack, makePack, type PackOptions } from "./make.ts";
export { type PartFolder, type PartNote, writeParts } from "./parts.ts";
export { type PackFront, type ReceivedPack, readFront, receivePack } from "./receive.ts";
export { PACK_SCHEMA, type PackHead, partName, readPartName } from "./types.ts";
