/** A device of WebUSB in front of a function that takes bytes; transfers stay apart, as on a cable. */
import type { UsbDevice } from "./usb.ts";

export interface MadeDevice extends UsbDevice {
  /** Puts one transfer of the phone into the cable. */
  send(bytes: Uint8Array): void;
  /** Sizes of what was asked for and not there yet. */
  readonly asked: number[];
  /** Transfers of the computer. */
  readonly taken: Uint8Array[];
  readonly calls: string[];
  fails: string | undefined;
}

export function madeDevice(onOut: (bytes: Uint8Array) => void = () => {}, packetSize = 512): MadeDevice {
  const queue: Uint8Array[] = [];
  let wake: (() => void) | undefined;
  let open = false;
  const step = (name: string): void => {
    made.calls.push(name);
    if (made.fails === name) throw new Error(`${name} fails`);
  };
  const end = (direction: "in" | "out", endpointNumber: number) => ({
    direction,
    endpointNumber,
    type: "bulk",
    packetSize,
  });
  const adb = { alternateSetting: 0, interfaceClass: 0xff, interfaceSubclass: 0x42, interfaceProtocol: 1 };
  const made: MadeDevice = {
    asked: [],
    taken: [],
    calls: [],
    fails: undefined,
    get opened() {
      return open;
    },
    configuration: null,
    configurations: [
      {
        configurationValue: 3,
        interfaces: [
          {
            interfaceNumber: 0,
            alternates: [{ ...adb, interfaceSubclass: 1, endpoints: [end("in", 1), end("out", 1)] }],
          },
          {
            interfaceNumber: 7,
            alternates: [{ ...adb, alternateSetting: 2, endpoints: [end("in", 4), end("out", 5)] }],
          },
        ],
      },
    ],
    send(bytes) {
      queue.push(bytes);
      wake?.();
    },
    async open() {
      step("open");
      open = true;
    },
    async close() {
      step("close");
      open = false;
      wake?.();
    },
    forget: async () => step("forget"),
    selectConfiguration: async (n) => step(`configuration ${n}`),
    claimInterface: async (n) => step(`claim ${n}`),
    selectAlternateInterface: async (n, setting) => step(`alternate ${n} ${setting}`),
    async transferIn(endpoint, length) {
      if (endpoint !== 4) throw new Error("not the endpoint");
      made.asked.push(length);
      while (open && queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (!open) throw new Error("closed");
      const next = queue.shift()!;
      if (next.length > length) return { status: "babble" };
      return { status: "ok", data: new DataView(next.buffer, next.byteOffset, next.length) };
    },
    async transferOut(endpoint, bytes) {
      if (endpoint !== 5) throw new Error("not the endpoint");
      const view = bytes;
      made.taken.push(view.slice());
      onOut(view.slice());
      return { status: "ok" };
    },
  };
  return made;
}
