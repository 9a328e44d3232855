/** Settings of the phone: accounts, networks, devices beside it, who used the location, what its profile set up. @module */
import { keyedArchive } from "../lib/archive.ts";
import { bplist, type Plain, Real } from "../lib/plist.ts";
import { createRandom } from "../lib/random.ts";
import { fill, makeDatabase } from "../lib/sqlite.ts";
import type { Made } from "./social.ts";
import { BEGIN, local, mac, PROFILE_DAYS, PROFILES, SEED } from "./story.ts";

const SMALL = { pageSize: 1024 } as const;

export interface MadeList {
  readonly bytes: Uint8Array;
  readonly records: number;
}

const list = (value: Plain, records: number): MadeList => ({ bytes: bplist(value), records });
const date = (text: string): Date => new Date(local(text) * 1000);
const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);

export function makeAccountList(): Made {
  const types = [
    ["com.apple.account.AppleAccount", "iCloud"],
    ["com.apple.account.IMAP", "IMAP"],
    ["com.apple.account.SMTP", "SMTP"],
    ["com.apple.account.CardDAV", "CardDAV"],
  ] as const;
  const text = (s: string): Uint8Array => bplist(keyedArchive({ root: s }));
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZACTIVE INTEGER, ZAUTHENTICATED INTEGER, ZVISIBLE INTEGER, ZACCOUNTTYPE INTEGER, ZPARENTACCOUNT INTEGER, ZDATE TIMESTAMP, ZACCOUNTDESCRIPTION VARCHAR, ZIDENTIFIER VARCHAR, ZOWNINGBUNDLEID VARCHAR, ZUSERNAME VARCHAR);
      CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZACCOUNTTYPEDESCRIPTION VARCHAR, ZIDENTIFIER VARCHAR);
      CREATE TABLE ZACCOUNTPROPERTY (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZOWNER INTEGER, ZKEY VARCHAR, ZVALUE BLOB)`);
    fill(
      d,
      "ZACCOUNTTYPE",
      types.map(([id, name], i) => [i + 1, 4, 1, name, id]),
    );
    const row = (pk: number, type: number, parent: number | null, name: string | null, user: string, owner: string) =>
      [
        ...[pk, 1, 1, 1, 1, parent === null ? 1 : 0, type, parent, mac(BEGIN) + 120 + pk],
        ...[name, `MUESTRA-A${pk}`, owner, user],
      ] as const;
    fill(d, "ZACCOUNT", [
      row(1, 1, null, "iCloud", "lucia@correo.example", "com.apple.purplebuddy"),
      row(2, 4, 1, null, "lucia@correo.example", "com.apple.purplebuddy"),
      row(3, 2, null, "La Libreta", "lucia@lalibreta.example", "com.apple.Preferences"),
      row(4, 3, 3, null, "lucia@lalibreta.example", "com.apple.Preferences"),
    ]);
    fill(d, "ZACCOUNTPROPERTY", [
      [1, 3, 1, 3, "Hostname", text("imap.lalibreta.example")],
      [2, 3, 1, 4, "Hostname", text("smtp.lalibreta.example")],
    ]);
  }, SMALL);
  return { db, records: 4 };
}

/** Whom the phone gave its place; keys as iOS 16 writes them. */
export function makeLocationClients(): MadeList {
  const r = createRandom(SEED + 40);
  const apps = [
    ["iexample.mapa.agua:", "example.mapa.agua", "MapaAgua"],
    ["iexample.transporte.app:", "example.transporte.app", "CamionApp"],
    ["iexample.lalibreta.app:", "example.lalibreta.app", "LibretaApp"],
    ["icom.apple.Maps:", "com.apple.Maps", "Maps"],
    ["icom.apple.weather:", "com.apple.weather", "Weather"],
    ["icom.apple.findmy:", "com.apple.findmy", "FindMy"],
  ] as const;
  const value: Record<string, Plain> = {};
  for (const [i, [key, id, name]] of apps.entries()) {
    const home = id.startsWith("com.apple.")
      ? `/Applications/${name}.app`
      : `/private/var/containers/Bundle/Application/MUESTRA0-0000-4000-8000-00000000000${i}/${name}.app`;
    const at = mac(local("2024-09-29T09:00")) - r.below(20) * 86_400 - r.below(9000);
    value[key] = {
      BundleId: id,
      BundlePath: home,
      Executable: `${home}/${name}`,
      Registered: `${home}/${name}`,
      Authorization: 2,
      LocationTimeStopped: new Real(at + 0.5),
      LocationTimeStarted: new Real(at - 120.25),
    };
  }
  return list(value, apps.length * 3);
}

/** Network use by day, of programs that every phone has. */
export function makeDaily(): MadeList {
  const r = createRandom(SEED + 41);
  const programs = [
    ...["apsd", "cloudd", "com.apple.WebKit.Networking/com.apple.mobilesafari", "identityservicesd"],
    ...["mDNSResponder/com.apple.mobilesafari", "nsurlsessiond", "trustd", "example.lalibreta.app"],
  ];
  const use = (): Plain[] => [date("2024-10-01T00:00"), ...[1, 2, 3, 4].map(() => r.below(60_000) * 100)];
  return list({ netUsageBaseline: Object.fromEntries(programs.map((p) => [p, use()])) }, programs.length);
}

export function makeGlobals(): MadeList {
  const value = {
    AppleLocale: "es_MX",
    AppleLanguages: ["es-MX", "en-MX"],
    AppleKeyboards: ["es_MX@sw=QWERTY-Spanish;hw=Automatic", "emoji@sw=Emoji"],
    AppleICUForce24HourTime: true,
    ApplePasscodeKeyboardType: 2,
  };
  return list(value, Object.keys(value).length);
}

const EVENT_FIELDS = { Operation: "install", Process: "Preferences" } as const;

/** Newest first, as iOS keeps them. Both profiles are still there. */
export function makeProfileEvents(): MadeList {
  const event = (id: string, at: number): Plain => ({ [id]: { ...EVENT_FIELDS, Timestamp: new Date(at * 1000) } });
  return list(
    { ProfileEvents: [event(PROFILES.unknown, PROFILE_DAYS.unknown), event(PROFILES.wifi, PROFILE_DAYS.wifi)] },
    2,
  );
}

/** The lock that she chose on the first day. */
export function makeSettingsEvents(): MadeList {
  const set = { event: "set", process: "Preferences", timestamp: new Date((BEGIN + 900) * 1000) };
  return list({ restrictedValue: { maxInactivity: { value: set }, minLength: { value: set } } }, 2);
}

/** The backup before this one, and how large each app would be. */
export function makeBackupStatus(apps: readonly string[]): MadeList {
  const r = createRandom(SEED + 42);
  const sizes = apps.map((a): [string, Plain] => [`AppDomain-${a}`, 100_000 + r.below(60_000) * 100]);
  const info = { date: date("2024-08-25T21:14"), state: 4, isCloud: false, errors: [] };
  return list({ BackupStateInfo: info, PreflightSizing: Object.fromEntries(sizes) }, 1 + apps.length);
}

/** Apps that the system's network part knows. */
export function makeNetworkApps(apps: readonly string[]): MadeList {
  const ids = apps.map((a, i): [string, Plain] => [a, [`0E0E0000-0000-4000-8000-${String(i + 1).padStart(12, "0")}`]]);
  return list({ "uuid-mappings": Object.fromEntries(ids) }, apps.length);
}

/** Nobody supervises the phone. */
export function makeSupervision(): MadeList {
  return list({ IsSupervised: false, AllowPairing: true, ConfigurationSource: 0, IsMDMUnremovable: false }, 1);
}

/** What the profile that nobody knows set up. */
export function makeNetworkSettings(): MadeList {
  const id = "5A17E0C4-0B2D-4C1E-9F00-00000000A0FE";
  const configuration = {
    $class: "NEConfiguration",
    Name: "Conexión mejorada",
    ProfileInfo: {
      $class: "NEProfileIngestionPayloadInfo",
      ProfileUUID: PROFILES.unknown,
      PayloadOrganization: "Servicio de Red",
    },
    VPN: {
      $class: "NEVPN",
      Enabled: true,
      OnDemandEnabled: true,
      Protocol: { $class: "NEVPNProtocolIKEv2", ServerAddress: "vpn.servicio-de-red.example" },
    },
  } as const;
  return list(keyedArchive({ Version: 1, Generation: 3, Index: [id], [id]: configuration }), 1);
}

const NETWORKS: readonly (readonly [name: string, security: string, added: string, joined: string])[] = [
  ["La Libreta", "WPA2/WPA3 Personal", "2024-02-05T10:16", "2024-10-01T18:20"],
  ["Casa de mamá", "WPA2 Personal", "2024-02-10T14:00", "2024-09-29T13:30"],
  ["Albergue", "WPA2 Personal", "2024-03-02T11:05", "2024-09-10T12:10"],
  ["Café del puente", "WPA2 Personal", "2024-04-18T17:40", "2024-08-30T17:05"],
  ["Biblioteca pública", "Open", "2024-05-20T10:30", "2024-07-15T11:00"],
];

export function makeWifi(): MadeList {
  const value: Record<string, Plain> = {};
  for (const [i, [name, security, added, joined]] of NETWORKS.entries()) {
    // Of the range that is set apart for local use: nobody's access point.
    const point = `02:00:5e:10:0${i}:01`;
    value[`wifi.network.ssid.${name}`] = {
      SSID: utf8(name),
      AddedAt: date(added),
      JoinedByUserAt: date(added),
      JoinedBySystemAt: date(joined),
      UpdatedAt: date(joined),
      SupportedSecurityTypes: security,
      BSSList: [{ BSSID: point, Channel: 1 + i * 5, LastAssociatedAt: date(joined) }],
      __OSSpecific__: { BSSID: point, CHANNEL: 1 + i * 5 },
    };
  }
  return list(value, 2 * NETWORKS.length);
}

/** Paired the classic way: seconds of the last sight, in a zone that nobody has settled. */
export function makeBluetooth(): MadeList {
  return list(
    {
      "02:00:5e:20:00:01": { DefaultName: "Audífonos", Name: "Audífonos", LastSeenTime: 1_727_800_000 },
      "02:00:5e:20:00:02": { DefaultName: "Bocina", Name: "Bocina de la cocina", LastSeenTime: 1_727_700_000 },
    },
    2,
  );
}

export function makeNearby(): Made {
  const { db } = makeDatabase((d) => {
    d.exec(
      "CREATE TABLE PairedDevices (Uuid TEXT, Name TEXT, NameOrigin INT, Address TEXT, ResolvedAddress TEXT, LastSeenTime INT, LastConnectionTime INT)",
    );
    fill(d, "PairedDevices", [["MUESTRA-B1", "Grabadora", 1, "Public 02:00:5E:20:00:03", "", 912_004, 912_001]]);
  }, SMALL);
  return { db, records: 1 };
}

/** No certificate was told to be trusted by hand. */
export function makeTrust(): Made {
  const { db } = makeDatabase(
    (d) =>
      d.exec(
        "CREATE TABLE tsettings (sha256 BLOB NOT NULL DEFAULT '', subj BLOB NOT NULL DEFAULT '', tset BLOB, data BLOB, uuid BLOB NOT NULL DEFAULT '')",
      ),
    SMALL,
  );
  return { db, records: 0 };
}

export function makeShortcuts(): Made {
  const action = (id: string, parameters: { readonly [k: string]: Plain }): Plain => ({
    WFWorkflowActionIdentifier: `is.workflow.actions.${id}`,
    WFWorkflowActionParameters: parameters,
  });
  const made: readonly (readonly [string, readonly Plain[]])[] = [
    ["Ya llegué", [action("sendmessage", { WFSendMessageContent: "Ya llegué. Todo bien." })]],
    ["Clima de mañana", [action("openurl", { WFInput: "https://clima.example/tapachula" })]],
  ];
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ZSHORTCUT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTOMBSTONED INTEGER, ZRUNEVENTSCOUNT INTEGER, ZCREATIONDATE TIMESTAMP, ZLASTRUNEVENTDATE TIMESTAMP, ZMODIFICATIONDATE TIMESTAMP, ZASSOCIATEDAPPBUNDLEIDENTIFIER VARCHAR, ZNAME VARCHAR);
      CREATE TABLE ZSHORTCUTACTIONS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZSHORTCUT INTEGER, ZDATA BLOB);
      CREATE TABLE ZTRIGGER (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZENABLED INTEGER, ZSHOULDPROMPT INTEGER, ZSHORTCUT INTEGER, ZDATA BLOB)`);
    fill(
      d,
      "ZSHORTCUT",
      made.map(([name], i) => {
        const at = mac(BEGIN) + (20 + i * 40) * 86_400;
        return [i + 1, 1, 1, 0, 30 - i * 9, at + 0.5, mac(local("2024-09-29T07:00")) - i * 90_000, at + 60, null, name];
      }),
    );
    fill(
      d,
      "ZSHORTCUTACTIONS",
      made.map(([, actions], i) => [i + 1, 2, 1, i + 1, bplist(actions)]),
    );
    const trigger = bplist(keyedArchive({ root: { $class: "WFTimeOfDayTrigger", hour: 7 } }));
    fill(d, "ZTRIGGER", [[1, 3, 1, 1, 1, 2, trigger]]);
  }, SMALL);
  return { db, records: 2 * made.length + 1 };
}

const RECEIPT_NAMES: Readonly<Record<string, string>> = {
  "com.google.chrome.ios": "Google Chrome",
  "example.banco.app": "Banco",
  "example.correo.app": "Correo",
  "example.grabadora.app": "Grabadora",
  "example.lalibreta.app": "La Libreta",
  "example.mapa.agua": "Mapa del agua",
  "example.transporte.app": "Camión",
  "net.whatsapp.WhatsApp": "WhatsApp Messenger",
};

/** Receipts of the store: one account bought them all. */
export function makeReceipts(apps: readonly string[]): { readonly [app: string]: Plain } {
  const receipt = (app: string, i: number): Plain => ({
    iTunesMetadata: bplist({
      softwareVersionBundleId: app,
      itemName: RECEIPT_NAMES[app]!,
      artistName: "Muestra",
      bundleShortVersionString: `${2 + i}.1`,
      sourceApp: "com.apple.AppStore",
      s: 143_468,
      "com.apple.iTunesStore.downloadInfo": {
        accountInfo: { AppleID: "lucia@correo.example" },
        purchaseDate: new Date((BEGIN + 3600 + i * 240) * 1000).toISOString().replace(".000", ""),
      },
    }),
  });
  return Object.fromEntries(apps.map((app, i) => [app, receipt(app, i)]));
}
