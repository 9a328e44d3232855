/**
 * Apps that the phone uses by default for text messages, calls, typing and help: they read all that passes. Those of the system are left
 * out; one that came from a file is a question, one of a shop a note.
 *
 * Sources: AOSP, RoleManager, Settings.Secure (default_input_method, sms_default_application, assistant); android.md 2 (role).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appOfComponent, appsOf, isSideloaded, knownNames } from "../../android/apps.ts";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { ROLES, type Role, words } from "./words.ts";

interface Holder {
  readonly holder: string;
  readonly role: Role;
  readonly ref: RecordRef;
}
type Fact = App | Holder;

const BY_ROLE: Readonly<Record<string, Role>> = {
  "android.app.role.SMS": "sms",
  "android.app.role.DIALER": "calls",
  "android.app.role.ASSISTANT": "assistant",
  "android.app.role.CALL_SCREENING": "calls",
  "android.app.role.CALL_REDIRECTION": "calls",
};
const BY_SETTING: Readonly<Record<string, Role>> = {
  default_input_method: "keyboard",
  sms_default_application: "sms",
  dialer_default_application: "calls",
  assistant: "assistant",
};
const MAX_FINDINGS = 5;

function holderOf(r: ArtifactRecord, artifact: string): Omit<Holder, "ref"> | undefined {
  const { fields } = r;
  if (artifact === "android/roles") {
    const name = string(fields.role);
    const role = r.kind === "role" && Object.hasOwn(BY_ROLE, name) ? BY_ROLE[name] : undefined;
    return role && { role, holder: string(fields.app) };
  }
  const name = string(fields.name);
  const role = r.kind === "setting" && Object.hasOwn(BY_SETTING, name) ? BY_SETTING[name] : undefined;
  return role && { role, holder: appOfComponent(string(fields.value)) };
}

interface Sum {
  readonly roles: Set<Role>;
  readonly records: RecordRef[];
}

export const defaultApps: Rule<Fact> = {
  id: "android/default-apps",
  version: 1,
  level: "ask",
  words,
  needs: [...APP_LISTS, "android/roles", "android/settings"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16); a note is expected where a keyboard of a shop is used",
  },
  sources: ["AOSP, RoleManager, Settings.Secure"],
  budget: 100_000,
  fact(r, ref, artifact) {
    if (APP_LISTS.includes(artifact)) return appOf(r, ref);
    const h = holderOf(r, artifact);
    return h && h.holder !== "" && h.holder !== "null"
      ? { ...h, holder: h.holder.slice(0, 200), ref: ref() }
      : undefined;
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const sums = new Map<string, Sum>();
    for (const f of facts) {
      if (!("holder" in f)) continue;
      const source = apps.get(f.holder)?.source;
      if (source === undefined || source === "system" || source === "gone") continue;
      let s = sums.get(f.holder);
      if (!s) sums.set(f.holder, (s = { roles: new Set(), records: [] }));
      s.roles.add(f.role);
      s.records.push(f.ref);
    }
    const told = (subject: string, list: readonly (readonly [string, Sum])[], ask: boolean) => {
      const roles = (Object.keys(ROLES) as Role[]).filter((r) => list.some(([, s]) => s.roles.has(r)));
      return {
        subject,
        level: ask ? ("ask" as const) : ("info" as const),
        params: {
          ask: ask ? "yes" : "",
          count: list.length,
          app: some(
            list.map(([app]) => app),
            MAX_FINDINGS,
          ),
          what_es: roles.map((r) => ROLES[r].es).join(", "),
          what_en: roles.map((r) => ROLES[r].en).join(", "),
        },
        records: list.flatMap(([, s]) => s.records),
      };
    };
    const all = [...sums].filter(([app]) => !known.has(app.toLowerCase()));
    const asked = all.filter(([app]) => isSideloaded(apps.get(app)!.source));
    for (const one of asked.slice(0, MAX_FINDINGS)) yield told(plain(one[0]) || "?", [one], true);
    if (asked.length > MAX_FINDINGS) yield told("…", asked.slice(MAX_FINDINGS), true);
    const quiet = all.filter((one) => !asked.includes(one));
    if (quiet.length > 0) yield told("roles", quiet, false);
  },
};
