/**
 * The bar of consent for what leaves a case: a case whose consent changes at random, and each time dossiers and packs for several people.
 * Nothing that the newest consent does not allow stands in any byte of what is made.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts";
import type { Result } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { SAMPLE } from "@contraluz/engine/check.fixture.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { createRandom, type Random } from "../../../../samples/lib/random.ts";
import { CONSENT } from "../consent/consent.fixture.ts";
import { mayExport, mayKeep, mayRead, scopeOf, within } from "../consent/gate.ts";
import { DATA_GROUPS } from "../consent/groups.ts";
import type { Audience, Consent, Share } from "../consent/types.ts";
import type { Incident } from "../incidents/types.ts";
import { makePack } from "../pack/index.ts";
import { memoryFolder } from "../vault/folder.fixture.ts";
import {
  checkInCase,
  contextOf,
  copyEvidence,
  createVault,
  latestConsent,
  newIdentity,
  type OpenVault,
  openCopy,
  Refused,
  resultOfCheck,
  storedCheck,
} from "../vault/index.ts";
import { makeDossier } from "./build.ts";
import { MemoryBag } from "./dossier.fixture.ts";
import { dossierOfCase } from "./of-case.ts";
import { readWithhold } from "./withhold.ts";

const machine = {
  platform: nodePlatform({ workers: 0 }),
  now: () => "2026-11-26T03:30:00Z",
  random: (n: number) => Uint8Array.from(randomBytes(n)),
};
const DAY = "2026-11-26";
const NAME = "Xóchitl Quetzalli Ameyalli";
const BY_ID = new Map(ARTIFACTS.map((a) => [a.id, a]));

/** Long texts of values, which are not there by chance: no single word of a language. */
function textsOf(v: unknown, out: Set<string>): void {
  if (typeof v === "string") {
    if (v.length >= 9 && !/^\d+$|^[A-Za-z]+$|^\d{4}-\d\d-\d\dT/.test(v)) out.add(v);
  } else if (typeof v === "object" && v !== null) for (const x of Object.values(v)) textsOf(x, out);
}

interface Told {
  /** Of each place: texts that stand nowhere else. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly content: readonly string[];
}

async function toldBy(vault: OpenVault, check: string, result: Result): Promise<Told> {
  const sets = new Map<string, Set<string>>();
  const content = new Set<string>();
  const plain = new Set<string>();
  for (const [id, entry] of Object.entries(result.records)) {
    const own = new Set<string>();
    const source = await storedCheck(vault, check).read(entry.file);
    const lines = new TextDecoder().decode(await source.read(0, source.size)).split("\n");
    for (const l of lines.filter((x) => x !== "")) {
      const { kind, ...fields } = JSON.parse(l) as { kind: string };
      for (const [name, v] of Object.entries((fields as { fields?: object }).fields ?? fields)) {
        textsOf(v, own);
        textsOf(v, BY_ID.get(id as `${string}/${string}`)?.fields[kind]?.[name]?.content ? content : plain);
      }
    }
    sets.set(id, own);
  }
  const anyway = JSON.stringify(result.indicators) + JSON.stringify(result.acquisition.device ?? {});
  const own = new Map(
    [...sets].map(([id, texts]): [string, string[]] => {
      const rest = [...sets].filter(([x]) => x !== id).map(([, s]) => [...s].join("\n"));
      const others = `${rest.join("\n")}\n${anyway}`;
      return [id, [...texts].filter((t) => !others.includes(t.replace(/^\+(?=\d+$)/, "")))];
    }),
  );
  const said = [...plain].join("\n") + anyway;
  return { own, content: [...content].filter((t) => !said.includes(t)) };
}

const incident = (id: string, publish: boolean, what: string): Incident => ({
  id,
  at: { from: { wall: "2026-11-20", precision: "day" }, seen: "20 nov" },
  place: { name: "Caseta" },
  who: "",
  what,
  kinds: ["checkpoint"],
  source: { label: "contó-alguien", how: "direct" },
  consent: { publish },
  evidence: [],
});

const SHARES: readonly Share[] = ["result", "dossier", "pack", "indicators"];

function someConsent(r: Random, n: number): Consent {
  const share = r.pick([0, 10, 40, 80]);
  const artifacts = [
    ...DATA_GROUPS.filter(() => r.below(100) < share / 3),
    ...ARTIFACTS.map((a) => a.id).filter(() => r.below(100) < share),
  ];
  return {
    ...CONSENT,
    id: `c${n}`,
    person: { label: "p1", name: NAME },
    artifacts: r.below(6) === 0 ? "all" : artifacts,
    content: r.below(2) === 1,
    copies: r.below(2) === 1,
    incidents: r.below(2) === 1,
    publication: r.pick(["named", "anonymous", "none"] as const),
    recipients: SHARES.filter(() => r.below(2) === 1).map((what) => ({ name: "Laboratorio", what })),
  };
}

const AUDIENCES: readonly Audience[] = [
  { who: "named", name: "Laboratorio" },
  { who: "named", name: "Nadie" },
  { who: "public" },
];

const report = { artifacts: BY_ID };
const ask = (to: Audience, evidence: boolean) =>
  ({ to, title: "Caso", lang: "es", at: machine.now(), tool: "contraluz t", evidence, report }) as const;

async function refusedOr<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (e) {
    if (e instanceof Refused) return undefined;
    throw e;
  }
}

test("nothing outside the newest consent leaves a case: dossiers with exports and evidence, and packs", async () => {
  const key = await newIdentity();
  const compiled = await compileIndicators([BUILTIN_SET]);
  const vault = await createVault(
    memoryFolder(),
    { title: "t", lang: "es", actor: "r1", to: { recipients: [key.recipient] } },
    machine,
  );
  const consent = (c: Consent) => vault.write({ actor: "r1", action: "consent", data: { consent: c } });
  await consent({ ...CONSENT, artifacts: "all", content: true, copies: true, incidents: true });
  const taken = await copyEvidence(vault, await inputOf(SAMPLE), { report: () => {} });
  await vault.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
  const planned = new Map<string, readonly string[]>();
  const checking = { actor: "r1", compiled, version: "t", workers: 0 } as const;
  const input = (): ReturnType<typeof openCopy> => openCopy(vault, vault.state.evidence[0]!);
  const { name: wide, result } = await checkInCase(vault, [await input()], {
    ...checking,
    progress: (p) => {
      if (p.step === "planned") for (const f of p.files) planned.set(f.path, f.artifacts);
    },
  });
  const told = await toldBy(vault, wide, result);
  for (const i of [incident("i1", true, "VISTO-publicable"), incident("i2", false, "VISTO-reservado")])
    await vault.write({ actor: "r1", action: "incident", data: { incident: i } });
  const story = { id: "s1", title: "Lo que pasó", lang: "es" } as const;
  const cite = { check: wide, artifact: Object.keys(result.records)[0]!, ordinal: 0 };
  await vault.write({
    actor: "r1",
    action: "story",
    data: { ...story, sentences: [{ text: "CUENTO-de-la-primera", cites: [cite] }] },
  });

  const r = createRandom(7);
  let [made, refused, packed, texts, left] = [0, 0, 0, 0, 0];
  for (let n = 2; n < 14; n++) {
    await consent(someConsent(r, n));
    const c = latestConsent(vault.state)!;
    const scope = scopeOf(c);
    const may = (id: string): boolean => mayRead(c, id, DAY) === undefined;
    if (n % 3 === 0) await checkInCase(vault, [await input()], checking);
    for (const to of AUDIENCES) {
      const evidence = r.below(3) === 0;
      const edition = to.who !== "person" && c.publication === "anonymous" ? "anonymous" : "full";
      const out = await refusedOr(() => dossierOfCase(vault, ask(to, evidence)));
      const gate = mayExport(c, { what: "dossier", edition, to, on: DAY });
      const pack = mayExport(c, { what: "pack", edition: "full", to, on: DAY });
      const noEvidence = evidence && (pack || mayKeep(c, "copies", DAY) || out?.edition !== "full");
      assert.equal(out === undefined, gate !== undefined || Boolean(noEvidence), `${n} ${JSON.stringify(to)}`);
      if (!out) {
        refused++;
        continue;
      }
      made++;
      const [behind] = out.stay;
      if (behind !== undefined && left++ === 0) {
        // To withhold what stays behind in any case is no slip; what is in no check is one.
        for (const [label, ok] of [
          [`${behind}/finding`, true],
          ["9999/finding", false],
        ] as const) {
          const list = readWithhold(label);
          assert.ok(list.ok);
          const less = await dossierOfCase(vault, { ...ask(to, false), withhold: list });
          assert.equal((await makeDossier(less.input, new MemoryBag(), machine.platform)).ok, ok, label);
        }
      }
      const bag = new MemoryBag();
      const dossier = await makeDossier(out.input, bag, machine.platform);
      assert.ok(dossier.ok, JSON.stringify(dossier));
      const names = [...bag.parts.keys()];
      const written = names.filter((f) => !f.startsWith("data/evidence/"));
      const bytes = written.map((f) => bag.text(f)).join("\n");
      for (const { name } of out.input.checks)
        assert.ok(within((await resultOfCheck(vault, name)).scope, scope), `${n}: check ${name}`);
      // The name of a file that was allowed may say what a list of files says, too.
      const named = out.input.checks.flatMap((k) => k.result.files.map((f) => `${f.path}\n${f.name ?? ""}`)).join("\n");
      for (const [id, own] of told.own)
        if (!may(id))
          for (const t of own)
            if (!named.includes(t)) {
              texts++;
              assert.ok(!bytes.includes(t), `${n} ${id}: ${t}`);
            }
      if (!c.content)
        for (const t of told.content) {
          texts++;
          assert.ok(!bytes.includes(t), `${n} content: ${t}`);
        }
      assert.ok(!bytes.includes("VISTO-reservado"), String(n));
      if (!c.incidents) assert.ok(!bytes.includes("VISTO-publicable"));
      if (!within(result.scope, scope)) assert.ok(!bytes.includes("CUENTO-de-la-primera"));
      if (out.edition !== "full") assert.ok(!bytes.includes("contó-alguien"));
      if (out.edition === "anonymous") for (const w of NAME.split(" ")) assert.ok(!bytes.includes(w), w);
      const sums = new Set(out.input.checks.flatMap((k) => k.result.files.map((f) => f.sha256)));
      for (const f of names.filter((x) => x.startsWith("data/evidence/"))) assert.ok(sums.has(f.slice(14)), f);
    }
    const given = await makePack(await input(), {
      machine,
      scope,
      context: contextOf(vault.state),
      compiled,
      version: "t",
      consent: c,
    });
    const files = new Set(given.result.files.map((f) => f.path.split("!/")[0]!));
    const tar: Uint8Array[] = [];
    for await (const b of given.bytes()) tar.push(b.slice());
    const list = Buffer.concat(tar).toString("latin1");
    for (const [path, artifacts] of planned)
      if (!artifacts.some(may) && !files.has(path)) {
        packed++;
        const line = list.split("\n").find((l) => l.startsWith(`{"path":"${path}",`) && l.includes('"sha256"'));
        assert.equal(line, undefined, path);
      }
    await given.close();
  }
  assert.ok(
    left > 0 && made >= 5 && refused >= 5 && packed > 20 && texts > 50,
    `${made} ${refused} ${packed} ${texts}`,
  );
  await vault.close();
});
