/** From a phone that was chosen to a copy of it: lets us in, and takes what a check needs. @module */
import { type Acquired, AcquireError, type AcquireOptions, acquire, type Progress, phoneOf } from "@contraluz/acquire";
import { type AdbKey, adbCable, adbPublicKey, newAdbKey } from "@contraluz/platform-web/adb.ts";
import { hasher } from "@contraluz/platform-web/sha256.ts";
import { openCable, type UsbDevice } from "@contraluz/platform-web/usb.ts";
import { VERSION } from "../version.ts";
import type { Copy } from "./copy.ts";

/** How long a person has for the question on the phone's screen. */
const PATIENCE_MS = 120_000;

/** One key for as long as the page is open: it lives in memory alone. */
let key: Promise<AdbKey> | undefined;

export interface Taking {
  readonly apks: AcquireOptions["apks"];
  readonly messages: boolean;
  readonly signal: AbortSignal;
  /** The phone let us in. */
  letIn(): void;
  progress(p: Progress): void;
  /** The phone has intrusion logs that only its person can take down: true to look again. */
  intrusionLogs(): Promise<boolean>;
}

/**
 * Takes all of it, or goes on where it broke off. Throws `UsbError`, `AcquireError`, and what the shelf says.
 * @example const made = await take(await chooseUsb(), copy, { apks: "user", messages: false, signal, ... });
 */
export async function take(device: UsbDevice, copy: Copy, t: Taking): Promise<Acquired> {
  const mine = await (key ??= newAdbKey());
  const cable = await openCable(device);
  try {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const adb = await adbCable(cable, mine, AbortSignal.any([t.signal, late])).catch(() => {
      throw new AcquireError(t.signal.aborted ? "cancelled" : late.aborted ? "not-allowed" : "connect");
    });
    const phone = phoneOf(adb);
    t.letIn();
    return await acquire(phone, copy.shelf, {
      version: VERSION,
      uuid: crypto.randomUUID(),
      // As AndroidQF writes it.
      now: () => new Date().toISOString().replace("Z", "000Z"),
      sha256: hasher,
      apks: t.apks,
      messages: t.messages,
      hostKey: adbPublicKey(mine),
      cancel: t.signal,
      progress: t.progress,
      intrusionLogs: t.intrusionLogs,
    });
  } finally {
    await cable.close();
  }
}
