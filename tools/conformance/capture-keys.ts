/**
 * Captures with keys: what is opened against tshark with the same key log. Made here between OpenSSL's `s_client` and `s_server`, one for each
 * suite; and every capture of the folder that `CONTRALUZ_KEYED` names, with its keys inside (pcapng) or beside it (`NAME.keys`).
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { basename, join } from "node:path";
import { compileIndicators } from "@contraluz/detection";
import { framesOf } from "../../packages/artifacts/src/feeds/capture/crossed.fixture.ts";
import { pcap } from "../../packages/formats/src/pcap/pcap.fixture.ts";
import { type Crossed, IDENTITY } from "../../packages/formats/src/tls-keys/tls.fixture.ts";
import { examine } from "./examine.ts";
import { type Case, Skip, same } from "./runner.ts";
import { filesBelow } from "./shared.ts";
import { fingerprint, TSHARK } from "./tshark.ts";

const AT = 1_772_000_000;
const QUESTION = "GET /uno?dos=3 HTTP/1.1\r\nHost: casa.example\r\n\r\n";

/** As OpenSSL calls them. `RSA`: with a certificate of that kind; `-no_etm`: the older order of hash and cipher. */
const SUITES: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ...["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"].map(
    (n) => [n, "-tls1_3", "-ciphersuites", n] as const,
  ),
  ...[
    ["ECDHE-ECDSA-AES128-GCM-SHA256"],
    ["ECDHE-ECDSA-AES256-GCM-SHA384"],
    ["ECDHE-ECDSA-CHACHA20-POLY1305"],
    ["ECDHE-ECDSA-AES128-SHA"],
    ["ECDHE-ECDSA-AES256-SHA"],
    ["ECDHE-ECDSA-AES128-SHA256"],
    ["ECDHE-ECDSA-AES256-SHA384"],
    ["ECDHE-RSA-AES128-SHA256"],
    ["DHE-RSA-AES256-SHA256"],
    ["AES128-SHA"],
    ["AES256-SHA256"],
    ["AES256-GCM-SHA384"],
    ["DHE-RSA-AES128-GCM-SHA256"],
    ["ECDHE-ECDSA-AES128-SHA", "-no_etm"],
    ["ECDHE-RSA-AES256-SHA384", "-no_etm"],
    ["AES256-SHA", "-no_etm"],
  ].map(([n, ...more]) => [[n, ...more].join(" "), "-tls1_2", "-cipher", n!, ...more] as const),
];

/** The port that `s_server` says it listens on. */
async function portOf(server: ChildProcess): Promise<number> {
  let said = "";
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    const m = /ACCEPT \S*:(\d+)/.exec(said);
    if (m) return Number(m[1]);
  }
  throw new Error(`openssl s_server ended: ${said.slice(-200)}`);
}

/** What crossed between the two, and the key log of it. */
async function crossed(dir: string, args: readonly string[]): Promise<Crossed> {
  const own = args.filter((a) => a !== "-no_etm");
  // Without a name of its own in the options of this version, the order is that of a bug that is switched off.
  const etm = args.includes("-no_etm") ? ["-no_etm"] : [];
  const both = ["-cert", join(dir, "ec.pem"), "-key", join(dir, "ec.key"), "-dcert", join(dir, "rsa.pem")];
  const listen = ["s_server", "-accept", "127.0.0.1:0", "-www", ...both, "-dkey", join(dir, "rsa.key"), ...own, ...etm];
  const server = spawn("openssl", listen, { stdio: ["ignore", "pipe", "ignore"] });
  const out: Crossed = { parts: [], keyLog: "" };
  const log = join(dir, "sslkeylog.txt");
  rmSync(log, { force: true });
  try {
    const port = await portOf(server);
    server.stdout!.resume();
    const proxy = createServer((left) => {
      const right = connect(port, "127.0.0.1");
      left.on("data", (b) => void out.parts.push({ fromClient: true, bytes: Uint8Array.from(b) }));
      right.on("data", (b) => void out.parts.push({ fromClient: false, bytes: Uint8Array.from(b) }));
      left.pipe(right).pipe(left);
      for (const s of [left, right]) s.on("error", () => void s.destroy());
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const to = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const ask = ["s_client", "-connect", to, "-servername", "casa.example", "-quiet", "-ign_eof", "-keylogfile", log];
    const client = spawn("openssl", [...ask, ...own, ...etm], { stdio: ["pipe", "ignore", "ignore"] });
    client.stdin!.end(QUESTION);
    await once(client, "exit");
    proxy.close();
  } finally {
    server.kill();
  }
  return { ...out, keyLog: readFileSync(log, "latin1") };
}

interface Opened {
  readonly asked: readonly string[];
  readonly certificates: readonly string[];
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

function theirs(path: string, log: string | undefined): Opened {
  const fields = ["http.host", "http.request.uri", "http2.headers.authority", "http2.headers.path"];
  const certificate = "tls.handshake.certificate";
  const run = (wanted: string, names: readonly string[]): string[] => {
    const args = ["-r", path, "-n", "-2", "-Y", wanted, "-T", "fields", "-E", "separator=/t", "-E", "aggregator=|"];
    const keys = log === undefined ? [] : ["-o", `tls.keylog_file:${log}`];
    const r = spawnSync(TSHARK, [...args, ...keys, ...names.flatMap((n) => ["-e", n])], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (r.error) throw new Skip("no tshark here: name one with CONTRALUZ_TSHARK");
    return r.stdout.split("\n").filter((l) => l.trim() !== "");
  };
  // One head a line in HTTP/1; in HTTP/2 several may come in a packet, with as many sites as pages.
  const asked = run("tls && (http.request || http2.headers.path)", fields).flatMap((line) => {
    const [host = "", uri = "", sites = "", pages = ""] = line.split("\t").map((c) => c.trim());
    const all = [host, sites]
      .filter((s) => s !== "")
      .join("|")
      .split("|");
    return [uri, pages]
      .filter((s) => s !== "")
      .join("|")
      .split("|")
      .map((page, i) => `${(all[i] ?? all[0])!.replace(/:\d{1,5}$/, "")} ${page}`);
  });
  const shown = run(certificate, [certificate]).flatMap((line) => line.trim().split("|").map(fingerprint));
  return { asked: sorted(asked), certificates: sorted(shown) };
}

async function ours(folder: string, temp: string): Promise<Opened & { readonly http3: number }> {
  const compiled = await compileIndicators([]);
  const x = await examine(folder, { temp, compiled, content: true, keys: true });
  const [heads, hellos] = [await x.records("network/http"), await x.records("network/tls")];
  const asked = heads.filter((r) => r.kind === "request" && r.fields.decrypted === true);
  const of = (r: (typeof asked)[number]): string => {
    const { host = "", path, query } = r.fields;
    return `${host} ${path}${query === undefined ? "" : `?${query}`}`;
  };
  const http3 = asked.filter((r) => r.fields.protocol === "HTTP/3");
  return {
    // tshark 4.0 does not read what QPACK packs.
    asked: sorted(asked.filter((r) => !http3.includes(r)).map(of)),
    certificates: sorted(
      hellos.flatMap((r) => (r.fields.certificates as readonly { readonly sha256: string }[]).map((c) => c.sha256)),
    ),
    http3: http3.length,
  };
}

const said = (o: Opened & { readonly http3?: number }): string =>
  `${o.asked.length} requests, ${o.certificates.length} certificates${o.http3 ? `, ${o.http3} of HTTP/3 by us alone` : ""}`;

function suites(temp: string): Case {
  return {
    name: "captures with keys, each suite between OpenSSL's client and server",
    async run() {
      const dir = join(temp, "keyed");
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, "ec.pem"), IDENTITY.cert);
      writeFileSync(join(dir, "ec.key"), IDENTITY.key);
      const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=casa.example", "-days", "900"];
      const rsa = spawnSync("openssl", [...made, "-keyout", join(dir, "rsa.key"), "-out", join(dir, "rsa.pem")]);
      if (rsa.error || rsa.status !== 0) throw new Skip("no openssl here");
      const folder = join(dir, "evidence");
      let n = 0;
      for (const [name, ...args] of SUITES) {
        const c = await crossed(dir, args);
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        const [capture, log] = [join(folder, "red.pcap"), join(folder, "sslkeylog.txt")];
        writeFileSync(capture, pcap(framesOf(c, AT)));
        writeFileSync(log, c.keyLog);
        const [own, peer] = [await ours(folder, temp), theirs(capture, log)];
        same(`${name}, requests`, own.asked, peer.asked);
        same(`${name}, certificates`, own.certificates, peer.certificates);
        same(`${name}, what was asked`, own.asked, ["casa.example /uno?dos=3"]);
        same(`${name}, one certificate`, own.certificates.length, 1);
        n++;
      }
      return `${n} connections opened, requests and certificates as tshark`;
    },
  };
}

function keyed(temp: string, path: string): Case {
  return {
    name: `captures with keys ${basename(path)}`,
    async run() {
      const folder = join(temp, `keyed-${basename(path)}`);
      mkdirSync(folder, { recursive: true });
      copyFileSync(path, join(folder, basename(path)));
      const log = path.replace(/\.(?:pcap|pcapng)(?:\.gz)?$/, ".keys");
      const beside = existsSync(log);
      if (beside) copyFileSync(log, join(folder, "sslkeylog.txt"));
      const [own, peer] = [await ours(folder, temp), theirs(path, beside ? log : undefined)];
      same("requests", own.asked, peer.asked);
      same("certificates", own.certificates, peer.certificates);
      return said(own);
    },
  };
}

export function keyedCases(temp: string): readonly Case[] {
  const { CONTRALUZ_KEYED: room } = process.env;
  const found = room === undefined ? [] : filesBelow(room).filter((p) => /\.(?:pcap|pcapng)(?:\.gz)?$/.test(p));
  return [suites(temp), ...found.map((path) => keyed(temp, path))];
}
