/**
 * Who administers the phone: the service `device_policy`.
 *
 * `  Device Owner:` and `  Profile Owner (User 10):`, below them `admin=ComponentInfo{com.x/com.x.Admin}` and `package=com.x`;
 * `  Enabled Device Admins (User 0, provisioningState: 0):`, below it each `    com.x/.Admin:` with its `policies:`.
 * Sources: AOSP DevicePolicyManagerService.dump, Owners.dump, ActiveAdmin.dump, Android 8 to 16; samples in the tests of
 * IsMyPhonePwned/bugreport-extractor-library.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { componentOf, isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { indentOf, nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Android knows 14. */
const MAX_POLICIES = 64;
const OWNER = /^ {1,8}(Device|Profile) Owner(?: \(User (\d{1,5})\))?:/;
const ADMINS = /^ {1,8}Enabled Device Admins \(User (\d{1,5})/;

interface Owner {
  readonly type: "device" | "profile";
  readonly origin: Origin;
  user: number | undefined;
  app?: string;
  component?: string;
  organization?: boolean;
}
interface Admin {
  readonly app: string;
  readonly component: string;
  readonly origin: Origin;
  readonly policies: string[];
  testOnly?: boolean;
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #owner: Owner | undefined;
  #admin: Admin | undefined;
  #user: number | undefined;
  /** Spaces before `policies:`. */
  #policies: number | undefined;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    const owner = OWNER.exec(s);
    const admins = owner ? null : ADMINS.exec(s);
    if (owner) {
      this.#flush(emit);
      this.#user = undefined;
      const type = owner[1] === "Device" ? "device" : "profile";
      this.#owner = { type, user: owner[2] === undefined ? undefined : Number(owner[2]), origin: item.origin(line) };
    } else if (admins) {
      this.#flush(emit);
      this.#user = Number(admins[1]);
      this.#known = true;
    } else if (s !== "" && indentOf(s) <= 2) {
      // Something else begins.
      if (s.trim() !== "") {
        this.#flush(emit);
        this.#user = undefined;
      }
    } else if (this.#owner) this.#ofOwner(s.trim(), this.#owner);
    else if (this.#user !== undefined) this.#ofAdmins(line, item, emit);
  }

  #ofOwner(s: string, owner: Owner): void {
    const admin = /^admin=ComponentInfo\{([^{}]{3,512})\}/.exec(s);
    const of = admin && componentOf(admin[1]!);
    if (of) {
      owner.app ??= of.app;
      owner.component ??= of.component;
    }
    const name = s.startsWith("package=") ? s.slice(8) : undefined;
    if (isPackage(name)) owner.app ??= kept(name)!;
    const user = /^User ID: (\d{1,5})$/.exec(s);
    if (user) owner.user ??= Number(user[1]);
    if (s.startsWith("isOrganizationOwnedDevice=")) owner.organization = s.endsWith("true");
  }

  #ofAdmins(line: Line, item: SectionItem, emit: Emit): void {
    const indent = indentOf(line.text);
    const s = line.text.trim();
    const of = indent <= 4 && s.endsWith(":") ? componentOf(s.slice(0, -1)) : undefined;
    if (of) {
      this.#flush(emit);
      this.#admin = { ...of, origin: item.origin(line), policies: [] };
    } else if (this.#admin) {
      if (this.#policies !== undefined && indent <= this.#policies) this.#policies = undefined;
      if (s === "policies:") this.#policies = indent;
      else if (this.#policies !== undefined && s !== "" && this.#admin.policies.length < MAX_POLICIES)
        this.#admin.policies.push(kept(s.slice(0, 64))!);
      else if (s === "testOnlyAdmin=true") this.#admin.testOnly = true;
    }
  }

  #flush(emit: Emit): void {
    const [owner, admin] = [this.#owner, this.#admin];
    this.#owner = undefined;
    this.#admin = undefined;
    this.#policies = undefined;
    if (owner?.app !== undefined) {
      const { app, component, type, user, organization, origin } = owner;
      const of = { app, component, type, user, organization };
      emit({ kind: "owner", fields: of, observables: [{ type: "app-id", value: app, contact: "installed" }], origin });
    }
    if (admin) {
      const { app, component, policies, testOnly, origin } = admin;
      const of = { app, component, user: this.#user, policies, testOnly };
      emit({ kind: "admin", fields: of, observables: [{ type: "app-id", value: app, contact: "installed" }], origin });
    }
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (!this.#known) nothingKnown(this.#run, "Enabled Device Admins (User …");
  }
}

export const devicePolicy: Artifact<"dumpstate"> = {
  id: "android/device-policy",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["device_policy"]),
  fields,
  key: { admin: ["component", "user"], owner: ["app", "type", "user"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["dumpsys device_policy"],
  parse: (run) => readSections(() => new Reader(run)),
};
