/** Every row of Manifest.db: the databases, small settings, photos that are listed but not stored, and the folders above them. @module */
import type { BackupFile } from "../lib/backup.ts";
import { bplist } from "../lib/plist.ts";
import { createRandom } from "../lib/random.ts";
import type { Attached } from "./messages.ts";
import { BEGIN, local, SEED, TAKEN } from "./story.ts";

export const APPS: readonly string[] = [
  "com.google.chrome.ios",
  "example.banco.app",
  "example.correo.app",
  "example.grabadora.app",
  "example.lalibreta.app",
  "example.mapa.agua",
  "example.transporte.app",
  "net.whatsapp.WhatsApp",
];

const PHOTOS = 96;

/** Settings with a small body, as every phone has. */
const SETTINGS: readonly (readonly [string, string, { readonly [k: string]: string | boolean | number }])[] = [
  ["HomeDomain", "Library/Preferences/com.apple.Preferences.plist", { lastOpened: "General" }],
  // One of the three files of rule H8. Changed on a quiet day: nothing else happens within five minutes.
  ["HomeDomain", "Library/Preferences/com.apple.ImageIO.plist", { version: 1 }],
  ["HomeDomain", "Library/Preferences/com.apple.mobilesafari.plist", { ShowFavoritesBar: true }],
  ["HomeDomain", "Library/Preferences/com.apple.springboard.plist", { SBShowBatteryPercentage: true }],
  ["AppDomain-example.lalibreta.app", "Library/Preferences/example.lalibreta.app.plist", { borradores: 3 }],
  ["AppDomain-example.mapa.agua", "Library/Preferences/example.mapa.agua.plist", { zoom: 12 }],
];

/** Listed by iOS but not stored in this backup. */
const LISTED: readonly (readonly [string, string, number])[] = [
  ["HomeDomain", "Library/SMS/sms.db-shm", 32_768],
  ["HomeDomain", "Library/Notes/notes.sqlite", 475_136],
  ["AppDomain-example.lalibreta.app", "Documents/borrador-1.txt", 4211],
  ["AppDomain-example.lalibreta.app", "Documents/borrador-2.txt", 9120],
  [
    "AppDomain-example.lalibreta.app",
    "Library/WebKit/WebsiteData/LocalStorage/https_lalibreta.example_0.localstorage",
    12_288,
  ],
  ["AppDomain-example.grabadora.app", "Documents/entrevista-01.m4a", 18_422_113],
  ["AppDomain-example.grabadora.app", "Documents/entrevista-02.m4a", 27_110_908],
  ["AppDomain-example.mapa.agua", "Documents/mapas/sur.tiles", 44_310_528],
  ["AppDomain-example.banco.app", "Library/Cookies/Cookies.binarycookies", 812],
  ["AppDomain-example.correo.app", "Documents/adjuntos/acta.pdf", 288_004],
  ["AppDomainGroup-group.example.lalibreta", "cuaderno.sqlite", 92_160],
];

function listed(attachments: readonly Attached[]): BackupFile[] {
  const r = createRandom(SEED + 7);
  const day = (n: number): number => BEGIN + r.below(n) * 86_400 + r.below(14) * 3600 + r.below(3600);
  const out: BackupFile[] = [];
  for (const [domain, path, size] of LISTED) out.push({ domain, path, size, born: BEGIN, modified: day(240) });
  for (const [domain, path, value] of SETTINGS)
    out.push({
      domain,
      path,
      body: bplist(value),
      born: BEGIN,
      modified: path.endsWith("ImageIO.plist") ? local("2024-06-16T03:30") : day(240),
    });
  for (let i = 0; i < PHOTOS; i++) {
    const at = BEGIN + Math.floor((i * 240) / PHOTOS) * 86_400 + r.below(12) * 3600 + r.below(3600);
    const kind = i % 9 === 0 ? "MOV" : "HEIC";
    const size = (kind === "MOV" ? 9_000_000 : 1_400_000) + r.below(60_000) * 16;
    out.push({
      domain: "CameraRollDomain",
      path: `Media/DCIM/100APPLE/IMG_${String(1001 + i)}.${kind}`,
      size,
      modified: at,
      protectionClass: 3,
    });
  }
  // Two levels of folders with a file below each: what rule H8 must not take for its odd folders.
  for (const a of attachments)
    out.push({ domain: "MediaDomain", path: a.path, size: a.size, born: a.at, modified: a.at });
  return out;
}

/** Adds the folders above each file, as Manifest.db lists them: parents first, all sorted by domain and path. */
function withFolders(files: readonly BackupFile[]): BackupFile[] {
  const rows = new Map<string, BackupFile>();
  for (const f of files) {
    const parts = f.path.split("/");
    for (let n = 0; n < parts.length; n++) {
      const path = parts.slice(0, n).join("/");
      const key = `${f.domain}\0${path}`;
      const known = rows.get(key);
      // A folder changes when something is put into it.
      if (!known || known.modified < f.modified)
        rows.set(key, { domain: f.domain, path, kind: "dir", born: BEGIN - 86_400, modified: f.modified });
    }
    rows.set(`${f.domain}\0${f.path}`, f);
  }
  rows.set("HomeDomain\0Library/Caches/enlace", {
    domain: "HomeDomain",
    path: "Library/Caches/enlace",
    kind: "link",
    target: "../Preferences",
    modified: BEGIN,
  });
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f);
}

/** Domain, path, bytes, and Unix seconds if it did not change on the evening before. */
export type Body = readonly [domain: string, path: string, bytes: Uint8Array, at?: number];

/** All rows, from the bodies that matter and the pictures of messages, which are listed. */
export function makeFiles(bodies: readonly Body[], attachments: readonly Attached[]): BackupFile[] {
  const evening = Math.floor(TAKEN.getTime() / 1000) - 900;
  const important = bodies.map(
    ([domain, path, body, at]): BackupFile => ({ domain, path, body, born: BEGIN, modified: at ?? evening }),
  );
  return withFolders([...listed(attachments), ...important]);
}
