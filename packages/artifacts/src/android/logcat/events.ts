/**
 * What lines of logcat say that matters here.
 * Sources: android.md 2 and 5.4; AOSP (ActivityManagerService, EventLogTags.logtags, adbd, AdbDebuggingManager, logd's audit lines,
 * PackageManagerServiceUtils.logCriticalInfo, bionic's linker_handler, UsbHostManager); okhttp's HttpLoggingInterceptor.
 * @module
 */
import { own } from "@contraluz/core";
import { appOfProcess, isPackage } from "../../android-names.ts";
import { type LogLine, userOfLine } from "./line.ts";

export type EventType =
  | "adb-auth"
  | "adb-service"
  | "avc-denied"
  | "bigpretzel"
  | "crash"
  | "install"
  | "uninstall"
  | "process-start"
  | "server"
  | "usb-attached"
  | "usb-computer";

export interface LogEvent {
  readonly type: EventType;
  readonly app?: string | undefined;
  readonly process?: string | undefined;
  readonly path?: string | undefined;
  readonly host?: string | undefined;
  /** The line says that a request was sent there. */
  readonly asked?: boolean | undefined;
  readonly uid?: number | undefined;
  readonly text?: string | undefined;
}

const MAX_TEXT = 300;
const textOf = (line: LogLine): string => own(line.text.slice(line.message, line.message + MAX_TEXT));

/** The value of `name=` or `name="…"` in a line of the kernel's audit. */
function part(s: string, name: string): string | undefined {
  const at = s.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  const from = at + name.length + 2;
  const quoted = s[from] === '"';
  const end = s.indexOf(quoted ? '"' : " ", from + 1);
  return own(s.slice(quoted ? from + 1 : from, end < 0 ? from + 1000 : end).slice(0, 1000));
}

/** Rules that were broken by an app or a shell, or over a file of the user: the rest is noise of each model. */
function avc(line: LogLine): LogEvent | undefined {
  const s = line.text;
  if (!s.includes("avc: ", line.message)) return undefined;
  const path = part(s, "path");
  const from = part(s, "scontext") ?? "";
  const who = from.split(":", 3)[2] ?? "";
  const watched = /^(?:untrusted_app|isolated_app|ephemeral_app|shell|su$|magisk|adbd)/.test(who);
  const ofUser = path !== undefined && /^\/(?:data|sdcard|storage|mnt|tmp)\//.test(path);
  if (!watched && !ofUser && !/ permissive=1(?: |$)/.test(s)) return undefined;
  const app = part(s, "app");
  return {
    type: "avc-denied",
    app: isPackage(app) ? app : undefined,
    process: part(s, "comm"),
    path: path?.startsWith("/") ? path : undefined,
    // Without the number of the entry, which differs each time.
    text: own(
      s
        .slice(s.indexOf("avc: ", line.message))
        .replace(/ (?:ino|pid)=\d{1,20}/g, "")
        .slice(0, MAX_TEXT),
    ),
  };
}

/** `[0,1234,10123,com.x,service,{com.x/com.x.Main}]` */
function listOf(line: LogLine): readonly string[] {
  const s = line.text.slice(line.message, line.message + 600);
  return s.startsWith("[") ? s.slice(1, s.endsWith("]") ? -1 : undefined).split(",", 8) : [];
}

const started = (process: string | undefined, uid: number | undefined): LogEvent | undefined =>
  process === undefined || process === ""
    ? undefined
    : { type: "process-start", app: appOfProcess(process), process: own(process), uid };

const whole = (s: string | undefined): number | undefined =>
  s !== undefined && /^\d{1,10}$/.test(s) ? Number(s) : undefined;

function procStart(line: LogLine): LogEvent | undefined {
  const [, , uid, process] = listOf(line);
  return started(process, whole(uid));
}

/** `Start proc 5837:com.x:remote/u0a68 for service {…}` */
function startProc(line: LogLine): LogEvent | undefined {
  if (!line.text.startsWith("Start proc ", line.message)) return undefined;
  const m = /^Start proc (?:\d{1,10}:)?([\w.:$-]{1,300})/.exec(line.text.slice(line.message, line.message + 400));
  return started(m?.[1], undefined);
}

function adb(line: LogLine): LogEvent | undefined {
  const text = textOf(line);
  const service = /(?:service requested '|in ShellService: )(.{0,280})/.exec(text)?.[1];
  if (service !== undefined) return { type: "adb-service", text: own(service.replace(/'[^']{0,40}$/, "")) };
  return /auth|public key|confirm/i.test(text) ? { type: "adb-auth", text } : undefined;
}

/** `pkg{com.x}` behind `START INSTALL PACKAGE`, in one line or in one of its own. */
class Installs {
  #type: EventType = "install";

  of(line: LogLine): LogEvent | undefined {
    const s = line.text.slice(line.message, line.message + 1000);
    if (s.includes("START INSTALL PACKAGE")) this.#type = "install";
    else if (s.includes("START DELETE PACKAGE")) this.#type = "uninstall";
    const app = /\bpkg\{([\w.]{1,256})\}/.exec(s)?.[1];
    return isPackage(app) ? { type: this.#type, app: own(app) } : undefined;
  }
}

/** `Fatal signal 11 (SIGSEGV), code 1 (SEGV_MAPERR) in tid 1 (name), pid 2 (name)` */
function fatal(line: LogLine): LogEvent | undefined {
  if (!line.text.startsWith("Fatal signal ", line.message)) return undefined;
  const text = textOf(line);
  const process = /, pid \d{1,10} \(([^)]{1,100})\)/.exec(text)?.[1];
  return { type: "crash", process: process === undefined ? undefined : own(process), text };
}

/** `[pid,user,process,flags,exception,…]`; messages of exceptions can hold anything, and are not kept. */
function crash(line: LogLine): LogEvent | undefined {
  const [, , process, , exception] = listOf(line);
  if (!process) return undefined;
  return { type: "crash", app: appOfProcess(process), process: own(process), text: own(exception ?? "") };
}

const REQUEST = /(?:-->|\b(?:GET|POST|PUT|CONNECT|HEAD)) (?:(?:GET|POST|PUT|CONNECT|HEAD|DELETE|PATCH) )?https?:\/\/$/;

/** The host of an address in a message, and no more of it. */
function server(line: LogLine): LogEvent | undefined {
  const at = line.text.indexOf("://", line.message);
  if (at < 0) return undefined;
  const scheme = /\b(?:https?|wss?|ftp|mqtts?)$/i.exec(line.text.slice(Math.max(line.message, at - 8), at));
  if (!scheme) return undefined;
  const authority = /^[^/?#\s"'<>\\]{1,300}/.exec(line.text.slice(at + 3, at + 303))?.[0] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d{1,5}$/, "");
  if (!/^[\w-]+(?:\.[\w-]+)+$/.test(host)) return undefined;
  const asked = REQUEST.test(line.text.slice(Math.max(line.message, at - 24), at + 3));
  return { type: "server", host: own(host.toLowerCase()), asked: asked ? true : undefined, uid: userOfLine(line) };
}

/** A device at the phone (`USB device attached`, Samsung's `onUEvent(Host Interface)`), or the phone at a computer (`USB_STATE=`). */
function usb(line: LogLine): LogEvent | undefined {
  const s = line.text.slice(line.message, line.message + 1000);
  // What stands behind the names is the number of the device.
  const device = /^USB device attached: vidpid (\w{1,6}:\w{1,6})/.exec(s)?.[1];
  if (device !== undefined) return { type: "usb-attached", text: own(device) };
  const [, vendor, product] =
    (s.includes("ACTION=add") && / PRODUCT=(\w{1,6})\/(\w{1,6})\//.exec(s)) || ([] as undefined[]);
  if (vendor !== undefined) return { type: "usb-attached", text: own(`${vendor}:${product}`) };
  const state = /\bUSB_STATE=(CONNECTED|CONFIGURED|DISCONNECTED)\b/.exec(s)?.[1];
  return state === undefined ? undefined : { type: "usb-computer", text: own(state.toLowerCase()) };
}

/** Reads lines in their order. */
export class LogEvents {
  readonly #installs = new Installs();
  readonly #byTag: ReadonlyMap<string, (line: LogLine) => LogEvent | undefined> = new Map([
    ["am_proc_start", procStart],
    ["am_crash", crash],
    ["ActivityManager", startProc],
    ["adbd", adb],
    ["AdbDebuggingManager", adb],
    ["UsbDebuggingManager", adb],
    ["libc", fatal],
    ["PackageManager", (line: LogLine) => this.#installs.of(line)],
    ["UsbHostManager", usb],
    ["UsbDeviceManager", usb],
    ["UsbUI", usb],
  ]);

  of(line: LogLine): LogEvent | undefined {
    // logd prints what the kernel's audit says under the name of the program that broke the rule.
    const audit = line.text.startsWith("type=1400 ", line.message) || line.text.startsWith("avc: ", line.message);
    const said = audit ? avc(line) : this.#byTag.get(line.tag)?.(line);
    if (said) return said;
    if (line.text.includes("BIGPRETZEL")) return { type: "bigpretzel", text: textOf(line) };
    return server(line);
  }
}
