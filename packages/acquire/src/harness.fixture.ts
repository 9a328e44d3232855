/** A scripted phone that is connected over TCP, as tests of a whole acquisition want it. */
import { createHash, randomUUID } from "node:crypto";
import { type AdbKey, adbDirect, newAdbKey } from "@contraluz/platform-node/adb.ts";
import { FakeAdbd } from "./fake-adbd.fixture.ts";
import { type FakeTcp, fakeTcp } from "./fake-tcp.fixture.ts";
import { type AcquireOptions, type Phone, phoneOf } from "./index.ts";
import { type MadePhone, madePhone, type PhoneOptions } from "./phone.fixture.ts";
import type { MemoryShelf } from "./shelf.fixture.ts";

export const KEY: AdbKey = await newAdbKey();

export interface ConnectedPhone extends MadePhone, AsyncDisposable {
  readonly fake: FakeAdbd;
  readonly tcp: FakeTcp;
  readonly phone: Phone;
  /** The phone again, after its cable was pulled. */
  again(): Promise<Phone>;
}

export async function connected(o: Partial<PhoneOptions> = {}): Promise<ConnectedPhone> {
  const made = madePhone({ packages: 5, bytes: 50_000, ...o });
  const fake = new FakeAdbd(made.script);
  const tcp = await fakeTcp(fake);
  const open: { close(): unknown }[] = [];
  const again = async (): Promise<Phone> => {
    const adb = await adbDirect({ host: "127.0.0.1", port: tcp.port }, KEY);
    open.push(adb);
    return phoneOf(adb);
  };
  return {
    ...made,
    fake,
    tcp,
    again,
    phone: await again(),
    async [Symbol.asyncDispose]() {
      for (const adb of open) await Promise.resolve(adb.close()).catch(() => {});
      await tcp.close();
    },
  };
}

/** A clock that goes a second each time it is looked at. */
function clock(): () => string {
  let n = 0;
  const two = (v: number): string => String(v).padStart(2, "0");
  return () => {
    const at = n++;
    return `2026-03-14T16:${two(15 + (Math.floor(at / 60) % 45))}:${two(at % 60)}.000000Z`;
  };
}

export function options(more: Partial<AcquireOptions> = {}): AcquireOptions {
  return {
    version: "0.1.0",
    uuid: randomUUID(),
    now: clock(),
    sha256: () => {
      const hash = createHash("sha256");
      return { update: (b) => void hash.update(b), hex: () => hash.digest("hex") };
    },
    apks: "all",
    messages: false,
    ...more,
  };
}

export function hashesOf(shelf: MemoryShelf): Map<string, string> {
  const rows = shelf.text("hashes.csv").trim().split("\n");
  return new Map(rows.map((l) => l.split(",") as [string, string]));
}
