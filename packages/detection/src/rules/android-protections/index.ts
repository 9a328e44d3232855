/**
 * Protections of the phone that are switched off: the checking of apps (Play Protect), security programs of Samsung, updates of the system.
 * Whoever installs stalkerware is told by its maker to switch off the first. One question for each. That reports of errors are not sent to
 * the maker is a choice that most people never see, and a note. So is an app that may install others: most people allow it to their browser once.
 *
 * Sources: android.md 2 (settings, package); MVT's lists of settings and packages (facts); instructions of stalkerware makers as told by
 * the Coalition Against Stalkerware.
 * @module
 */
import type { Level, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf } from "../../android/apps.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { type Part, words } from "./words.ts";

interface Off {
  readonly part: Part;
  readonly name: string;
  readonly ref: RecordRef;
}
type Fact = Off | App;

/** Settings, the values that switch something off, and what. */
const SETTINGS: Readonly<Record<string, readonly [RegExp, Part]>> = {
  package_verifier_enable: [/^0$/, "verifier"],
  package_verifier_user_consent: [/^-1$/, "verifier"],
  package_verifier_state: [/^(?:0|-1)$/, "verifier"],
  verifier_verify_adb_installs: [/^0$/, "adb-verifier"],
  adb_install_need_confirm: [/^0$/, "adb-verifier"],
  upload_apk_enable: [/^0$/, "reports"],
  send_security_reports: [/^0$/, "reports"],
  samsung_errorlog_agree: [/^0$/, "reports"],
  send_action_app_error: [/^0$/, "reports"],
};
const PACKAGES: Readonly<Record<string, Part>> = {
  "com.policydm": "security",
  "com.samsung.android.app.omcagent": "updates",
  "com.samsung.android.securitylogagent": "security",
  "com.sec.android.soagent": "updates",
  "com.wssyncmldm": "updates",
  "com.android.updater": "updates",
  "com.huawei.android.hwouc": "updates",
  "com.lge.lgdmsclient": "updates",
  "com.motorola.ccc.ota": "updates",
  "com.oneplus.opbackup": "updates",
  "com.oppo.ota": "updates",
  "com.transsion.systemupdate": "updates",
  "com.google.android.gms": "security",
  "com.android.vending": "security",
  "com.miui.guardprovider": "security",
};
/** What a person or a program switched off; `disabled-until-used` is how carriers deliver an app that nobody opened yet. */
const DISABLED: ReadonlySet<string> = new Set(["disabled", "disabled-user"]);

const NAMED = 5;
const NOTES: ReadonlySet<Part> = new Set(["reports", "adb-verifier", "installers"]);

export const protections: Rule<Fact> = {
  id: "android/protections",
  version: 1,
  level: "ask",
  words,
  needs: [...APP_LISTS, "android/app-ops", "android/settings"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16)",
  },
  sources: ["MVT, documentation of the settings module", "AOSP, Settings.Global and Settings.Secure"],
  budget: 100_000,
  fact(r, ref, artifact) {
    if (artifact === "android/settings") {
      const name = string(r.fields.name);
      const off = r.kind === "setting" && Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
      return off?.[0].test(string(r.fields.value).trim()) ? { part: off[1], name, ref: ref() } : undefined;
    }
    const app = string(r.fields.app);
    if (artifact === "android/app-ops")
      return r.fields.op === "REQUEST_INSTALL_PACKAGES" && r.fields.mode === "allow" && app !== ""
        ? { part: "installers", name: app, ref: ref() }
        : undefined;
    const part = r.kind === "package" && Object.hasOwn(PACKAGES, app) ? PACKAGES[app] : undefined;
    const off = r.fields.disabled === true || DISABLED.has(string(r.fields.enabled));
    return part && off ? { part, name: app, ref: ref() } : appOf(r, ref);
  },
  *judge(facts, context) {
    const known = new Set(context.known);
    const groups = new Map<Part, Off[]>();
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    for (const f of facts) {
      if (!("part" in f) || known.has(f.name)) continue;
      // The system's own installer may install, and the shops may.
      if (f.part === "installers" && apps.get(f.name)?.source === "system") continue;
      const of = groups.get(f.part);
      if (of) of.push(f);
      else groups.set(f.part, [f]);
    }
    for (const [part, list] of groups) {
      const level: Level = NOTES.has(part) ? "info" : "ask";
      const names = some(
        list.map((f) => f.name),
        NAMED,
      );
      yield { subject: part, level, params: { part, names }, records: list.map((f) => f.ref) };
    }
  },
};
