/**
 * A system that is open: the bootloader unlocked, the start of the system not verified, keys of a test build, SELinux that does not enforce,
 * system folders that can be written, tools of root. One lead for the start of the system, one for root, one for SELinux. Whoever did it,
 * knows; if nobody did, somebody else had the phone.
 *
 * A yellow start with a locked bootloader is a system whose maker signs it with a key of their own (GrapheneOS): a note. An app of root
 * without any file of root is a note, too. Folders with names that begin like those of the system (`/vendor_dlkm`) are none of these.
 * Sources: Android Verified Boot, SELinux for Android (source.android.com); android.md 2; AndroidQF's list of root programs.
 * @module
 */
import type { ArtifactRecord, Level, RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { type Part, words } from "./words.ts";

interface Sign {
  readonly part: Part;
  readonly what: string;
  /** Explained by itself, without anybody who opened the phone. */
  readonly weak: boolean;
  readonly ref: RecordRef;
}

const NAMED = 6;
/** Properties, the values that are told, and how much they weigh. */
const PROPERTIES: Readonly<Record<string, readonly (readonly [value: string, part: Part, weak: boolean])[]>> = {
  "ro.boot.verifiedbootstate": [
    ["orange", "start", false],
    ["red", "start", false],
    ["yellow", "start", true],
  ],
  "ro.boot.vbmeta.device_state": [["unlocked", "start", false]],
  "ro.boot.flash.locked": [["0", "start", false]],
  "ro.boot.veritymode": [
    ["disabled", "start", false],
    ["logging", "start", true],
  ],
  "ro.boot.warranty_bit": [["1", "start", true]],
  "ro.warranty_bit": [["1", "start", true]],
  "ro.build.tags": [["test-keys", "start", true]],
  "ro.build.type": [
    ["eng", "start", false],
    ["userdebug", "start", true],
  ],
  "ro.debuggable": [["1", "start", true]],
  "ro.secure": [["0", "start", false]],
  "ro.boot.selinux": [["permissive", "selinux", false]],
};
/** What the head of a report says the kernel was told, and the property of the same meaning. */
const TOLD: Readonly<Record<string, string>> = {
  verified: "ro.boot.verifiedbootstate",
  device: "ro.boot.vbmeta.device_state",
  locked: "ro.boot.flash.locked",
  selinux: "ro.boot.selinux",
  verity: "ro.boot.veritymode",
  warranty: "ro.boot.warranty_bit",
};
const ROOT_APPS: ReadonlySet<string> = new Set(
  `com.topjohnwu.magisk io.github.huskydg.magisk io.github.vvb2060.magisk me.weishu.kernelsu com.rifsxd.ksunext me.bmax.apatch
  eu.chainfire.supersu eu.chainfire.supersu.pro com.noshufou.android.su com.noshufou.android.su.elite com.koushikdutta.superuser
  com.thirdparty.superuser com.yellowes.su me.phh.superuser com.kingouser.com com.kingroot.kinguser org.lsposed.manager
  de.robv.android.xposed.installer com.saurik.substrate com.koushikdutta.rommanager`.split(/\s+/),
);
const SYSTEM_FOLDER = /^\/(?:system|system_root|vendor|product|system_ext|odm)?$/;
const LABEL = /^u:r:(?:su|magisk|ksu|kernelsu|supersu):/;

function ofProperty(name: string, raw: string): Omit<Sign, "ref"> | undefined {
  const value = raw.trim().toLowerCase();
  const all = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name]! : [];
  const of = all.find(([v]) => v === value || (name === "ro.build.tags" && value.split(",").includes(v)));
  return of && { part: of[1], weak: of[2], what: `${name} = ${value}` };
}

function signOf(r: ArtifactRecord, artifact: string): Omit<Sign, "ref"> | undefined {
  const { fields } = r;
  const name = string(fields.name);
  switch (artifact) {
    case "android/properties":
      return r.kind === "property" ? ofProperty(name, string(fields.value)) : undefined;
    case "android/header":
      // The strongest of what it says; a program that hides an open start changes the properties, and not this.
      return Object.entries(TOLD)
        .flatMap(([field, property]) => ofProperty(property, string(fields[field])) ?? [])
        .sort((a, b) => Number(a.weak) - Number(b.weak))[0];
    case "android/selinux":
      return string(fields.mode).trim().toLowerCase() === "permissive"
        ? { part: "selinux", weak: false, what: "Permissive" }
        : undefined;
    case "android/root-binaries":
      return r.kind === "binary" && string(fields.path) !== ""
        ? { part: "root", weak: string(fields.path).endsWith("/busybox"), what: string(fields.path) }
        : undefined;
    case "android/mounts": {
      const folder = string(fields.folder);
      const options = Array.isArray(fields.options) ? fields.options.map(String) : string(fields.options).split(",");
      if (r.kind !== "mount" || !SYSTEM_FOLDER.test(folder)) return undefined;
      const [type, device] = [string(fields.type), string(fields.device)];
      // Where `/` is a memory file system, as in old versions, it holds nothing of the system.
      const memory = /^(?:tmpfs|rootfs|ramfs)$/.test(type);
      if (device === "magisk" || (memory && folder !== "/"))
        return { part: "root", weak: false, what: `${device} ${folder}` };
      return options.includes("rw") && !memory ? { part: "root", weak: false, what: `${folder} rw` } : undefined;
    }
    case "android/processes":
    case "android/process-details":
      return LABEL.test(string(fields.label)) || /^(?:magiskd|ksud|apd)$/.test(name)
        ? { part: "root", weak: false, what: name }
        : undefined;
    case "android/intrusion-logs":
      return fields.type === "os_startup" ? ofProperty(TOLD.verified!, string(fields.state)) : undefined;
    default:
      return r.kind === "package" && ROOT_APPS.has(string(fields.app))
        ? { part: "root", weak: true, what: string(fields.app) }
        : undefined;
  }
}

export const openSystem: Rule<Sign> = {
  id: "android/open-system",
  version: 1,
  level: "lead",
  words,
  needs: [
    "android/packages",
    "android/qf-packages",
    "android/header",
    "android/properties",
    "android/processes",
    "android/process-details",
    "android/mounts",
    "android/root-binaries",
    "android/selinux",
    "android/intrusion-logs",
  ],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without root (three brands; Android 8, 11, 14, 16); expected on phones with another system (LineageOS)",
  },
  sources: [
    "Android Open Source Project, Verified Boot",
    "Android Open Source Project, SELinux",
    "AndroidQF (names of programs)",
  ],
  budget: 10_000,
  fact(r, ref, artifact) {
    const s = signOf(r, artifact);
    return s && { ...s, what: s.what.slice(0, 300), ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    for (const part of ["start", "root", "selinux"] as const) {
      const of = facts.filter((f) => f.part === part);
      if (of.length === 0) continue;
      const level: Level = of.every((f) => f.weak) || known.has(part) ? "info" : "lead";
      const what = some(
        of.map((f) => f.what),
        NAMED,
        60,
      );
      const records: RecordRef[] = of.map((f) => f.ref);
      yield { subject: part, level, params: { part, what, weak: level === "info" ? "yes" : "" }, records };
    }
  },
};
