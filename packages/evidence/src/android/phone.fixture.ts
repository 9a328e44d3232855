/** A made-up phone with Android in the shapes in which one is handed in; and a writer of age by node:crypto. @module */
import {
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  scryptSync,
} from "node:crypto";
import { deflateSync } from "node:zlib";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { makeTar, makeZip } from "../ios-backup/harness.fixture.ts";

export type Entries = [string, Buffer][];

const text = (...lines: string[]): Buffer => Buffer.from(`${lines.join("\n")}\n`);
const sha256 = (b: Buffer): string => createHash("sha256").update(b).digest("hex");

export const PROPERTIES: readonly string[] = [
  "[persist.sys.timezone]: [America/Mexico_City]",
  "[ro.build.display.id]: [AP2A.240905.003]",
  "[ro.build.version.release]: [14]",
  "[ro.build.version.security_patch]: [2024-09-05]",
  "[ro.product.brand]: [google]",
  "[ro.product.model]: [Pixel 8]",
  "[ro.serialno]: [SECRETO]",
];

/** The text of a bug report. `zone`: of the phone, or none. */
export function dumpstate(
  o: { readonly zone?: string | undefined; readonly time?: string; readonly filler?: number } = {},
): Buffer {
  const zone = "zone" in o ? o.zone : "America/Mexico_City";
  const properties = PROPERTIES.map((p) =>
    p.startsWith("[persist.sys.timezone]") ? `[persist.sys.timezone]: [${zone}]` : p,
  ).filter((p) => zone !== undefined || !p.startsWith("[persist"));
  return text(
    "========================================================",
    `== dumpstate: ${o.time ?? "2025-05-21 10:20:30"}`,
    "========================================================",
    "",
    "Build: AP2A.240905.003",
    "Build fingerprint: 'google/shiba/shiba:14/AP2A.240905.003/1:user/release-keys'",
    "",
    ...Array.from({ length: o.filler ?? 0 }, (_, i) => `05-21 10:00:00.000  1000  1  1 I ñandú: línea ${i}`),
    "------ SYSTEM PROPERTIES (getprop) ------",
    ...properties,
    "------ 0.012s was the duration of 'SYSTEM PROPERTIES' ------",
    "-------------------------------------------------------------------------------",
    "DUMP OF SERVICE package:",
    "Packages:",
    "--------- 0.002s was the duration of dumpsys package, ending at: 2025-05-21 10:21:00",
  );
}

export const NAME = "bugreport-shiba-AP2A.240905.003-2025-05-21-10-20-30";

/** What lies in the zip of a bug report. */
export function bugReport(dump: Buffer = dumpstate()): Entries {
  return [
    ["version.txt", Buffer.from("2.0")],
    ["FS/data/tombstones/tombstone_00", text("*** *** ***", "pid: 1")],
    ["FS/data/anr/anr_1", text("----- pid 2 -----")],
    [`${NAME}.txt`, dump],
    ["main_entry.txt", Buffer.from(`${NAME}.txt`)],
    ["dumpstate_log.txt", text("Invoking…")],
  ];
}

const SMS = JSON.stringify([{ address: "+525500000000", body: "hola", date: "1747800000000", type: "1" }]);

/** What lies in a backup of adb. */
export const BACKUP: Entries = [
  ["apps/com.android.providers.telephony/_manifest", text("1", "com.android.providers.telephony")],
  ["apps/com.android.providers.telephony/d_f/000000_sms_backup", deflateSync(SMS)],
];

const event = (host: string): string =>
  JSON.stringify({ dns_event: { event_time: 1, hostname: host, package_name: "org.example" } });
const nestedLogs = makeZip([["abril/log-1.txt", text(event("uno.example"))]], true);

/** Files of intrusion logs; the older ones in a zip. */
export const LOGS: Entries = [
  ["anteriores.zip", nestedLogs],
  ["log-2.txt", text(event("dos.example"), event("tres.example"))],
  ["log-3.txt", text(JSON.stringify({ security_event: { event_id: 1, event_time: 1, os_startup: {} } }))],
];

/** What AndroidQF collected, with its list of hashes. */
export function androidQf(
  o: { readonly ab?: Buffer; readonly deflated?: boolean; readonly storage?: string } = {},
): Entries {
  const files: Entries = [
    ["apks/org.example.apk", makeZip([["AndroidManifest.xml", Buffer.from("x")]], true)],
    ["backup.ab", o.ab ?? makeAb(makeTar(BACKUP))],
    ["bugreport.zip", makeZip(bugReport(), o.deflated ?? true)],
    ["command.log", text("2025-05-21T16:15:20Z DEBUG Starting module packages")],
    ["dumpsys.txt", text("Currently running services:", "  package", "DUMP OF SERVICE package:", "x")],
    ["files.json", Buffer.from("[]")],
    ["getprop.txt", text(...PROPERTIES)],
    ...LOGS.map(([n, b]): [string, Buffer] => [`intrusion_logs/${n}`, b]),
    ["packages.json", Buffer.from("[]")],
    ["root_binaries.json", Buffer.from("[]")],
    ["settings_secure.txt", text("adb_enabled=1")],
  ];
  const list = files.map(([n, b]) => `${o.storage ?? ""}${n},${sha256(b)}`);
  const info = { uuid: "0", started: "2025-05-21T16:15:20.204117Z", completed: "2025-05-21T16:29:30Z" };
  // The log grows after it was hashed; the description comes last and is in no list.
  return [
    ["acquisition.json", Buffer.from(JSON.stringify(info))],
    ...files.map(([n, b]): [string, Buffer] =>
      n === "command.log" ? [n, Buffer.concat([b, text("DEBUG Saving")])] : [n, b],
    ),
    ["hashes.csv", text(...list, `${o.storage ?? ""}hashes.csv,${"0".repeat(64)}`)],
  ];
}

const b64 = (b: Uint8Array): string => Buffer.from(b).toString("base64").replace(/=+$/, "");
const count = (b: Uint8Array, from: number): Buffer => Buffer.from(b.map((_, i) => (from + i * 29) & 255));
/** DER around the 32 bytes of an X25519 key (RFC 8410). */
const PRIVATE = Buffer.from("302e020100300506032b656e04220420", "hex");
const PUBLIC = Buffer.from("302a300506032b656e032100", "hex");

function sealChunk(key: Buffer, nonce: Buffer, data: Uint8Array): Buffer {
  const c = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  return Buffer.concat([c.update(data), c.final(), c.getAuthTag()]);
}

/** Bech32 (BIP 173), in capitals. */
function bech32(prefix: string, data: Uint8Array): string {
  const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const five: number[] = [];
  let [acc, bits] = [0, 0];
  for (const b of data) {
    acc = (acc << 8) | b;
    for (bits += 8; bits >= 5; bits -= 5) five.push((acc >> (bits - 5)) & 31);
    acc &= 255;
  }
  if (bits > 0) five.push((acc << (5 - bits)) & 31);
  const sum = (values: number[]): number => {
    let c = 1;
    for (const v of values) {
      const top = c >>> 25;
      c = ((c & 0x1ffffff) << 5) ^ v;
      for (const [i, g] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries())
        if ((top >> i) & 1) c ^= g;
    }
    return c ^ 1;
  };
  const p = [...prefix].map((c) => c.charCodeAt(0));
  const check = sum([...p.map((c) => c >> 5), 0, ...p.map((c) => c & 31), ...five, 0, 0, 0, 0, 0, 0]);
  const all = [...five, ...Array.from({ length: 6 }, (_, i) => (check >> (5 * (5 - i))) & 31)];
  return `${prefix}1${all.map((v) => letters[v]).join("")}`.toUpperCase();
}

const SCALAR = count(Buffer.alloc(32), 7);
export const IDENTITY: string = bech32("age-secret-key-", SCALAR);

/** A file that age encrypted, for `IDENTITY` or with a passphrase. */
export function makeAge(plain: Buffer, o: { readonly passphrase?: string; readonly work?: number } = {}): Buffer {
  const fileKey = count(Buffer.alloc(16), 3);
  const zero = Buffer.alloc(12);
  let stanza: string;
  if (o.passphrase !== undefined) {
    const salt = count(Buffer.alloc(16), 90);
    const work = o.work ?? 10;
    const full = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), salt]);
    const key = scryptSync(o.passphrase, full, 32, { N: 2 ** Math.min(work, 12), r: 8, p: 1 });
    stanza = `-> scrypt ${b64(salt)} ${work}\n${b64(sealChunk(key, zero, fileKey))}\n`;
  } else {
    const mine = createPrivateKey({
      key: Buffer.concat([PRIVATE, count(Buffer.alloc(32), 55)]),
      format: "der",
      type: "pkcs8",
    });
    const theirs = createPublicKey(
      createPrivateKey({ key: Buffer.concat([PRIVATE, SCALAR]), format: "der", type: "pkcs8" }),
    );
    const raw = (k: ReturnType<typeof createPublicKey>): Buffer =>
      k.export({ format: "der", type: "spki" }).subarray(PUBLIC.length);
    const share = raw(createPublicKey(mine));
    const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
    const salt = Buffer.concat([share, raw(theirs)]);
    const key = Buffer.from(hkdfSync("sha256", shared, salt, "age-encryption.org/v1/X25519", 32));
    stanza = `-> X25519 ${b64(share)}\n${b64(sealChunk(key, zero, fileKey))}\n`;
  }
  const head = `age-encryption.org/v1\n${stanza}---`;
  const mac = createHmac("sha256", Buffer.from(hkdfSync("sha256", fileKey, "", "header", 32)))
    .update(head)
    .digest();
  const nonce = count(Buffer.alloc(16), 200);
  const key = Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
  const parts: Buffer[] = [Buffer.from(`${head} ${b64(mac)}\n`), nonce];
  for (let at = 0, n = 0; at < plain.length || n === 0; at += 65_536, n++) {
    const counter = Buffer.alloc(12);
    counter.writeUInt32BE(n, 7);
    counter[11] = at + 65_536 >= plain.length ? 1 : 0;
    parts.push(sealChunk(key, counter, plain.subarray(at, at + 65_536)));
  }
  return Buffer.concat(parts);
}
