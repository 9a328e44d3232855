/**
 * Takes what a check of an Android phone needs, over ADB, in AndroidQF's layout, and puts nothing on the phone. It goes on where it
 * was interrupted: what is done is not asked for again.
 * @module
 */
import { byCodeUnit, type Cancel, type Hasher } from "@contraluz/core";
import { AcquireError } from "./errors.ts";
import { oneLine } from "./names.ts";
import type { Phone } from "./phone.ts";
import { processes } from "./processes.ts";
import { about, apks, backup, bugreport, dumpsys, filesAndLogs, intrusion, lists, packages, simple } from "./recipe.ts";
import { LOG, ownFile, type Progress, type Session } from "./session.ts";
import type { Shelf } from "./shelf.ts";
import { shellText } from "./shell.ts";
import { type Opening, openState, type Shortfall, STATE, type State } from "./state.ts";

export interface AcquireOptions {
  /** Of this tool. */
  readonly version: string;
  /** For a new acquisition; one that goes on keeps its own. */
  readonly uuid: string;
  /** The clock of this computer: `2026-03-14T16:15:20.204117Z`. */
  now(): string;
  sha256(): Hasher;
  /** Which apps are copied: none, those that did not come with the phone, all. */
  readonly apks: "none" | "user" | "all";
  /** Whether the person agreed that their messages are taken. */
  readonly messages: boolean;
  /** The public key that the phone let in (base64), as far as it is known: its trace on the phone is ours. */
  readonly hostKey?: string;
  readonly cancel?: Cancel;
  /** Milliseconds without a byte after which no step waits longer; each has a bound of its own (a minute, mostly). */
  readonly silence?: number;
  progress?(p: Progress): void;
  /** The phone has intrusion logs, and the person has to take them down: true to look again. */
  intrusionLogs?(): Promise<boolean>;
}

export interface Acquired {
  readonly uuid: string;
  readonly started: string;
  readonly completed: string;
  readonly resumed: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly shortfalls: readonly Shortfall[];
}

const utf8 = new TextEncoder();
const hashText = (sha256: () => Hasher, text: string): string => {
  const h = sha256();
  h.update(utf8.encode(text));
  return h.hex();
};

/** Tells one phone from another: numbers that it keeps, hashed, so that the state holds none of them. */
async function deviceOf(phone: Phone, o: AcquireOptions): Promise<string> {
  const asked = "getprop ro.serialno; getprop ro.boot.serialno; getprop ro.product.model";
  const ran = await shellText(phone, asked, { silence: o.silence ?? 60_000, most: 4096, cancel: o.cancel }).catch(
    (e: unknown) => {
      const one = e instanceof AcquireError && (e.code === "broken" || e.code === "stalled");
      throw one || !(e instanceof AcquireError) ? new AcquireError("lost") : e;
    },
  );
  if (ran.text.trim() === "") throw new AcquireError("wrong");
  return hashText(o.sha256, ran.text);
}

async function hashesCsv(s: Session): Promise<string> {
  const rows = new Map([...s.state.files].map(([name, { sha256 }]) => [name, sha256]));
  rows.delete("hashes.csv");
  const log = await s.shelf.read(LOG);
  if (log) {
    const h = s.sha256();
    h.update(log);
    rows.set(LOG, h.hex());
  }
  return [...rows]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, hash]) => `${name},${hash}\n`)
    .join("");
}

/**
 * Takes all of it. Throws AcquireError (`lost`, `cancelled`, `other-phone`…) and errors of the shelf: what is done by then stays on
 * the shelf, and the same call goes on with it. Messages and APKs: what was agreed at the beginning stands.
 * @example const taken = await acquire(phone, shelf, { version, uuid, now, sha256, apks: "user", messages: false });
 */
export async function acquire(phone: Phone, shelf: Shelf, o: AcquireOptions): Promise<Acquired> {
  const fresh: Opening = {
    uuid: o.uuid,
    device: await deviceOf(phone, o),
    started: o.now(),
    apks: o.apks,
    messages: o.messages,
  };
  const state: State = await openState(shelf, fresh);
  const s: Session = {
    phone,
    shelf,
    state,
    cancel: o.cancel,
    patience: (silence) => Math.min(silence, o.silence ?? silence),
    sha256: o.sha256,
    now: o.now,
    log: (level, text) => shelf.append(LOG, utf8.encode(`${o.now()} ${level} ${oneLine(text, 5000)}\n`)),
    progress: (p) => o.progress?.(p),
  };
  await s.log("INFO", `${state.resumed ? "going on" : "beginning"}: contraluz ${o.version}`);
  try {
    return await everything(s, o);
  } catch (e) {
    const code = e instanceof AcquireError ? e.code : "host";
    await s.log("ERROR", `interrupted: ${code}`).catch(() => {});
    throw e;
  }
}

async function everything(s: Session, o: AcquireOptions): Promise<Acquired> {
  const { state, shelf } = s;
  s.progress({ step: "about", bytes: 0 });
  const phone = await about(s);
  if (o.hostKey !== undefined && !state.settled("adb_host_key.pub"))
    await ownFile(s, "adb_host_key.pub", "about", `${o.hostKey} contraluz\n`);
  await processes(s);
  await simple(s);
  await lists(s);
  const found = await packages(s);
  await dumpsys(s);
  await backup(s);
  await intrusion(s, o.intrusionLogs);
  await bugreport(s);
  await filesAndLogs(s, phone);
  await apks(s, found);
  s.progress({ step: "end", bytes: 0 });
  const completed = o.now();
  const { opening } = state;
  const facts = {
    uuid: opening.uuid,
    tool: "contraluz",
    tool_version: o.version,
    storage_path: "",
    started: opening.started,
    completed,
    collector: null,
    tmp_dir: phone.temporary,
    sdcard: phone.sdcard,
    cpu: phone.cpu,
    streaming_mode: false,
    ...(o.hostKey === undefined ? {} : { adb_host_public_key: o.hostKey }),
    resumed: state.resumed,
    apks: opening.apks,
    messages: opening.messages,
    shortfalls: state.shortfalls,
  };
  await ownFile(s, "acquisition.json", "end", `${JSON.stringify(facts, null, 1)}\n`);
  await s.log("INFO", `completed: ${state.files.size} files`);
  await ownFile(s, "hashes.csv", "end", await hashesCsv(s));
  await shelf.remove(STATE);
  const bytes = [...state.files.values()].reduce((n, f) => n + f.size, 0);
  const { uuid, started } = opening;
  return {
    uuid,
    started,
    completed,
    resumed: state.resumed,
    // The log is no file of the state: it grows to the end.
    files: state.files.size + 1,
    bytes,
    shortfalls: state.shortfalls,
  };
}

/** Whether a shelf holds an acquisition that was interrupted. */
export async function isUnfinished(shelf: Shelf): Promise<boolean> {
  return (await shelf.size(STATE)) !== undefined;
}
