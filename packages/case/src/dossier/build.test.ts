/** Bags by the programs that people check them with; what is withheld stands in no byte. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { csv, storedRecords } from "@contraluz/report";
import { type Entry, makeEntry } from "../log/entry.ts";
import { makeDossier } from "./build.ts";
import { COMMANDS } from "./commands.ts";
import {
  ARTIFACTS,
  MemoryBag,
  madeInput,
  madeLog,
  madeResult,
  memory,
  NAME,
  PLATFORM,
  sumOf,
  writeFolder,
} from "./dossier.fixture.ts";
import { NameGuard } from "./guard.ts";
import { saltsFrom } from "./salts.ts";
import type { DossierInput, DossierMade, Withholdable } from "./types.ts";

const dir = mkdtempSync(join(tmpdir(), "contraluz-dossier-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const SHELL = spawnSync("sha256sum", ["--version"]).error !== undefined && "sha256sum is not on this machine";
const BAGIT = spawnSync("bagit.py", ["--version"]).error !== undefined && "bagit.py is not on this machine";

const sh = (cwd: string, command: string): { code: number | null; out: string } => {
  const r = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
  return { code: r.status, out: r.stdout + r.stderr };
};

async function make(input: DossierInput): Promise<{ bag: MemoryBag; made: DossierMade }> {
  const bag = new MemoryBag();
  const made = await makeDossier(input, bag, PLATFORM);
  assert.ok(made.ok, JSON.stringify(made));
  assert.equal(bag.state, "committed");
  return { bag, made };
}

const withheld = (w: Withholdable): boolean =>
  w.kind === "record" ? w.line.includes("SECRETO") : w.kind === "entry" && w.action === "created";

async function redacted(
  log = madeLog(),
  more: Partial<DossierInput> = {},
): Promise<{ full: MemoryBag; bag: MemoryBag; made: DossierMade }> {
  const full = await make(madeInput({ custody: log }));
  const { tagmanifest: of, commitments } = full.made;
  const cut = await make(
    madeInput({ custody: log, edition: { kind: "redacted", of, commitments, withheld }, ...more }),
  );
  return { full: full.bag, ...cut };
}

test("the ordinary commands of VERIFY hold for a full and for a redacted edition", { skip: SHELL }, async () => {
  const { full, bag } = await redacted();
  for (const [name, b] of [
    ["full", full],
    ["cut", bag],
  ] as const) {
    const at = join(dir, name);
    writeFolder(at, b.files);
    for (const [what, command] of Object.entries(COMMANDS)) {
      if (["bag", "minisign", "ssh", "stamps", "chain"].includes(what)) continue;
      const calls =
        what === "records"
          ? [
              command,
              command.replaceAll("ios.sms", "ios.calls"),
              command.replace(/part=.*jsonl/, "part=0001/finding file=data/checks/0001/findings.jsonl"),
            ]
          : [command];
      for (const c of calls) assert.equal(sh(at, c).out, "", `${name} ${what}`);
    }
    const last = /Contraluz-Custody-Last: (.*)/.exec(b.text("bag-info.txt"))![1];
    assert.equal(sh(at, COMMANDS.chain).out.trim(), last);
    const oxum = [...b.files].filter(([n]) => n.startsWith("data/"));
    assert.match(
      b.text("bag-info.txt"),
      new RegExp(`^Payload-Oxum: ${oxum.reduce((n, [, x]) => n + x.length, 0)}\\.${oxum.length}\n`),
    );
  }
});

test("bagit.py takes both editions", { skip: BAGIT }, async () => {
  const { full, bag } = await redacted();
  for (const [name, b] of [
    ["bag-full", full],
    ["bag-cut", bag],
  ] as const) {
    writeFolder(join(dir, name), b.files);
    const r = sh(join(dir, name), COMMANDS.bag);
    assert.equal(r.code, 0, r.out);
  }
});

test("the commands fail for a record, a commitment, a line or data that was changed", { skip: SHELL }, async () => {
  const { bag } = await make(madeInput());
  const broken = (name: string, from: string, to: string, command: string): string => {
    const at = join(dir, `broken-${name.replaceAll("/", "-")}`);
    writeFolder(at, bag.files);
    const before = bag.text(name);
    assert.ok(before.includes(from));
    writeFileSync(join(at, name), before.replace(from, to));
    return sh(at, command).out;
  };
  assert.match(broken("data/checks/0001/records/ios.sms.jsonl", "uno", "una", COMMANDS.records), /0001\/ios\.sms\/0/);
  assert.match(
    broken("data/custody.jsonl", '"actor":"r1","action":"check"', '"actor":"r9","action":"check"', COMMANDS.chain),
    /BROKEN: .*"seq":3/,
  );
  assert.match(broken("data/custody-data.txt", "Un enlace", "Dos enlaces", COMMANDS.data), /NOT THE SAME: 3/);
  assert.match(
    broken("data/checks/0001/result.json", "iPhone 8", "iPhone 9", COMMANDS.results),
    /NOT NOTED: data\/checks\/0001\/result\.json/,
  );
});

/** Every way in which text may stand in bytes. */
function spellings(secret: string): Buffer[] {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  forms.push([...secret].map((c) => (c > "\x7f" ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c)).join(""));
  forms.push([...secret].map((c) => `&#${c.codePointAt(0)};`).join(""));
  forms.push([...secret].map((c) => (c > "\x7f" ? `&#x${c.codePointAt(0)!.toString(16)};` : c)).join(""));
  const raw = forms.flatMap((f) => [Buffer.from(f), Buffer.from(f, "utf16le"), Buffer.from(f, "utf16le").swap16()]);
  // Base64 from each place: without the letters that hang on the neighbours.
  const base64 = raw.flatMap((b) =>
    [0, 1, 2].map((n) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(n), b])
          .toString("base64")
          .slice(n === 0 ? 0 : 4, -4),
      ),
    ),
  );
  return [...raw, ...base64.filter((b) => b.length >= 6)];
}

/** Bytes, and what opens out of any stream in them. */
function opened(bytes: Uint8Array): Buffer[] {
  const out = [Buffer.from(bytes)];
  for (let i = 0; i + 2 < bytes.length; i++) {
    const zlib = (bytes[i]! & 15) === 8 && ((bytes[i]! << 8) | bytes[i + 1]!) % 31 === 0;
    for (const [ok, open] of [
      [bytes[i] === 0x1f && bytes[i + 1] === 0x8b, (b: Buffer) => gunzipSync(b, { finishFlush: 2 })],
      [zlib, (b: Buffer) => inflateSync(b, { finishFlush: 2 })],
      [
        bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 3,
        (b: Buffer) => inflateRawSync(b.subarray(30 + b.readUInt16LE(26))),
      ],
    ] as const) {
      if (!ok) continue;
      try {
        out.push(open(Buffer.from(bytes.subarray(i))));
      } catch {
        // No stream.
      }
    }
  }
  return out;
}

test("a redacted edition: nothing withheld in any byte, the same commitments, what is shown holds", async () => {
  const exports = [
    {
      name: "0001.records.csv",
      async *make(views: readonly { result: never; folder: never }[]) {
        for (const v of views) {
          const { records } = await storedRecords(v.folder, v.result, { order: "reading" });
          const made = csv(records, (v.result as { files: [] }).files);
          for await (const chunk of made.chunks) yield new TextEncoder().encode(chunk);
        }
      },
    },
  ] as unknown as NonNullable<DossierInput["exports"]>;
  const { full, bag, made } = await redacted(madeLog(), { exports });
  assert.deepEqual(bag.bytes("data/commitments.txt"), full.bytes("data/commitments.txt"));
  assert.match(
    bag.text("bag-info.txt"),
    new RegExp(`Contraluz-Full-Tagmanifest: ${sumOf(full.bytes("tagmanifest-sha256.txt"))}`),
  );
  assert.deepEqual(made.parts, [
    { part: "0001/ios.calls", committed: 2, disclosed: 1 },
    { part: "0001/ios.sms", committed: 3, disclosed: 2 },
    { part: "0001/finding", committed: 2, disclosed: 1 },
  ]);
  const secrets = ["SECRETO", "ñandú", "reservado.example", NAME, "Caso de"];
  // Times that only withheld records have.
  secrets.push("2024-01-02T", "2024-01-05T");
  assert.ok(full.text("data/checks/0001/report.es.html").includes("SECRETO-ñandú"));
  for (const [name, bytes] of bag.files)
    for (const open of opened(bytes))
      for (const secret of secrets)
        for (const s of spellings(secret)) assert.equal(open.includes(s), false, `${secret} in ${name} as ${s}`);
  // Unsalted hashes of small things that are withheld would be guessed.
  for (const [name, bytes] of bag.files)
    for (const line of full.text("data/checks/0001/records/ios.calls.jsonl").split("\n"))
      if (line.includes("SECRETO")) assert.ok(!Buffer.from(bytes).includes(sumOf(`${line}\n`)), name);
  assert.match(bag.text("data/checks/0001/report.es.html"), /no muestra 2 registros ni 1 hallazgo\./);
  assert.ok(bag.text("data/checks/0001/report.es.html").includes("Enlace uno"));
  assert.ok(bag.text("data/export/0001.records.csv").includes("tres.example"));
  assert.equal(bag.text("data/stories.json").includes("Llegó un enlace."), true);
  assert.ok(bag.text("data/reviews.json").includes("Laboratorio Dos"));
  const first = bag.text("data/dossier.es.html");
  for (const t of ["Llegó un enlace.", "Lo confirma", "0001/finding/00000000000000aa", "partes reservadas"])
    assert.ok(first.includes(t), t);
  assert.ok(full.text("data/dossier.en.html").includes("SECRETO-cuento."));
});

test("a redacted edition can be made from the full one alone, and must be of it", async () => {
  const log = madeLog();
  const { full, bag } = await redacted(log);
  const salts = saltsFrom(memory(full.bytes("data/salts.txt")));
  const edition = {
    kind: "redacted",
    of: sumOf(full.bytes("tagmanifest-sha256.txt")),
    commitments: sumOf(full.bytes("data/commitments.txt")),
    withheld,
  } as const;
  const again = await make(madeInput({ custody: log, edition, salts }));
  assert.deepEqual(again.bag.files, bag.files);
  const other = new MemoryBag();
  const refused = await makeDossier(madeInput({ edition: { ...edition, commitments: sumOf("x") } }), other, PLATFORM);
  assert.deepEqual(refused, { ok: false, why: "other-records" });
  assert.equal(other.state, "discarded");
});

test("the same input gives the same bytes; a stored result that was changed gives none", async () => {
  const input = madeInput({ custody: madeLog() });
  const [a, b] = [await make(input), await make(input)];
  assert.deepEqual(a.bag.files, b.bag.files);
  const { folder, result, files } = madeResult();
  files.set("records/ios.sms.jsonl", Buffer.from(files.get("records/ios.sms.jsonl")!).fill(0x2e, 20, 21));
  const refused = await makeDossier(
    madeInput({ checks: [{ name: "0001", folder, result }] }),
    new MemoryBag(),
    PLATFORM,
  );
  assert.deepEqual(refused, { ok: false, why: "damaged-result", where: [{ file: "0001/ios.sms" }] });
});

test("an anonymous edition is refused wherever the name stands, in any spelling", async () => {
  const never = [NAME, "+52 55 9999 0001", "Nayeli"];
  const found = (text: string | Uint8Array): unknown => {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const guard = new NameGuard(never);
    // In two pieces, cut in the middle.
    guard.push("x", bytes.subarray(0, bytes.length >> 1));
    guard.push("x", bytes.subarray(bytes.length >> 1));
    return guard.found[0]?.text;
  };
  assert.equal(found("contranayeli, Juana la otra, Pérez de aquí"), undefined);
  for (const spelling of [
    NAME,
    "JUANA  PEREZ ÑUÑEZ",
    "perez, juana",
    "pe\u0301rez_juana",
    "juanaperez99@correo.example",
    "Juana P\\u00e9rez",
    "Juana%20P%C3%A9rez",
    "Juana&nbsp;P&eacute;rez",
    "Juana P&#xe9;rez",
    "Juana\u200bPérez",
  ]) {
    assert.equal(found(`x ${spelling} y`), 0, spelling);
    for (const n of [0, 1, 2])
      for (const encoding of ["utf8", "utf16le"] as const) {
        const b64 = Buffer.from(`${"z".repeat(n)}${spelling} y`, encoding).toString("base64");
        assert.equal(found(`x ${b64}`), 0, `${spelling} ${encoding} ${b64}`);
      }
    assert.equal(found(Buffer.from(`x ${spelling} y`, "utf16le")), 0, `utf16 ${spelling}`);
  }
  assert.equal(found(Buffer.from("x Juana Pérez", "latin1")), 0);
  assert.equal(found("tel. 525599990001"), 1);
  assert.equal(found("a NAYELI, b"), 2);
  const one = async (bytes: Uint8Array): Promise<unknown> => {
    const exports = [
      {
        name: "x.txt",
        async *make() {
          yield bytes;
        },
      },
    ];
    const bag = new MemoryBag();
    const made = await makeDossier(madeInput({ custody: [], exports, never }), bag, PLATFORM);
    assert.equal(bag.state, made.ok ? "committed" : "discarded");
    return made.ok || made;
  };
  assert.equal(await one(Buffer.from("hola")), true);
  const where = [{ file: "data/export/x.txt", text: 0 }];
  assert.deepEqual(await one(Buffer.from("de Juana Pérez")), { ok: false, why: "name-occurs", where });
  const packed = { ok: false, why: "packed-export", where: [{ file: "data/export/x.txt" }] };
  assert.deepEqual(await one(gzipSync("hola")), packed);
  // In the log, too.
  const made = await makeDossier(madeInput({ never: [NAME] }), new MemoryBag(), PLATFORM);
  assert.deepEqual(made, { ok: false, why: "name-occurs", where: [{ file: "data/custody-data.txt", text: 0 }] });
});

test("data of a log that has not its form is not taken for it", async () => {
  const [first] = madeLog();
  const texts = [
    "{",
    "[]",
    "null",
    '{"id":1}',
    '{"sentences":[{"text":"x","cites":[null]}],"id":"a","title":"b","lang":"es"}',
  ];
  const custody: Entry[] = [first!];
  for (const text of texts)
    for (const action of ["story", "review", "incident", "tag"] as const) {
      const made = makeEntry(
        PLATFORM,
        custody.at(-1),
        { actor: "r1", action, data: {} as never },
        { at: "2024-03-01T00:00:00Z", salt: "0".repeat(64) },
      );
      const head = { ...made.head, data: sumOf(made.salt + text) };
      custody.push({ ...made, line: JSON.stringify(head), head, text } as Entry);
    }
  const { bag } = await make(madeInput({ custody }));
  assert.equal(bag.text("data/custody-data.txt").split("\n").length - 1, custody.length);
  assert.ok(!bag.parts.has("data/stories.json") && !bag.parts.has("data/incidents.json"));
  const cut = await make(madeInput({ custody, edition: { kind: "redacted", withheld: () => false } }));
  assert.equal(cut.bag.text("data/custody-data.txt").split("\n").length - 1, 1);
});

test("names of checks, artifacts and files of a hostile result do not become paths", async () => {
  const { folder, result } = madeResult();
  const sms = result.records["ios/sms"]!;
  for (const hostile of [
    { checks: [{ name: "../x", folder, result }] },
    {
      checks: [
        { name: "0001", folder, result: { ...result, records: { "ios/sms": { ...sms, file: "../../etc/passwd" } } } },
      ],
    },
    { checks: [{ name: "0001", folder, result: { ...result, records: { "ios/../x\n": sms } } }] },
    { checks: [{ name: "0001", folder, result: { ...result, findings: [{ ...result.findings[0]!, id: "a  b\n" }] } }] },
  ]) {
    const bag = new MemoryBag();
    await assert.rejects(makeDossier(madeInput(hostile), bag, PLATFORM), { code: "usage" });
    assert.equal(bag.state, "discarded");
  }
  assert.equal(ARTIFACTS.size, 2);
});
