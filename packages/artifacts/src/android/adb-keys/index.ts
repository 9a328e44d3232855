/**
 * Computers that may control the phone by cable (`adb`): keys that were accepted, with the user and computer that they name.
 *
 * Service `adb` since Android 10: `connected_to_adb`, `last_key_received` (MD5 of the key), `user_keys` (one a line), `keystore` (with the
 * time of the last connection, since 11). Before, service `usb` has them under `User keys:`. What stands behind a key is written by the
 * computer and can be anything. AndroidQF keeps its own key in adb_host_key.pub.
 * Sources: android.md 1.2 and 2; AOSP AdbDebuggingManager, UsbDebuggingManager (dump), system/core adb (keys, host names).
 * @module
 */
import { hex, isoUtc, type Moment, type Origin, utcNs } from "@contraluz/core";
import { md5 } from "@contraluz/formats/md5/index.ts";
import { base64Bytes } from "@contraluz/formats/plist/xml-scalars.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept, text } from "../../text.ts";
import { type StoredKey, storedKeys, type When } from "./keystore.ts";
import { fields, words } from "./words.ts";

const MAX_KEYS = 1000;
/** Bytes of the store: a key has about 800. */
const MAX_STORE = 1_000_000;
const KEY = /^([A-Za-z0-9+/]{20,4000}={0,2})(?: (.{0,1000}))?$/;

/** `AA:BB:…`, as the phone shows it. */
function fingerprintOf(key: string): string {
  const bytes = base64Bytes(key);
  return bytes === undefined ? "" : hex(md5(bytes)).toUpperCase().match(/../g)!.join(":");
}

const ms = (n: number | undefined): Moment | undefined =>
  n === undefined || !(n > 0 && n < 7_258_118_400_000) ? undefined : utcNs(BigInt(n) * 1_000_000n, String(n), "ms");

interface Key {
  readonly key: string;
  readonly user: string | undefined;
  readonly origin: Origin;
}

class Keys implements SectionReader {
  readonly #run: ParseRun;
  readonly #file: boolean;
  readonly #keys: Key[] = [];
  #connected: boolean | undefined;
  #received: string | undefined;
  #in: "keys" | "store" | undefined;
  #store = "";
  #storeCut = false;
  #storeOrigin: Origin | undefined;
  #over = 0;

  constructor(run: ParseRun, section: string) {
    this.#run = run;
    this.#file = section === "adb_host_key";
    if (this.#file) this.#in = "keys";
  }

  line(line: Line, item: SectionItem): void {
    const s = line.text.trim();
    if (this.#in === "store") this.#more(line.text);
    else if (s.startsWith("connected_to_adb=") || s.startsWith("Connected to adbd: "))
      this.#connected = s.endsWith("true");
    else if (s.startsWith("last_key_received=") || s.startsWith("Last key received: ")) this.#received = s.slice(-47);
    else if (s.startsWith("user_keys=")) {
      this.#in = "keys";
      this.#key(s.slice(10), item.origin(line));
    } else if (s === "User keys:") this.#in = "keys";
    else if (s.startsWith("keystore=")) {
      this.#in = "store";
      this.#storeOrigin = item.origin(line);
      this.#more(line.text.trimStart().slice(9));
    } else if (s === "System keys:" || s.startsWith("system_keys=")) this.#in = undefined;
    else if (this.#in === "keys" && s !== "") this.#key(s, item.origin(line));
  }

  #key(s: string, origin: Origin): void {
    const m = KEY.exec(s);
    if (!m) return;
    if (this.#keys.length < MAX_KEYS) this.#keys.push({ key: m[1]!, user: text(m[2]?.trim()), origin });
    else this.#over++;
  }

  /** The dump puts four spaces behind every line feed, also behind one that is a byte of binary XML. */
  #more(s: string): void {
    if (/^ {4}adb_wifi=\{/.test(s)) this.#in = undefined;
    else if (this.#storeCut || this.#store.length + s.length >= MAX_STORE) this.#storeCut = true;
    else this.#store += this.#store === "" ? s : `\n${s.replace(/^ {4}/, "")}`;
  }

  #latest(): number {
    const { taken } = this.#run.acquisition;
    return taken?.utc === undefined ? 0 : Number(taken.utc / 1_000_000n);
  }

  #emit(key: Key, when: When, listed: readonly string[], emit: Emit): void {
    const fingerprint = fingerprintOf(key.key);
    if (this.#file) {
      const fields = { user: kept(key.user), fingerprint: fingerprint || undefined, own: true };
      emit({ kind: "host", fields, observables: [], origin: key.origin });
      return;
    }
    const last = ms(when.exact);
    const possible = when.possible?.map((n) => isoUtc(BigInt(n) * 1_000_000n, "ms"));
    emit({
      kind: "key",
      ...(last ? { at: last } : {}),
      fields: {
        user: kept(key.user),
        fingerprint: fingerprint || undefined,
        last,
        after: ms(when.from),
        before: ms(when.until),
        possible,
        within: when.within,
        own: this.#received === undefined ? undefined : this.#isOwn(fingerprint),
        listed,
      },
      observables: [],
      origin: key.origin,
    });
  }

  /** The computer that was connected when the report was made. */
  #isOwn(fingerprint: string): boolean {
    return this.#connected === true && fingerprint !== "" && fingerprint === this.#received;
  }

  end(emit: Emit): void {
    const stored = new Map<string, StoredKey>();
    for (const k of storedKeys(this.#store, this.#latest())) stored.set(k.key.split(" ", 1)[0]!, k);
    for (const k of this.#keys) {
      const found = stored.get(k.key);
      stored.delete(k.key);
      this.#emit(k, found?.when ?? {}, found ? ["user_keys", "keystore"] : ["user_keys"], emit);
    }
    for (const k of stored.values()) {
      const m = KEY.exec(k.key);
      if (m) this.#emit({ key: m[1]!, user: m[2], origin: this.#storeOrigin! }, k.when, ["keystore"], emit);
    }
    if (this.#storeCut)
      this.#run.problem({ code: "record-limit", found: "keystore", expected: `<= ${MAX_STORE} B`, lost: "row" });
    if (this.#over > 0) this.#run.problem({ code: "record-limit", found: `${this.#over} more keys`, lost: "row" });
  }
}

export const adbKeys: Artifact<"dumpstate"> = {
  id: "android/adb-keys",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["adb", "usb"], { "adb_host_key.pub": "adb_host_key" }),
  fields,
  key: { key: ["fingerprint", "user"], host: ["fingerprint"] },
  observes: [],
  words,
  sources: ["dumpsys adb", "dumpsys usb", "adb_host_key.pub"],
  parse: (run) => readSections((item) => new Keys(run, item.section)),
};
