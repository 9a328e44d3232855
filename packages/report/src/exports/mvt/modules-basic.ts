/** The list of files, the device, permissions, profiles, messages, Safari. @module */
import type { Json } from "@contraluz/core";
import type { MvtModule, MvtRow, Source } from "./types.ts";
import { event, macb, python, rawTime, rowNumber, time, value, word } from "./value.ts";

const FLAGS: Readonly<Record<string, number>> = { file: 1, dir: 2, link: 4 };

const manifest: MvtModule = {
  slug: "manifest",
  plugin: "Manifest",
  artifact: "ios/manifest",
  kinds: ["file"],
  row({ record: r }) {
    const mode = r.fields.mode;
    return {
      file_id: value(r, "id"),
      domain: value(r, "domain"),
      relative_path: value(r, "path"),
      flags: FLAGS[String(r.fields.type)] ?? 0,
      created: time(r.fields.born),
      modified: time(r.at),
      status_changed: time(r.fields.changed),
      mode: typeof mode === "number" ? `0o${mode.toString(8)}` : null,
      owner: value(r, "owner"),
      size: value(r, "size"),
    };
  },
  events: ({ record: r }) =>
    macb(
      [
        ["M", r.at],
        ["C", r.fields.changed],
        ["B", r.fields.born],
      ],
      `${word(r, "path")} - ${word(r, "domain")}`,
    ),
};

/** Apps of the device: one row of the module is made of many records. */
interface Apps {
  readonly [name: string]: unknown;
  readonly apps: string[];
}
const MAX_APPS = 20_000;

const backupInfo: MvtModule = {
  slug: "backup_info",
  plugin: "BackupInfo",
  artifact: "ios/backup-info",
  kinds: ["backup"],
  shape: "object",
  open: (): Apps => ({ apps: [] }),
  gather({ record: r }, state) {
    const { apps } = state as Apps;
    if (r.kind === "app" && typeof r.fields.app === "string" && apps.length < MAX_APPS) apps.push(r.fields.app);
  },
  row: ({ record: r }, state) => ({
    "Build Version": value(r, "build"),
    // Names, numbers and identifiers of the device are not kept.
    "Device Name": null,
    "Display Name": null,
    GUID: null,
    ICCID: null,
    IMEI: null,
    MEID: null,
    "Installed Applications": (state as Apps).apps,
    "Last Backup Date": time(r.at)?.slice(0, 19) ?? null,
    "Phone Number": null,
    "Product Name": null,
    "Product Type": value(r, "model"),
    "Product Version": value(r, "version"),
    "Serial Number": null,
    "Target Identifier": null,
    "Target Type": null,
    "Unique Identifier": null,
    "iTunes Version": value(r, "tool"),
  }),
  events: () => [],
};

/** Numbers of `auth_reason` in TCC.db. */
const REASONS = [
  "unknown",
  "error",
  "user_consent",
  "user_set",
  "system_set",
  "service_policy",
  "mdm_policy",
  "override_policy",
  "missing_usage_string",
  "prompt_timeout",
  "preflight_unknown",
  "entitled",
  "app_type_policy",
];

const tcc: MvtModule = {
  slug: "tcc",
  plugin: "TCC",
  artifact: "ios/tcc",
  kinds: ["grant"],
  row({ record: r }) {
    const reason = r.fields.reason;
    return {
      service: value(r, "service"),
      client: value(r, "client"),
      client_type: r.fields.client_type === "path" ? "absolute_path" : "bundle_id",
      auth_value: value(r, "decision"),
      auth_reason_desc: typeof reason === "number" ? (REASONS[reason] ?? "unknown") : null,
      last_modified: time(r.at),
    };
  },
  events: ({ record: r }) =>
    event(r.at, "AccessRequest", `Access to ${word(r, "service")} by ${word(r, "client")} ${word(r, "decision")}`),
};

/** `HomeDomain/Library/…` in two. */
function split(path: string): readonly [string, string] {
  const slash = path.indexOf("/");
  return slash < 0 ? [path, ""] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** Domain and path of the file that a record was read from, and the name of its bytes in the backup. */
export function fileOf(s: Source): { readonly domain: string; readonly path: string; readonly id: string } {
  const [domain, path] = split(s.file?.name ?? "");
  const stored = s.file?.path ?? "";
  return { domain, path, id: stored.slice(stored.lastIndexOf("/") + 1) };
}

const profiles: MvtModule = {
  slug: "configuration_profiles",
  plugin: "ConfigurationProfiles",
  artifact: "ios/configuration-profiles",
  kinds: ["profile"],
  row(s) {
    const r = s.record;
    const { domain, path, id } = fileOf(s);
    const types = Array.isArray(r.fields.payloads) ? (r.fields.payloads as Json[]) : [];
    const plist: MvtRow = {
      InstallDate: time(r.at)?.slice(0, 19) ?? undefined,
      PayloadContent: types.map((PayloadType) => ({ PayloadType })),
      PayloadDescription: value(r, "description"),
      PayloadDisplayName: value(r, "name"),
      ...(r.fields.identifier === undefined ? {} : { PayloadIdentifier: value(r, "identifier") }),
      ...(r.fields.organization === undefined ? {} : { PayloadOrganization: value(r, "organization") }),
      PayloadType: "Configuration",
      PayloadUUID: value(r, "uuid"),
    };
    return { file_id: id, relative_path: path, domain, plist, install_date: time(r.at) };
  },
  events: ({ record: r }) =>
    event(
      r.at,
      "configuration_profile_install",
      `Configuration installed: ${word(r, "uuid")} - ${word(r, "name")}: ${word(r, "description")}`,
    ),
};

/** NUL bytes are written by their code, as MVT does. */
const shown = (v: Json): Json => (typeof v === "string" ? v.replaceAll("\0", "\\x00") : v);

const MAX_USERS = 200_000;
interface Users {
  readonly [name: string]: unknown;
  readonly seen: Map<string, number>;
}

const idStatusCache: MvtModule = {
  slug: "id_status_cache",
  plugin: "IDStatusCache",
  artifact: "ios/id-status-cache",
  kinds: ["lookup"],
  open: (): Users => ({ seen: new Map() }),
  gather({ record: r }, state) {
    const { seen } = state as Users;
    const user = r.fields.handle;
    if (typeof user !== "string" || (seen.size >= MAX_USERS && !seen.has(user))) return;
    seen.set(user, (seen.get(user) ?? 0) + 1);
  },
  row: ({ record: r }, state) => ({
    package: value(r, "service"),
    user: shown(value(r, "handle")),
    isodate: time(r.at),
    idstatus: value(r, "status"),
    occurrences: (state as Users).seen.get(String(r.fields.handle)) ?? 1,
  }),
  events: ({ record: r }) =>
    event(
      r.at,
      "lookup",
      `Lookup of ${python(shown(value(r, "handle")), true)} within ${word(r, "service")} (Status ${word(r, "status")})`,
    ),
};

const sms: MvtModule = {
  slug: "sms",
  plugin: "SMS",
  artifact: "ios/sms",
  kinds: ["message"],
  row(s) {
    const r = s.record;
    return {
      ROWID: rowNumber(s),
      guid: value(r, "guid"),
      text: value(r, "text"),
      subject: value(r, "subject"),
      service: value(r, "service"),
      date: rawTime(r.at),
      date_read: rawTime(r.fields.read) ?? 0,
      is_from_me: r.fields.from_me === true ? 1 : 0,
      cache_has_attachments: r.fields.attachments === true ? 1 : 0,
      phone_number: value(r, "handle"),
      isodate: time(r.at),
      isodate_read: time(r.fields.read) ?? "",
      direction: r.fields.from_me === true ? "sent" : "received",
      links: r.fields.links === undefined ? [] : value(r, "links"),
    };
  },
  events({ record: r }) {
    // The last word is the person's own account, which is not kept.
    const text = `${word(r, "service")}: ${word(r, "guid")} "${word(r, "text")}" from ${word(r, "handle")} (None)`;
    const name = r.fields.from_me === true ? "sms_sent" : "sms_received";
    return [...event(r.at, name, text), ...event(r.fields.read, "sms_read", text)];
  },
};

const safariHistory: MvtModule = {
  slug: "safari_history",
  plugin: "SafariHistory",
  artifact: "ios/safari-history",
  kinds: ["visit"],
  row: (s) => ({
    id: value(s.record, "item"),
    url: value(s.record, "url"),
    visit_id: rowNumber(s),
    timestamp: rawTime(s.record.at),
    isodate: time(s.record.at),
    redirect_source: value(s.record, "redirect_from"),
    redirect_destination: value(s.record, "redirect_to"),
    safari_history_db: s.file?.path ?? null,
  }),
  events: (s) =>
    event(
      s.record.at,
      "safari_history",
      `Safari visit to ${word(s.record, "url")} (ID: ${word(s.record, "item")}, Visit ID: ${rowNumber(s)})`,
    ),
};

export const BASIC: readonly MvtModule[] = [backupInfo, profiles, manifest, idStatusCache, safariHistory, tcc, sms];
