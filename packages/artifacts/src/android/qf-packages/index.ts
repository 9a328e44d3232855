/**
 * packages.json of AndroidQF: each app, who installed it, and its files with hashes and the certificate that signed them.
 *
 * An installer that is not known is the text `null`. The list is made with `pm list packages -u`: an app without files is one that was
 * removed and left its data, or one of another profile, and so its name is only listed. Hashes are empty in fast mode; the certificate
 * where no APKs were copied, and always where they went straight into an encrypted archive.
 * Sources: android.md 1.2; AndroidQF (adb/packages.go, utils/apks.go: names of the keys).
 * @module
 */
import type { Observable } from "@contraluz/core";
import { isPackage, userOf } from "../../android-names.ts";
import type { Artifact, Emit, JsonItem, ParseRun } from "../../artifact.ts";
import { of } from "../../json.ts";
import { said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Files of one app: an app in parts has tens. */
const MAX_FILES = 500;

const yes = (v: unknown): true | undefined => (v === true ? true : undefined);

/** Hexadecimal digits, in lower case. */
function hashOf(v: unknown): string | undefined {
  return typeof v === "string" && /^[0-9A-Fa-f]{32,128}$/.test(v) ? v.toLowerCase() : undefined;
}

function takeFile(app: string, file: unknown, origin: ReturnType<JsonItem["origin"]>, emit: Emit): void {
  const certificate = of(file, "certificate");
  const [sha256, sha1, md5] = [hashOf(of(file, "sha256")), hashOf(of(file, "sha1")), hashOf(of(file, "md5"))];
  const [signer, signerSha1] = [hashOf(of(certificate, "Sha256")), hashOf(of(certificate, "Sha1"))];
  const observables: Observable[] = [];
  for (const value of [sha256, sha1, md5]) if (value) observables.push({ type: "hash", value, contact: "present" });
  for (const value of [signer, signerSha1])
    if (value) observables.push({ type: "certificate", value, contact: "installed" });
  emit({
    kind: "file",
    fields: {
      app,
      path: said(of(file, "path")),
      sha256,
      sha1,
      md5,
      signer,
      signerSha1,
      subject: said(of(certificate, "Subject")),
      error: said(of(file, "error")),
    },
    observables,
    origin,
  });
}

function take(item: JsonItem, run: ParseRun, emit: Emit): void {
  for (const [i, element] of item.elements.entries()) {
    const key = String(item.first + i);
    const app = said(of(element, "name"));
    if (app === undefined) {
      run.problem({ code: "artifact-value", origin: item.origin(key), found: "no name of an app", lost: "row" });
      continue;
    }
    const list = of(element, "files");
    const files = Array.isArray(list) ? list : [];
    const installer = said(of(element, "installer"));
    const uid = of(element, "uid");
    const number = typeof uid === "number" && Number.isSafeInteger(uid) && uid >= 0 ? uid : undefined;
    const contact = files.length > 0 ? "installed" : "listed";
    emit({
      kind: "package",
      fields: {
        app,
        installer: installer === "null" ? undefined : installer,
        uid: number,
        user: number === undefined ? undefined : userOf(number),
        disabled: yes(of(element, "disabled")),
        system: yes(of(element, "system")),
        thirdParty: yes(of(element, "third_party")),
        files: files.length,
      },
      observables: isPackage(app) ? [{ type: "app-id", value: app, contact }] : [],
      origin: item.origin(key),
    });
    if (files.length > MAX_FILES)
      run.problem({ code: "record-limit", origin: item.origin(key), found: `${files.length} files`, lost: "row" });
    for (const [n, file] of files.slice(0, MAX_FILES).entries())
      takeFile(app, file, item.origin(`${key}.files.${n}`), emit);
  }
}

export const qfPackages: Artifact<"json"> = {
  id: "android/qf-packages",
  version: 1,
  feed: "json",
  where: { androidqf: { paths: ["packages.json"], want: {} } },
  fields,
  key: { package: ["app", "user"], file: ["app", "path"] },
  observes: [
    ["app-id", "installed"],
    ["app-id", "listed"],
    ["hash", "present"],
    ["certificate", "installed"],
  ],
  words,
  sources: ["AndroidQF packages.json"],
  parse: (run) => ({ take: (item, emit) => take(item, run, emit) }),
};
