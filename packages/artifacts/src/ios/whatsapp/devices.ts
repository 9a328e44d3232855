/**
 * Lists of the devices of an account, as WhatsApp holds them in ZWAPROFILEPICTUREITEM: rows whose ZJID is `a_` and the address,
 * with a protobuf message as Base64 in ZPATH.
 *
 * Field 1 (repeated): a device, whose field 1 is its address (`5215512345678:0@s.whatsapp.net`) and field 2 its key index;
 * field 4: when the list was made (Unix seconds). Device 0 is the phone, the others are linked to it.
 * Sources: read from iLEAPP's sample (WhatsApp of May 2023, 9 lists, all with the phone alone); that devices above 0 are
 * linked ones is how addresses of WhatsApp's multi-device protocol work (whatsmeow, Baileys).
 * @module
 */
import { messageFields } from "../../protobuf.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Characters of a list that are looked at, and devices kept: WhatsApp allows four linked ones. */
const MAX_BASE64 = 16_384;
const MAX_DEVICES = 100;

const DEVICE = /^\d{5,15}(?:\.\d{1,3})?(?::(\d{1,5}))?@(?:s\.whatsapp\.net|lid)$/;

function bytesOf(base64: string): Uint8Array {
  const out = new Uint8Array((base64.length * 3) >> 2);
  let n = 0;
  let bits = 0;
  let have = 0;
  for (let i = 0; i < base64.length; i++) {
    const v = ALPHABET.indexOf(base64[i]!);
    if (v < 0) break;
    bits = ((bits << 6) | v) & 0xfff;
    have += 6;
    if (have >= 8) out[n++] = (bits >> (have -= 8)) & 0xff;
  }
  return out.subarray(0, n);
}

export interface DeviceList {
  /** Numbers of the devices, 0 is the phone. */
  readonly devices: readonly number[];
  /** Unix seconds. */
  readonly made: number | undefined;
}

/** A list of devices, or undefined for what holds none. */
export function deviceList(path: unknown): DeviceList | undefined {
  if (typeof path !== "string" || path.length > MAX_BASE64) return undefined;
  const devices = new Set<number>();
  let made: number | undefined;
  for (const [field, value] of messageFields(bytesOf(path))) {
    if (field === 4 && typeof value === "number") made = value;
    if (field !== 1 || typeof value === "number") continue;
    for (const [inner, jid] of messageFields(value)) {
      if (inner !== 1 || typeof jid === "number") continue;
      const device = DEVICE.exec(new TextDecoder().decode(jid.subarray(0, 64)));
      if (device && devices.size < MAX_DEVICES) devices.add(Number(device[1] ?? 0));
    }
  }
  return devices.size > 0 ? { devices: [...devices], made } : undefined;
}

/** How programs of WhatsApp number what they send; a phone's own begin with 3A. */
const WEB = /^3EB0[0-9A-F]{16,}$/;
const ANDROID = /^[0-9A-F]{32}$/;

/**
 * The kind of device that wrote a message of this account, where its number tells and it is not an iPhone.
 * Sources: Baileys' `getDevice`, whatsapp-web.js, pull request 648 (found by watching, not documented by WhatsApp).
 */
export function writerOf(stanza: string | undefined): "web" | "android" | undefined {
  if (stanza === undefined || stanza.startsWith("3A")) return undefined;
  return WEB.test(stanza) ? "web" : ANDROID.test(stanza) ? "android" : undefined;
}
