/** DataUsage.sqlite, TCC.db, the cache of accounts and the profiles: where the trace is, and the ordinary life around it. @module */

import { bplist, Real } from "../lib/plist.ts";
import { createRandom } from "../lib/random.ts";
import { makeDatabase } from "../lib/sqlite.ts";
import { BEGIN, local, mac, PROFILE_DAYS, PROFILES, phone, SEED, TRACE } from "./story.ts";
import { PEOPLE } from "./words.ts";

/** Process and bundle, as iOS names them. `BackupAgent2` and `nehelper` are Apple's, and near misses of published signs. */
const PROCESSES: readonly (readonly [string, string | null])[] = [
  ["mDNSResponder/com.apple.mobilesafari", "com.apple.mobilesafari"],
  ["com.apple.WebKit.Networking/com.apple.mobilesafari", "com.apple.mobilesafari"],
  ["MobileSMS", "com.apple.MobileSMS"],
  ["mDNSResponder/com.apple.MobileSMS", "com.apple.MobileSMS"],
  ["identityservicesd", "com.apple.identityservicesd"],
  ["apsd", "com.apple.apsd"],
  ["cloudd", "com.apple.cloudd"],
  ["nsurlsessiond", "com.apple.nsurlsessiond"],
  ["MobileMail", "com.apple.mobilemail"],
  ["mDNSResponder/com.apple.mobilemail", "com.apple.mobilemail"],
  ["dataaccessd", "com.apple.dataaccessd"],
  ["Maps", "com.apple.Maps"],
  ["geod", "com.apple.geod"],
  ["locationd", "com.apple.locationd"],
  ["Weather", "com.apple.weather"],
  ["timed", "com.apple.timed"],
  ["trustd", "com.apple.trustd"],
  ["appstored", "com.apple.appstored"],
  ["AppStore", "com.apple.AppStore"],
  ["softwareupdateservicesd", "com.apple.softwareupdateservicesd"],
  ["mobileassetd", "com.apple.mobileassetd"],
  ["assistantd", "com.apple.assistantd"],
  ["photolibraryd", "com.apple.photolibraryd"],
  ["cloudphotod", "com.apple.cloudphotod"],
  ["itunescloudd", "com.apple.itunescloudd"],
  ["podcasts", "com.apple.podcasts"],
  ["BackupAgent2", "com.apple.MobileBackup"],
  ["nehelper", "com.apple.nehelper"],
  ["lockdownd", "com.apple.lockdownd"],
  ["CommCenter", "com.apple.CommCenter"],
  ["findmydeviced", "com.apple.findmydeviced"],
  ["rapportd", "com.apple.rapportd"],
  ["callservicesd", "com.apple.telephonyutilities.callservicesd"],
  ["LibretaApp", "example.lalibreta.app"],
  ["mDNSResponder/example.lalibreta.app", "example.lalibreta.app"],
  ["MapaAgua", "example.mapa.agua"],
  ["CorreoApp", "example.correo.app"],
  ["GrabadoraApp", "example.grabadora.app"],
  ["BancoApp", "example.banco.app"],
  ["CamionApp", "example.transporte.app"],
];
/** Z_PK of the trace; the orphan takes the next. */
const TRACE_PK = 28;

const USAGE_SCHEMA = `
  CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR);
  CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZKIND INTEGER, ZMETADATA INTEGER, ZTAG INTEGER, ZHASPROCESS INTEGER, ZBILLCYCLEEND TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT);
  CREATE INDEX ZLIVEUSAGE_ZHASPROCESS_INDEX ON ZLIVEUSAGE (ZHASPROCESS);`;

export interface Usage {
  readonly db: Uint8Array;
  readonly processes: number;
  readonly usages: number;
  /** ZHASPROCESS of the row without process. */
  readonly orphan: number;
  readonly trace: number;
}

export function makeUsage(): Usage {
  const r = createRandom(SEED + 4);
  let usages = 0;
  const orphan = TRACE_PK + 1;
  const { db } = makeDatabase((d) => {
    d.exec(USAGE_SCHEMA);
    const process = d.prepare("INSERT INTO ZPROCESS VALUES (?, 1, 2, ?, ?, ?, ?)");
    const usage = d.prepare("INSERT INTO ZLIVEUSAGE VALUES (?, 2, 1, 0, 0, 0, ?, NULL, ?, ?, ?, ?, ?)");
    const kb = (n: number): number => r.below(n) * 1024 + r.below(1024);
    for (const [i, [name, bundle]] of PROCESSES.entries()) {
      const pk = i + 1 < TRACE_PK ? i + 1 : i + 3;
      const first = BEGIN + r.below(30) * 86_400 + r.below(3600);
      const last = local("2024-10-01T23:00") - r.below(9) * 86_400 - r.below(3600);
      process.run(pk, mac(first) + 0.5, mac(last) + 0.5, bundle, name);
      usage.run(++usages, pk, mac(last) + 0.5, kb(60_000), kb(8000), kb(20_000), kb(3000));
      if (i % 4 === 0) usage.run(++usages, pk, mac(first) + 0.5, kb(2000), kb(300), kb(900), kb(90));
    }
    process.run(TRACE_PK, mac(TRACE.first) + 0.4, mac(TRACE.last) + 0.9, null, TRACE.process);
    // Much more out than in, over mobile data: as an implant that sends.
    usage.run(++usages, TRACE_PK, mac(TRACE.last) + 0.9, 0, 0, 1_318_402, 44_871_093);
    usage.run(++usages, orphan, mac(TRACE.orphanAt) + 0.1, 0, 0, 88_120, 2_410_886);
  });
  return { db, processes: PROCESSES.length + 1, usages, orphan, trace: TRACE_PK };
}

const GRANTS: readonly (readonly [string, string, number])[] = [
  ["Camera", "example.lalibreta.app", 2],
  ["Microphone", "example.lalibreta.app", 2],
  ["Photos", "example.lalibreta.app", 3],
  ["Microphone", "example.grabadora.app", 2],
  ["SpeechRecognition", "example.grabadora.app", 0],
  ["Camera", "example.banco.app", 2],
  ["AddressBook", "example.banco.app", 0],
  ["Photos", "example.correo.app", 2],
  ["AddressBook", "example.correo.app", 2],
  ["Camera", "com.apple.MobileSMS", 2],
  ["Microphone", "com.apple.facetime", 2],
  ["Camera", "com.apple.facetime", 2],
  ["Motion", "example.mapa.agua", 0],
  ["BluetoothAlways", "example.transporte.app", 0],
  ["Calendar", "example.transporte.app", 0],
];

export function makeGrants(): { db: Uint8Array; rows: number } {
  const r = createRandom(SEED + 5);
  const { db } = makeDatabase(
    (d) => {
      d.exec(
        "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, policy_id INTEGER, indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED', indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (service, client, client_type, indirect_object_identifier))",
      );
      const insert = d.prepare(
        "INSERT INTO access (service, client, client_type, auth_value, auth_reason, auth_version, last_modified) VALUES (?, ?, 0, ?, 2, 1, ?)",
      );
      for (const [service, client, value] of GRANTS)
        insert.run(`kTCCService${service}`, client, value, BEGIN + r.below(200) * 86_400 + r.below(3600));
    },
    { pageSize: 1024 },
  );
  return { db, rows: GRANTS.length };
}

export function makeAccounts(): { bytes: Uint8Array; rows: number } {
  const r = createRandom(SEED + 6);
  const entry = (): { LookupDate: Real; IDStatus: number } => ({
    LookupDate: new Real(mac(BEGIN + r.below(240) * 86_400 + r.below(3600)) + 0.5),
    IDStatus: 1 + r.below(2),
  });
  const uri = (id: string): string => (id.includes("@") ? `mailto:${id}` : `tel:${id}`);
  const madrid = Object.fromEntries(PEOPLE.map((p) => [uri(p.id), entry()]));
  const facetime = Object.fromEntries(
    [phone(1), phone(3), phone(6), "beto@correo.example"].map((id) => [uri(id), entry()]),
  );
  return {
    bytes: bplist({ "com.apple.madrid": madrid, "com.apple.private.alloy.facetime.multi": facetime }),
    rows: PEOPLE.length + 4,
  };
}

/** A profile that nobody has told her of (VPN and a root certificate), and the newsroom's Wi-Fi. */
export function makeProfiles(): { readonly name: string; readonly at: number; readonly bytes: Uint8Array }[] {
  const payload = (type: string, uuid: string, name: string): { [k: string]: string | number } => ({
    PayloadType: type,
    PayloadUUID: uuid,
    PayloadIdentifier: `example.perfil.${uuid.slice(-4).toLowerCase()}`,
    PayloadDisplayName: name,
    PayloadVersion: 1,
  });
  const profile = (
    uuid: string,
    name: string,
    organization: string,
    identifier: string,
    at: number,
    content: { [k: string]: string | number }[],
  ): Uint8Array =>
    bplist({
      PayloadType: "Configuration",
      PayloadVersion: 1,
      PayloadUUID: uuid,
      PayloadIdentifier: identifier,
      PayloadDisplayName: name,
      PayloadOrganization: organization,
      PayloadDescription: "",
      PayloadRemovalDisallowed: false,
      InstallDate: new Date(at * 1000),
      PayloadContent: content,
      SignerCerts: [],
    });
  const tail = (n: number): string => `5A17E0C4-0B2D-4C1E-9F00-00000000${n.toString(16).toUpperCase()}`;
  const { unknown, wifi } = PROFILE_DAYS;
  return [
    {
      name: `profile-${"a".repeat(64)}.stub`,
      at: unknown,
      bytes: profile(
        PROFILES.unknown,
        "Mejora de conexión",
        "Servicio de Red",
        "example.servicio-de-red.conexion",
        unknown,
        [
          payload("com.apple.vpn.managed", tail(0xa002), "Conexión mejorada"),
          payload("com.apple.security.root", tail(0xa003), "Certificado raíz"),
        ],
      ),
    },
    {
      name: `profile-${"b".repeat(64)}.stub`,
      at: wifi,
      bytes: profile(PROFILES.wifi, "Wi-Fi de la redacción", "La Libreta", "example.lalibreta.wifi", wifi, [
        payload("com.apple.wifi.managed", tail(0xb002), "Wi-Fi"),
      ]),
    },
  ];
}
