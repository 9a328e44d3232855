/**
 * Bluetooth Low Energy as it is sent: who advertises, and with what, in captures of the air, in the log of a phone's
 * own radio (frames of `link`), and in logs of programs that look for devices.
 * @example
 * const a = newAdvert();
 * if (readAir(p.bytes, p.start, p.end, p.link, a)) readTag(p.bytes, a.start, a.end, tag);
 * @module
 */
export { type Advert, newAdvert, readAir } from "./air.ts";
export { type HciLink, readHci } from "./hci.ts";
export { ScanLines, type ScanRow, type ScanStart, scanObject, scanStart } from "./scan.ts";
export {
  adMakers,
  adName,
  adServices,
  newTag,
  readTag,
  TAG_TYPES,
  type TagModel,
  type TagSign,
  type TagState,
  type TagType,
} from "./tag.ts";
