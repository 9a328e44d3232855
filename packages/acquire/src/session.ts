/** One acquisition under way: its phone, its shelf, its log. Every step of the recipe works through this. @module */
import type { Cancel, Hasher } from "@contraluz/core";
import { AcquireError } from "./errors.ts";
import { LIMITS, SILENCE } from "./limits.ts";
import { oneLine } from "./names.ts";
import type { Phone } from "./phone.ts";
import type { Growing, Shelf } from "./shelf.ts";
import { type Ran, runShell, shellText } from "./shell.ts";
import type { ShortCode, State } from "./state.ts";
import { pull } from "./sync.ts";

export type StepId =
  | "about"
  | "apks"
  | "backup"
  | "bugreport"
  | "dumpsys"
  | "end"
  | "files"
  | "intrusion"
  | "logcat"
  | "logs"
  | "packages"
  | "processes"
  | "settings"
  | "system";

export interface Progress {
  readonly step: StepId;
  /** A name of the phone: an attacker may have chosen it. */
  readonly name?: string;
  readonly bytes: number;
  /** Of several things, which one. */
  readonly at?: number;
  readonly of?: number;
}

export interface Session {
  readonly phone: Phone;
  readonly shelf: Shelf;
  readonly state: State;
  readonly cancel: Cancel | undefined;
  /** How long the phone may say nothing, where a step would wait so long. */
  patience(silence: number): number;
  sha256(): Hasher;
  now(): string;
  log(level: "DEBUG" | "ERROR" | "INFO", text: string): Promise<void>;
  progress(p: Progress): void;
}

export const LOG = "command.log";
const SAY_EVERY = 1 << 20;

/** A shortfall, in the state and in the log. */
export async function fell(s: Session, code: ShortCode, what: string, detail = ""): Promise<void> {
  await s.log("ERROR", `${what}: ${code}${detail === "" ? "" : `: ${oneLine(detail)}`}`);
  await s.state.fell({ code, what: oneLine(what) });
}

/** Whether the phone still answers. */
async function answers(s: Session): Promise<boolean> {
  try {
    const o = { silence: s.patience(15_000), most: 100, cancel: s.cancel };
    return (await shellText(s.phone, "echo contraluz", o)).text.startsWith("contraluz");
  } catch (e) {
    if (e instanceof AcquireError && e.code === "cancelled") throw e;
    return false;
  }
}

/**
 * Does something with the phone. What fails for itself alone is told by its code; throws `AcquireError("lost")` if the phone is
 * gone, and what was called off or is a fault of ours.
 */
export async function attempt<T>(s: Session, work: () => Promise<T>): Promise<T | "broken" | "stalled"> {
  try {
    return await work();
  } catch (e) {
    if (e instanceof HostError) throw e.cause;
    if (e instanceof AcquireError && e.code === "cancelled") throw e;
    if (s.cancel?.aborted) throw new AcquireError("cancelled");
    if (!(await answers(s))) throw new AcquireError("lost");
    return e instanceof AcquireError && e.code === "stalled" ? "stalled" : "broken";
  }
}

/** What this computer says (a full disk) is no fault of the phone. */
class HostError extends Error {}

const host = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (e) {
    throw new HostError("host", { cause: e });
  }
};

/** A short answer as text. A command that fails gives what it said; undefined only if nothing came. */
export async function ask(s: Session, command: string, silence: number = SILENCE.answer): Promise<string | undefined> {
  await s.log("DEBUG", `shell: ${oneLine(command, 4000)}`);
  const o = { silence: s.patience(silence), most: LIMITS.answer, cancel: s.cancel };
  const ran = await attempt(s, () => shellText(s.phone, command, o));
  const short = oneLine(command, 60);
  if (typeof ran === "string") {
    await fell(s, ran, short);
    return undefined;
  }
  await logEnd(s, ran);
  if (ran.cut) await fell(s, "limit", short);
  return ran.bytes === 0 && ran.exit !== 0 ? undefined : ran.text;
}

async function logEnd(s: Session, ran: Ran): Promise<void> {
  const said = ran.complaint.trim() === "" ? "" : `, said: ${oneLine(ran.complaint)}`;
  if (ran.exit !== 0 || said !== "") await s.log("DEBUG", `exit ${ran.exit ?? "none"}, ${ran.bytes} bytes${said}`);
}

/** A file that is written as its bytes come, with its hash. */
export interface Writing {
  readonly bytes: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Keeps it, and remembers it. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

export async function writing(
  s: Session,
  name: string,
  step: StepId,
  at?: { at: number; of: number },
): Promise<Writing> {
  const growing: Growing = await s.shelf.create(name);
  const hash = s.sha256();
  let [bytes, said] = [0, 0];
  const say = (): void => s.progress({ step, name, bytes, ...at });
  say();
  return {
    get bytes() {
      return bytes;
    },
    async write(b) {
      hash.update(b);
      bytes += b.length;
      await host(growing.write(b));
      if (bytes - said < SAY_EVERY) return;
      said = bytes;
      say();
    },
    async keep() {
      await growing.done();
      await s.state.file(name, { size: bytes, sha256: hash.hex() });
    },
    drop: () => growing.discard(),
  };
}

export interface FileOptions {
  readonly step: StepId;
  readonly most?: number;
  readonly silence?: number;
  /** What it means that nothing came. */
  readonly nothing?: ShortCode;
  readonly at?: { readonly at: number; readonly of: number };
}

/** Output of a command as a file. Already there: nothing is asked. True if it is there in the end. */
export async function commandFile(s: Session, name: string, command: string, o: FileOptions): Promise<boolean> {
  if (s.state.settled(name)) return s.state.files.has(name);
  await s.log("DEBUG", `shell: ${oneLine(command, 4000)} > ${name}`);
  const file = await writing(s, name, o.step, o.at);
  const { most = LIMITS.text } = o;
  const silence = s.patience(o.silence ?? SILENCE.answer);
  try {
    const ran = await attempt(s, () =>
      runShell(s.phone, command, { most, silence, cancel: s.cancel, out: (b) => file.write(b) }),
    );
    if (typeof ran === "string") await fell(s, ran, name);
    else {
      await logEnd(s, ran);
      if (ran.cut) await fell(s, "limit", name);
      else if (ran.bytes === 0) await fell(s, o.nothing ?? (ran.exit === 0 ? "empty" : "refused"), name, ran.complaint);
    }
  } catch (e) {
    // What came of an interrupted one is worth nothing: the next time it is asked for again.
    await file.drop();
    throw e;
  }
  if (file.bytes > 0) await file.keep();
  else {
    await file.drop();
    await s.state.settle(name);
  }
  return file.bytes > 0;
}

/** A file of the phone as a file here. True if it is there in the end. `sha256`: what the phone says that it is. */
export async function pulledFile(
  s: Session,
  name: string,
  path: string,
  o: FileOptions & { readonly sha256?: string },
): Promise<boolean> {
  if (s.state.settled(name)) return s.state.files.has(name);
  await s.log("DEBUG", `pull: ${oneLine(path, 4000)} > ${name}`);
  const file = await writing(s, name, o.step, o.at);
  const { most = LIMITS.file } = o;
  const silence = s.patience(o.silence ?? SILENCE.file);
  try {
    const pulled = await attempt(s, () =>
      pull(s.phone, path, { most, silence, cancel: s.cancel, out: (b) => file.write(b) }),
    );
    if (typeof pulled === "string") await fell(s, pulled, name);
    else if (pulled.refused !== undefined) await fell(s, pulled.bytes > 0 ? "cut" : "refused", name, pulled.refused);
    else if (pulled.cut) await fell(s, "limit", name);
    else {
      await file.keep();
      const got = s.state.files.get(name)!.sha256;
      if (o.sha256 && o.sha256 !== got) await fell(s, "changed", name, `the phone said ${o.sha256}, we read ${got}`);
      return true;
    }
  } catch (e) {
    await file.drop();
    throw e;
  }
  if (file.bytes > 0) await file.keep();
  else {
    await file.drop();
    await s.state.settle(name);
  }
  return file.bytes > 0;
}

/** A small file of our own making. */
export async function ownFile(s: Session, name: string, step: StepId, text: string): Promise<void> {
  const file = await writing(s, name, step);
  await file.write(new TextEncoder().encode(text));
  await file.keep();
}
