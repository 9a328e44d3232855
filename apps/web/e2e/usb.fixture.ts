/**
 * `navigator.usb` in front of the scripted phone: the page sees a device with one interface of adb, the phone runs here. Transfers are kept
 * apart as on a cable: what is asked for with too few bytes is a babble, as the browser says it.
 * @module
 */
import { FakeAdbd } from "@contraluz/acquire/fake-adbd.fixture.ts";
import { madePhone, type PhoneOptions } from "@contraluz/acquire/phone.fixture.ts";
import type { Page } from "playwright-core";

const HEAD = 24;

/** Runs in the page. Text: these names are the browser's. */
const MOCK = `(() => {
  const listeners = new Set();
  const gone = () => new DOMException("The device was disconnected.", "NetworkError");
  const at = (direction, endpointNumber) => ({ endpointNumber, direction, type: "bulk", packetSize: 512 });
  const adb = { alternateSetting: 0, interfaceClass: 255, interfaceSubclass: 66, interfaceProtocol: 1 };
  const other = { ...adb, interfaceSubclass: 1, endpoints: [] };
  const device = {
    opened: false,
    configuration: null,
    configurations: [{ configurationValue: 1, interfaces: [
      { interfaceNumber: 0, alternates: [other] },
      { interfaceNumber: 1, alternates: [{ ...adb, endpoints: [at("in", 1), at("out", 2)] }] },
    ] }],
    async open() { this.opened = true; },
    async close() { this.opened = false; await usbDo("close"); },
    async forget() { await usbDo("forget"); },
    async selectConfiguration(configurationValue) { this.configuration = { configurationValue }; },
    async claimInterface(n) {
      if (n !== 1 || (await usbDo("claim")) === "busy") throw new DOMException("Unable to claim interface.", "NetworkError");
    },
    async selectAlternateInterface() {},
    async transferIn(endpoint, length) {
      const got = await usbDo("in", length);
      if (got === "gone") throw gone();
      if (got === "babble") return { status: "babble" };
      const bytes = Uint8Array.from(atob(got), (c) => c.charCodeAt(0));
      return { status: "ok", data: new DataView(bytes.buffer) };
    },
    async transferOut(endpoint, bytes) {
      let text = "";
      for (const b of bytes) text += String.fromCharCode(b);
      if ((await usbDo("out", btoa(text))) === "gone") throw gone();
      return { status: "ok" };
    },
  };
  globalThis.unplug = () => { for (const f of listeners) f({ device }); };
  Object.defineProperty(navigator, "usb", { value: {
    async requestDevice() {
      if ((await usbDo("choose")) === "none") throw new DOMException("No device selected.", "NotFoundError");
      return device;
    },
    addEventListener: (type, f) => listeners.add(f),
    removeEventListener: (type, f) => listeners.delete(f),
  } });
  // Where the browser cannot ask for a place, a download is made: a test has no window of the system.
  globalThis.showSaveFilePicker = undefined;
})()`;

export interface UsbPhone {
  readonly fake: FakeAdbd;
  /** What the browser's list, or the claim, says the next time. */
  next: "none" | "busy" | undefined;
  /** How often the page opened the cable and gave it back. */
  readonly opened: { claimed: number; closed: number; forgotten: number };
  /** Pulls the cable. */
  cut(): Promise<void>;
}

/** A phone behind `navigator.usb` of `page`. */
export async function usbPhone(page: Page, o: Partial<PhoneOptions> = {}): Promise<UsbPhone> {
  const fake = new FakeAdbd(madePhone({ packages: 4, bytes: 200_000, ...o }).script);
  let take: ((bytes: Uint8Array) => void) | undefined;
  let transfers: Uint8Array[] = [];
  let waiting: (() => void) | undefined;
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const plugIn = (): void => {
    transfers = [];
    const mine = transfers;
    take = fake.connect((bytes) => {
      mine.push(bytes.slice(0, HEAD));
      if (bytes.length > HEAD) mine.push(bytes.slice(HEAD));
      wake();
    });
  };
  const unplug = (): void => {
    take = undefined;
    wake();
  };
  const phone: UsbPhone = {
    fake,
    next: undefined,
    opened: { claimed: 0, closed: 0, forgotten: 0 },
    async cut() {
      unplug();
      await page.evaluate("unplug()");
    },
  };
  const said = (): string | undefined => {
    const { next } = phone;
    phone.next = undefined;
    return next;
  };
  await page.exposeFunction("usbDo", async (what: string, value?: number | string): Promise<string | undefined> => {
    switch (what) {
      case "choose":
        return phone.next === "none" ? said() : undefined;
      case "claim":
        if (phone.next === "busy") return said();
        phone.opened.claimed++;
        plugIn();
        return undefined;
      case "close":
        phone.opened.closed++;
        unplug();
        return undefined;
      case "forget":
        phone.opened.forgotten++;
        return undefined;
      case "out":
        take?.(new Uint8Array(Buffer.from(String(value), "base64")));
        return take ? undefined : "gone";
      default: {
        while (take && transfers.length === 0) await new Promise<void>((resolve) => (waiting = resolve));
        const next = take ? transfers.shift() : undefined;
        if (!next) return "gone";
        return next.length > Number(value) ? "babble" : Buffer.from(next).toString("base64");
      }
    }
  });
  await page.evaluate(MOCK);
  return phone;
}
