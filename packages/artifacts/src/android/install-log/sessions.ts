/**
 * Sessions of the installer: `Historical install sessions:` keeps those of the last days, `Active …` those that have not ended.
 *
 * `  Session 1587917642:` (`  Active Session …:`), below it names and values over several lines, `createdMillis=1719595345907`. The
 * result is 1 for an installation, negative for what failed. `originatingUri` is the address that the file came from, if the app that
 * fetched it said so. Values are told apart by blanks: a label with blanks in it can look like others, so the first of a name counts.
 * Sources: AOSP PackageInstallerSession.dumpLocked, PackageInstallerHistoricalSession.dump, SessionParams.dump, Android 8 to 16.
 * @module
 */
import { type ArtifactRecord, type Observable, type Origin, unixMillis } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import { address, kept } from "../../text.ts";

const NAMES: ReadonlySet<string> = new Set([
  "userId",
  "installerPackageName",
  "installInitiatingPackageName",
  "installOriginatingPackageName",
  "mInstallerUid",
  "createdMillis",
  "committedMillis",
  "appPackageName",
  "mPackageName",
  "originatingUri",
  "referrerUri",
  "installReason",
  "packageSource",
  "mFinalStatus",
]);
export class Session {
  readonly #origin: Origin;
  readonly #active: boolean;
  readonly #values = new Map<string, string>();

  constructor(origin: Origin, active: boolean) {
    this.#origin = origin;
    this.#active = active;
  }

  line(s: string): void {
    for (const part of s.trim().split(" ")) {
      const eq = part.indexOf("=");
      const name = eq > 0 ? part.slice(0, eq) : "";
      if (NAMES.has(name) && !this.#values.has(name)) this.#values.set(name, part.slice(eq + 1));
    }
  }

  #text(name: string): string | undefined {
    const v = this.#values.get(name);
    return v === undefined || v === "" || v === "null" ? undefined : v;
  }

  #number(name: string): number | undefined {
    const v = this.#text(name);
    return v !== undefined && /^-?\d{1,15}$/.test(v) ? Number(v) : undefined;
  }

  /** Sessions in which nobody said which app it is say nothing. */
  record(): ArtifactRecord | undefined {
    const app = kept(this.#text("appPackageName") ?? this.#text("mPackageName"));
    if (!isPackage(app)) return undefined;
    const result = this.#number("mFinalStatus");
    const uri = address(this.#text("originatingUri"));
    const at = unixMillis(this.#number("createdMillis"));
    const url = uri !== undefined && /^https?:\/\//i.test(uri);
    const observables: Observable[] = [{ type: "app-id", value: app, contact: "listed" }];
    if (url) observables.push({ type: "url", value: uri, contact: "visited" });
    return {
      kind: "event",
      ...(at ? { at } : {}),
      fields: {
        app,
        action: this.#active ? "install-open" : (result ?? 1) < 0 ? "install-failed" : "install",
        user: this.#number("userId"),
        by: kept(this.#text("installerPackageName")) ?? this.#text("mInstallerUid"),
        initiator: kept(this.#text("installInitiatingPackageName")),
        originator: kept(this.#text("installOriginatingPackageName")),
        from: uri,
        referrer: address(this.#text("referrerUri")),
        reason: this.#number("installReason"),
        source: this.#number("packageSource"),
        committed: unixMillis(this.#number("committedMillis")),
        result,
        log: "sessions",
      },
      observables,
      origin: this.#origin,
    };
  }
}
