import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { type Chain, GreetingMessages, KeyLog, looksLikeKeyLog, TlsSession } from "./index.ts";
import { EARLY } from "./recorded.fixture.ts";
import { type Crossed, IDENTITY, type Options, spoken } from "./tls.fixture.ts";

const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
const TEXTS = ["hola, ", "¿quién es? ".repeat(3000).replace(/[^\x20-\x7e]/g, ""), "fin"];

/** What a session opens; bytes come in pieces of `size`. */
function opened(
  crossed: Crossed,
  keyLog: string,
  size = 1 << 20,
): { up: string; down: string; session: TlsSession; chains: Chain[] } {
  const log = new KeyLog();
  log.add(bytes(keyLog));
  const chains: Chain[] = [];
  const session = new TlsSession(
    log,
    (c) => void chains.push(c === "packed" ? c : c.map((der) => Uint8Array.from(der))),
  );
  let [up, down] = ["", ""];
  const text = (b: Uint8Array): string => Buffer.from(b).toString("latin1");
  for (const { fromClient, bytes: b } of crossed.parts)
    for (let at = 0; at < b.length; at += size) {
      const piece = b.subarray(at, at + size);
      if (fromClient) session.client(piece, (p) => void (up += text(p)));
      else session.server(piece, (p) => void (down += text(p)));
    }
  return { up, down, session, chains };
}

const SUITES: readonly Options[] = [
  { version: "TLSv1.3", ciphers: "TLS_AES_128_GCM_SHA256" },
  { version: "TLSv1.3", ciphers: "TLS_AES_256_GCM_SHA384" },
  { version: "TLSv1.3", ciphers: "TLS_CHACHA20_POLY1305_SHA256" },
  { version: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-GCM-SHA256" },
  { version: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES256-GCM-SHA384" },
  { version: "TLSv1.2", ciphers: "ECDHE-ECDSA-CHACHA20-POLY1305" },
  ...[
    "ECDHE-ECDSA-AES128-SHA",
    "ECDHE-ECDSA-AES256-SHA",
    "ECDHE-ECDSA-AES128-SHA256",
    "ECDHE-ECDSA-AES256-SHA384",
  ].flatMap((ciphers): Options[] => [
    { version: "TLSv1.2", ciphers },
    { version: "TLSv1.2", ciphers, macFirst: true },
  ]),
];

for (const suite of SUITES)
  test(`what Node's own client and server said: ${suite.ciphers}${suite.macFirst ? ", hash first" : ""}`, async () => {
    const crossed = await spoken(suite, TEXTS);
    for (const size of [1 << 20, 97]) {
      const { up, down } = opened(crossed, crossed.keyLog, size);
      assert.equal(up, TEXTS.join(""));
      assert.equal(down, TEXTS.join("").toUpperCase());
    }
  });

test("the certificates of TLS 1.3 come encrypted: they are shown once, if the secrets of the greeting are there", async () => {
  const der = Uint8Array.from(new X509Certificate(IDENTITY.cert).raw);
  for (const suite of SUITES.slice(0, 3)) {
    const crossed = await spoken(suite, ["hola"]);
    for (const size of [1 << 20, 97]) {
      const { chains, down, session } = opened(crossed, crossed.keyLog, size);
      assert.deepEqual([chains, down, session.greeting], [[[der]], "HOLA", false]);
    }
    const later = crossed.keyLog.replace(/^SERVER_HANDSHAKE.*\n/m, "");
    const without = opened(crossed, later);
    assert.deepEqual([without.chains, without.down, without.session.greeting], [[], "HOLA", false]);
    // A wrong secret of the greeting costs nothing but what the greeting says.
    const wrong = crossed.keyLog.replace(/^(SERVER_HANDSHAKE\S+ \S+ )(.)/m, (_, head: string, digit: string) =>
      head.concat(digit === "0" ? "1" : "0"),
    );
    assert.deepEqual(opened(crossed, wrong).chains, []);
    assert.equal(opened(crossed, wrong).down, "HOLA");
  }
});

test("what is said before the server answered, and after it; compressed certificates are told apart", () => {
  const crossed: Crossed = {
    keyLog: EARLY.log,
    parts: EARLY.parts.map(([fromClient, b]) => ({ fromClient, bytes: Uint8Array.from(Buffer.from(b, "base64")) })),
  };
  for (const size of [1 << 20, 97]) {
    const { up, down } = opened(crossed, crossed.keyLog, size);
    assert.deepEqual([up, down], ["temprano\ny luego\n", "respuesta\n"]);
  }
  const later = EARLY.log.replace(/^CLIENT_EARLY.*\n/m, "");
  assert.equal(opened(crossed, later).up, "y luego\n");
  const chains: Chain[] = [];
  const messages = new GreetingMessages((c) => void chains.push(c));
  messages.take(Uint8Array.of(8, 0, 0, 0, 25, 0, 0));
  messages.take(Uint8Array.of(2, 1, 1, 20, 0, 0, 0));
  assert.deepEqual([chains, messages.over, messages.held], [["packed"], true, 0]);
});

test("a server that asks for another hello", async () => {
  const curves = { client: "X25519:P-256", server: "P-256" };
  const crossed = await spoken({ version: "TLSv1.3", curves }, ["hola"]);
  assert.deepEqual(opened(crossed, crossed.keyLog).down, "HOLA");
});

test("without its keys, with those of another, or with a suite that is not read nothing is opened", async () => {
  const [one, other] = [await spoken(SUITES[0]!, ["hola"]), await spoken(SUITES[0]!, ["hola"])];
  const none = opened(one, other.keyLog);
  assert.deepEqual(
    [none.up, none.down, none.session.alive, none.session.known, none.session.held],
    ["", "", false, false, 0],
  );
  // The random of one, the secrets of another.
  const secrets = (log: string): string[] => log.trim().split("\n");
  const mixed = secrets(one.keyLog).map((line, i) =>
    [...line.split(" ").slice(0, 2), secrets(other.keyLog)[i]!.split(" ")[2]].join(" "),
  );
  const wrong = opened(one, mixed.join("\n"));
  assert.deepEqual([wrong.up, wrong.down], ["", ""]);
  const other12 = await spoken({ version: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-CCM" }, ["hola"]);
  const ccm = opened(other12, other12.keyLog);
  assert.deepEqual([ccm.up, ccm.session.alive], ["", false]);
});

test("damaged anywhere: no throw, no text that was not said", async () => {
  for (const suite of [SUITES[1]!, SUITES[4]!, SUITES[6]!, SUITES[7]!]) {
    const crossed = await spoken(suite, ["hola, casa"]);
    damage(crossed);
  }
});

function damage(crossed: Crossed): void {
  for (const [part, { bytes: b }] of crossed.parts.entries())
    for (let i = 0; i < b.length; i += 11) {
      const bad: Crossed = {
        ...crossed,
        parts: crossed.parts.map((p, k) => (k === part ? { ...p, bytes: p.bytes.slice() } : p)),
      };
      bad.parts[part]!.bytes[i]! ^= 1 << (i % 8);
      const { up, down } = opened(bad, crossed.keyLog);
      assert.ok(["", "hola, casa"].includes(up) && ["", "HOLA, CASA"].includes(down), `${part} ${i} ${up} ${down}`);
    }
}

test("key logs are known by their lines; what is none of them is counted", () => {
  const [random, secret] = ["ab".repeat(32), "cd".repeat(48)];
  assert.ok(looksLikeKeyLog(bytes(`# SSL/TLS secrets log file\n\nCLIENT_RANDOM ${random} ${secret}\n`)));
  assert.ok(looksLikeKeyLog(bytes(`EXPORTER_SECRET ${random} ${secret.slice(0, 64)}\r\n`)));
  assert.ok(looksLikeKeyLog(bytes(`RSA ${random.slice(0, 16)} ${secret}\nCLIENT_RANDOM ${random} ${secret}\n`)));
  // As a script of a shell leaves them.
  assert.ok(looksLikeKeyLog(bytes(`CLIENT_RANDOM ${random} ${secret}\\\n`)));
  for (const none of [
    "",
    `RSA ${random} ${secret}`,
    `CLIENT_RANDOM ${random} ${secret}${secret}`,
    "#",
    "CLIENT_RANDOM",
    `OTHER_RANDOM ${random} ${secret}`,
    `CLIENT_RANDOM ${random} zz`,
    "A".repeat(9999),
  ])
    assert.equal(looksLikeKeyLog(bytes(none)), false, none.slice(0, 40));
  const log = new KeyLog();
  log.add(
    bytes(
      `CLIENT_RANDOM ${random.toUpperCase()} ${secret}\r\nCLIENT_RANDOM ${random} ${secret.slice(2)}\n# x\nbasura\n${"A".repeat(5000)}`,
    ),
  );
  assert.deepEqual([log.size, log.others], [1, 2]);
  assert.equal(log.of(Uint8Array.from({ length: 32 }, () => 0xab))?.master?.length, 48);
});
