/**
 * The files of a dump of the phone: every file and folder, with the time of its last change.
 *
 * WebKit names the storage of a site `https_example.org_0` (IndexedDB, LocalStorage, the pages that an app showed in Safari's view). The
 * name of a file is taken for that of a program only where programs lie. Three files tell that the phone was set up anew.
 * Sources: ios.md 2.2 (`.obliterated`, `.bootstrapped`, restore.log), mvt.md 3; iLEAPP (the same three).
 * @module
 */
import type { EvidenceFile, Observable } from "@contraluz/core";
import type { Artifact, ListingItem } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** WebKit's folder of a site, or its file in older versions: `https_example.org_0`, `http_www.example.org_8080.localstorage`. */
const WEB_STORAGE = /(?:^|\/)https?_([^/_]+(?:_[^/_]+)*?)_\d+(?=[./]|$)/;

/** Folders of programs without a bundle, and those in which spyware kept its own. */
const PROGRAMS =
  /^(?:usr\/(?:local\/)?(?:libexec|s?bin)|s?bin|private\/var\/(?:tmp|db\/com\.apple\.xpc\.roleaccountd\.staging))\/(?:[^/]+\/)*([^/.][^/]*)$/;

const MARKERS: Readonly<Record<string, string>> = {
  "private/var/root/.obliterated": "obliterated",
  "private/var/root/.bootstrapped": "bootstrapped",
  "private/var/mobile/MobileSoftwareUpdate/restore.log": "restored",
};

/** What the name and the place of a file show. */
function observe(file: EvidenceFile, path: string): Observable[] {
  const out: Observable[] = [{ type: "file-path", value: `/${path}`, contact: "present" }];
  const program = file.kind === "file" ? PROGRAMS.exec(path)?.[1] : undefined;
  if (program !== undefined) out.push({ type: "process", value: program, contact: "present" });
  const site = path.includes("http") ? WEB_STORAGE.exec(path)?.[1] : undefined;
  if (site !== undefined) out.push({ type: "domain", value: site, contact: "visited" });
  return out;
}

export const fileSystem: Artifact<"listing"> = {
  id: "ios/file-system",
  version: 1,
  feed: "listing",
  where: { "ios-filesystem": { paths: ["**"], want: {} } },
  fields,
  key: { file: ["path"], marker: ["what"] },
  observes: [
    ["file-path", "present"],
    ["process", "present"],
    ["domain", "visited"],
  ],
  words,
  sources: ["/private/var/root/.obliterated", "/private/var/root/.bootstrapped", "WebKit/WebsiteData"],
  parse: () => ({
    take(item: ListingItem, emit) {
      for (const file of item.files) {
        const path = text(file.path.endsWith("/") ? file.path.slice(0, -1) : file.path)!;
        if (path === "") continue;
        const origin = item.origin(file);
        const modified = file.times?.modified;
        const at = modified ? { at: modified } : {};
        emit({
          kind: "file",
          ...at,
          fields: { path: `/${path}`, type: file.kind === "file" ? undefined : file.kind, size: file.size },
          observables: observe(file, path),
          origin,
        });
        const what = Object.hasOwn(MARKERS, path) ? MARKERS[path] : undefined;
        if (what !== undefined) emit({ kind: "marker", ...at, fields: { what }, observables: [], origin });
      }
    },
  }),
};
