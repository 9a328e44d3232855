/**
 * The cable of a phone, as a browser gives it (WebUSB, W3C Community Group draft; Chromium): one interface with a bulk endpoint each
 * way, packets of adb in transfers of their own. Every length is judged here before anything is asked for.
 *
 * The interface of adb: AOSP `packages/modules/adb/adb.h` (class 0xff, subclass 0x42, protocol 1). Packets: `protocol.txt`: 24 bytes
 * (command, two arguments, length, sum, magic), then the payload in a transfer of its own, at most 1 MiB since Android 9. A
 * transfer that fills its last USB packet is ended by an empty one.
 * @module
 */

import { release as giveBack } from "./release.ts";

interface Transferred {
  readonly status?: "ok" | "stall" | "babble";
  readonly data?: DataView;
}

interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternates: readonly {
    readonly alternateSetting: number;
    readonly interfaceClass: number;
    readonly interfaceSubclass: number;
    readonly interfaceProtocol: number;
    readonly endpoints: readonly {
      readonly endpointNumber: number;
      readonly direction: "in" | "out";
      readonly type: string;
      readonly packetSize: number;
    }[];
  }[];
}

/** `USBDevice`, as far as it is used. */
export interface UsbDevice {
  readonly opened: boolean;
  readonly configuration?: { readonly configurationValue: number } | null | undefined;
  readonly configurations: readonly {
    readonly configurationValue: number;
    readonly interfaces: readonly UsbInterface[];
  }[];
  open(): Promise<void>;
  close(): Promise<void>;
  /** Chromium 101 and newer. */
  forget?(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  selectAlternateInterface(number: number, setting: number): Promise<void>;
  transferIn(endpoint: number, length: number): Promise<Transferred>;
  transferOut(endpoint: number, bytes: Uint8Array<ArrayBuffer>): Promise<Transferred>;
}

interface Usb {
  requestDevice(o: { readonly filters: readonly object[] }): Promise<UsbDevice>;
  addEventListener(type: "disconnect", f: (e: { readonly device: UsbDevice }) => void): void;
  removeEventListener(type: "disconnect", f: (e: { readonly device: UsbDevice }) => void): void;
}

/** `none`: nobody chose a phone; `busy`: another program holds it; `connect`: it does not open, or is no phone with adb. */
export class UsbError extends Error {
  readonly code: "busy" | "connect" | "none";
  constructor(code: UsbError["code"], cause?: unknown) {
    super(code, { cause });
    this.name = "UsbError";
    this.code = code;
  }
}

export interface Packet {
  readonly command: number;
  readonly arg0: number;
  readonly arg1: number;
  readonly payload: Uint8Array;
}

/** The two ways of an open cable. */
export interface Cable {
  /** The next packet; rejects when the cable is gone, or on what no phone may send. */
  read(): Promise<Packet>;
  /** One transfer. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends what is under way, and gives the phone back to others. Twice does no harm. */
  close(): Promise<void>;
}

const ADB = { classCode: 0xff, subclassCode: 0x42, protocolCode: 1 } as const;
const HEAD = 24;
const PAYLOAD_MOST = 1 << 20;
/** What an earlier program left unread in the cable: so many transfers are passed over before the first packet. */
const LEFTOVERS = 64;

const usbOf = (): Usb | undefined => (globalThis.navigator as { usb?: Usb } | undefined)?.usb;

/** Whether this browser can reach a phone by its cable. */
export const canUsb = (): boolean => usbOf() !== undefined;

/** The browser's own list of phones; only right after the person pressed something. Throws `UsbError("none")`. */
export async function chooseUsb(): Promise<UsbDevice> {
  const usb = usbOf();
  if (!usb) throw new UsbError("none");
  try {
    return await usb.requestDevice({ filters: [ADB] });
  } catch (e) {
    throw new UsbError("none", e);
  }
}

interface Ends {
  readonly configuration: number;
  readonly number: number;
  readonly setting: number;
  readonly in: number;
  readonly out: number;
  readonly packetSize: number;
}

function endsOf(device: UsbDevice): Ends {
  for (const { configurationValue, interfaces } of device.configurations)
    for (const { interfaceNumber, alternates } of interfaces)
      for (const a of alternates) {
        const fits =
          a.interfaceClass === ADB.classCode &&
          a.interfaceSubclass === ADB.subclassCode &&
          a.interfaceProtocol === ADB.protocolCode;
        const bulk = (way: "in" | "out") => a.endpoints.find((e) => e.type === "bulk" && e.direction === way);
        const [into, out] = [bulk("in"), bulk("out")];
        if (!fits || !into || !out) continue;
        return {
          configuration: configurationValue,
          number: interfaceNumber,
          setting: a.alternateSetting,
          in: into.endpointNumber,
          out: out.endpointNumber,
          packetSize: out.packetSize,
        };
      }
  throw new UsbError("connect");
}

/** Gives it back to others; the browser keeps no leave for it, which somebody could see in the list of the site's permissions. */
async function release(device: UsbDevice): Promise<void> {
  await device.close().catch(() => {});
  await device.forget?.().catch(() => {});
}

async function claim(device: UsbDevice, ends: Ends): Promise<void> {
  try {
    if (!device.opened) await device.open();
    if (device.configuration?.configurationValue !== ends.configuration)
      await device.selectConfiguration(ends.configuration);
  } catch (e) {
    await release(device);
    throw new UsbError("connect", e);
  }
  try {
    await device.claimInterface(ends.number);
    if (ends.setting !== 0) await device.selectAlternateInterface(ends.number, ends.setting);
  } catch (e) {
    await release(device);
    // An adb server, or another tab, has it: Chromium says NetworkError.
    throw new UsbError("busy", e);
  }
}

/** The 24 bytes of a packet; undefined if they are none. Throws on a length that no phone may name. */
function headOf(data: DataView): (Omit<Packet, "payload"> & { readonly length: number }) | undefined {
  if (data.byteLength !== HEAD) return undefined;
  const command = data.getUint32(0, true);
  if (data.getUint32(20, true) !== (command ^ 0xffffffff) >>> 0) return undefined;
  const length = data.getUint32(12, true);
  if (length > PAYLOAD_MOST) throw new Error("no packet of adbd");
  return { command, arg0: data.getUint32(4, true), arg1: data.getUint32(8, true), length };
}

/** So many bytes, mostly of one transfer. */
async function payloadOf(length: number, take: (most: number) => Promise<DataView>): Promise<Uint8Array> {
  let payload: Uint8Array | undefined;
  for (let n = 0; n < length; ) {
    const { buffer, byteOffset, byteLength } = await take(length - n);
    const part = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
    if (byteLength === 0) throw new Error("a packet broke off");
    if (byteLength === length) return part;
    payload ??= new Uint8Array(length);
    payload.set(part, n);
    n += byteLength;
    giveBack(part);
  }
  return payload ?? new Uint8Array(0);
}

/**
 * Opens the cable of a phone that was chosen. Throws `UsbError`.
 * @example const cable = await openCable(await chooseUsb());
 */
export async function openCable(device: UsbDevice): Promise<Cable> {
  const ends = endsOf(device);
  await claim(device, ends);
  let closed = false;
  let before = LEFTOVERS;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    usbOf()?.removeEventListener("disconnect", gone);
    await release(device);
  };
  const gone = (e: { readonly device: UsbDevice }): void => {
    if (e.device === device) void close();
  };
  usbOf()?.addEventListener("disconnect", gone);
  const take = async (length: number): Promise<DataView> => {
    if (closed) throw new Error("the cable is gone");
    const { status, data } = await device.transferIn(ends.in, length);
    if (status !== "ok" || !data || data.byteLength > length) throw new Error(`transfer: ${status}`);
    return data;
  };
  return {
    async read() {
      for (;;) {
        const head = headOf(await take(HEAD));
        if (!head) {
          if (before-- > 0) continue;
          throw new Error("no packet of adbd");
        }
        before = 0;
        const { length, ...packet } = head;
        return { ...packet, payload: await payloadOf(length, take) };
      }
    },
    async write(bytes) {
      if (closed) throw new Error("the cable is gone");
      await device.transferOut(ends.out, bytes as Uint8Array<ArrayBuffer>);
      if (bytes.length > 0 && bytes.length % ends.packetSize === 0)
        await device.transferOut(ends.out, new Uint8Array(0));
    },
    close,
  };
}
