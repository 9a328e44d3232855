/**
 * VPNs: the app through which all traffic goes. Service `vpn_management` (`0: package`, `Active package name:`), networks of service
 * `connectivity` (`extra: VPN:package`), and the setting `always_on_vpn_app`. `vpn_management` also says when it was set to be always on:
 * `2026-09-08T03:29:30 - [LockdownAlwaysOn] Mode changed: lockdown=true alwaysOn=true calling from 1000`.
 * Sources: android.md 2; AOSP VpnManagerService (dump), Vpn, NetworkAgentInfo, Settings.Secure.
 * @module
 */
import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { localMoment } from "../../local-time.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_VPNS = 1000;
const NAMED = "name:always_on_vpn_app ";

const CHANGE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})? - \[LockdownAlwaysOn\] Mode changed: lockdown=(true|false) alwaysOn=(true|false)(?: calling from (\d{1,10}))?/;

interface Said {
  readonly app: string;
  readonly always?: true;
  readonly active?: true;
}

/** The name of a package at the start of a text. */
function packageAt(s: string): string | undefined {
  const name = /^[\w.]{1,256}/.exec(s)?.[0];
  return isPackage(name) ? kept(name) : undefined;
}

/** What a line of one of the sections says. */
function saidBy(section: string, s: string): Said | undefined {
  if (section === "connectivity") {
    const at = s.indexOf("extra: VPN:");
    const app = at < 0 ? undefined : packageAt(s.slice(at + 11));
    return app === undefined ? undefined : { app, active: true };
  }
  if (section === "vpn_management") {
    const t = s.trimStart();
    const active = t.startsWith("Active package name: ");
    const m = active ? undefined : /^\d{1,6}: /.exec(t);
    const app = active ? packageAt(t.slice(21)) : m ? packageAt(t.slice(m[0].length)) : undefined;
    return app === undefined ? undefined : active ? { app, active: true } : { app };
  }
  const value = s.startsWith("always_on_vpn_app=") ? 18 : s.includes(NAMED) ? s.indexOf(" value:") + 7 : 0;
  const app = value > 6 ? packageAt(s.slice(value)) : undefined;
  return app === undefined ? undefined : { app, always: true };
}

class Vpns implements SectionReader {
  readonly #run: ParseRun;
  readonly #told = new Set<string>();
  #changes = 0;
  #over = 0;
  /** Of the user whose changes follow. */
  #app: string | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    if (line.text.includes("[LockdownAlwaysOn]")) {
      this.#change(line, item, emit);
      return;
    }
    const said = line.text.length > 65_536 ? undefined : saidBy(item.section, line.text);
    if (said) this.#app = said.app;
    const once = said && `${said.app} ${said.active ?? false}`;
    if (!said || once === undefined || this.#told.has(once)) return;
    if (this.#told.size >= MAX_VPNS) {
      this.#over++;
      return;
    }
    this.#told.add(once);
    const at = captured(this.#run.acquisition);
    emit({
      kind: "vpn",
      ...(at ? { at } : {}),
      fields: { app: said.app, always: said.always, active: said.active },
      observables: [{ type: "app-id", value: said.app, contact: "installed" }],
      origin: item.origin(line),
    });
  }

  #change(line: Line, item: SectionItem, emit: Emit): void {
    const m = CHANGE.exec(line.text.trim().slice(0, 300));
    if (!m) return;
    if (this.#changes++ >= MAX_VPNS) {
      this.#over++;
      return;
    }
    const seen = kept(m[1])!;
    const at = localMoment(seen, seen, this.#run.acquisition);
    emit({
      kind: "change",
      ...(at ? { at } : {}),
      fields: {
        app: this.#app,
        lockdown: m[2] === "true",
        always: m[3] === "true",
        by: m[4] === undefined ? undefined : Number(m[4]),
      },
      observables: [],
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#over > 0) this.#run.problem({ code: "record-limit", found: `${this.#over} more lines`, lost: "row" });
  }
}

export const vpn: Artifact<"dumpstate"> = {
  id: "android/vpn",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["vpn_management", "connectivity", "settings"], { "settings_secure.txt": "settings" }),
  fields,
  key: { vpn: ["app", "always", "active"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["dumpsys vpn_management", "dumpsys connectivity", "dumpsys settings", "settings_secure.txt"],
  parse: (run) => readSections(() => new Vpns(run)),
};
