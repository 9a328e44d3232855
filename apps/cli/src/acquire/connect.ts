/** From what was typed to a phone that let us in. @module */
import { existsSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AcquireError, type Phone, phoneOf } from "@contraluz/acquire";
import { say } from "@contraluz/core";
import {
  type AdbKey,
  adbDirect,
  adbPublicKey,
  adbServer,
  type HostPort,
  newAdbKey,
} from "@contraluz/platform-node/adb.ts";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { A } from "./words.ts";

const ADB_PORT = 5037;
const PHONE_PORT = 5555;
/** How long a person has for the question on the phone's screen (ms). */
const PATIENCE = 120_000;
const LOOK_EVERY = 500;
const BEGIN = "-----BEGIN PRIVATE KEY-----";
const END = "-----END PRIVATE KEY-----";

export interface Connected {
  readonly phone: Phone;
  /** Base64, as Android writes it, where it is known. */
  readonly hostKey?: string;
  close(): Promise<void>;
}

/** While the phone shows its question. */
export interface Waiting {
  readonly signal: AbortSignal;
  /** The person has to look at the phone. */
  readonly asks: () => void;
  /** How long they have for it (ms). */
  readonly patience?: number;
}

/** `HOST:PORT`, `[::1]:5555` or `HOST`. Throws UsageError. */
export function hostPort(text: string, otherwise: number, lang: Args["lang"]): HostPort {
  const m = /^(?:\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9]+)?)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(text);
  const port = Number(m?.[3] ?? otherwise);
  if (!m || port < 1 || port > 65_535) throw new UsageError(say(A.badAddress, lang, { value: printable(text) }));
  return { host: (m[1] ?? m[2])!, port };
}

/** What was typed wrong is said before anything is asked. Throws UsageError. */
export function checkAddresses(args: Args): void {
  for (const o of ["connect", "server"]) {
    const value = args.one(o);
    if (value !== undefined) hostPort(value, ADB_PORT, args.lang);
  }
}

/** The key of `--key-file FILE` (PEM, PKCS#8), made if it is not there; without one, a key that lives in memory. */
export async function keyOf(args: Args): Promise<AdbKey> {
  const given = args.one("key-file");
  if (given === undefined) return newAdbKey();
  const path = resolve(given);
  if (!existsSync(path)) {
    const key = await newAdbKey();
    const text = Buffer.from(key)
      .toString("base64")
      .match(/.{1,64}/g)!
      .join("\n");
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${BEGIN}\n${text}\n${END}\n`);
    await file.close();
    return key;
  }
  const bad = new UsageError(say(A.badKey, args.lang, { path: printable(path) }));
  const text = await readFile(path, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (text.length > 10_000 || from < 0 || to < from) throw bad;
  const key = new Uint8Array(Buffer.from(text.slice(from + BEGIN.length, to), "base64"));
  await adbPublicKey(key).catch(() => {
    throw bad;
  });
  return key;
}

/** The public key of this computer's own adb, without the names that stand behind it. */
async function serverKey(at: HostPort): Promise<string | undefined> {
  if (at.host !== "127.0.0.1" && at.host !== "localhost") return undefined;
  const text = await readFile(join(homedir(), ".android", "adbkey.pub"), "utf8").catch(() => "");
  return /^[A-Za-z0-9+/]{600,800}={0,2}(?=\s|$)/.exec(text)?.[0];
}

const refused = (e: unknown): boolean => (e as NodeJS.ErrnoException)?.code === "ECONNREFUSED";

/** The phone of a running adb server that was named, or the only one. Waits while its question is open. */
async function overServer(args: Args, { signal, asks, patience = PATIENCE }: Waiting): Promise<Connected> {
  const at = hostPort(args.one("server") ?? "127.0.0.1", ADB_PORT, args.lang);
  const server = await adbServer(at);
  const wanted = args.one("serial");
  for (let waited = 0; ; waited += LOOK_EVERY) {
    if (signal.aborted) throw new AcquireError("cancelled");
    const all = await server.phones().catch((e: unknown) => {
      throw new AcquireError(refused(e) ? "no-server" : "connect");
    });
    const phones = wanted === undefined ? all : all.filter((p) => p.serial === wanted);
    if (phones.length === 0) throw new AcquireError("no-phone");
    if (phones.length > 1) throw new AcquireError("several", phones.map((p) => p.serial).join(", "));
    if (phones[0]!.state === "device") {
      const adb = await server.connect(phones[0]!.serial).catch(() => {
        throw new AcquireError("connect");
      });
      const hostKey = await serverKey(at);
      const close = async (): Promise<void> => void (await Promise.resolve(adb.close()).catch(() => {}));
      return { phone: phoneOf(adb), close, ...(hostKey === undefined ? {} : { hostKey }) };
    }
    if (waited === 0) asks();
    if (waited >= patience) throw new AcquireError(phones[0]!.state === "unauthorized" ? "not-allowed" : "connect");
    await wait(LOOK_EVERY);
  }
}

/** An adbd at an address. Without an answer for a second, its question is open. */
async function overTcp(
  args: Args,
  address: string,
  { signal, asks, patience = PATIENCE }: Waiting,
): Promise<Connected> {
  const at = hostPort(address, PHONE_PORT, args.lang);
  const key = await keyOf(args);
  const late = AbortSignal.timeout(patience);
  const timer = setTimeout(asks, 1000);
  try {
    const adb = await adbDirect(at, key, AbortSignal.any([signal, late]));
    const close = async (): Promise<void> => void (await Promise.resolve(adb.close()).catch(() => {}));
    return { phone: phoneOf(adb), hostKey: await adbPublicKey(key), close };
  } catch (e) {
    if (signal.aborted) throw new AcquireError("cancelled");
    if (late.aborted) throw new AcquireError("not-allowed");
    throw e instanceof AcquireError ? e : new AcquireError("connect");
  } finally {
    clearTimeout(timer);
  }
}

/** Throws AcquireError or UsageError. */
export async function connectPhone(args: Args, waiting: Waiting): Promise<Connected> {
  const address = args.one("connect");
  return address === undefined ? overServer(args, waiting) : overTcp(args, address, waiting);
}
