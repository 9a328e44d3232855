/** Packs that somebody made who knows our key: the tar in them, or its files with sums that hold, in two parts as they arrive. */

import type { CaseMachine } from "@contraluz/case/machine.ts";
import { readFront, receivePack } from "@contraluz/case/pack/index.ts";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { createVault, newIdentity, openCopy, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import { encodeJson, type Json } from "@contraluz/core";
import { openRef } from "@contraluz/evidence/open-ref.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { Encrypter } from "age-encryption";
import { makeTar } from "../archives.ts";
import { makeDice } from "../dice.ts";
import { sourceOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import { sealTar } from "../seal.ts";
import type { Tally, Target } from "../target.ts";

const platform = nodePlatform({ workers: 0 });
const salts = makeDice(9, 9);
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from({ length: n }, () => salts.below(256)),
};
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const sha256 = (bytes: Uint8Array): string => {
  const h = platform.sha256();
  h.update(bytes);
  return h.hex();
};

const FILES = [
  ["Library/SMS/sms.db", text("SQLite format 3\0".repeat(40))],
  ["año/vacío", new Uint8Array(0)],
  ["x.plist", text("<plist><dict></dict></plist>\n")],
] as const;
const CONSENT = text(
  `${encodeJson({
    id: "c1",
    person: { label: "p1" },
    organisation: "Línea",
    purpose: "revisar",
    artifacts: "all",
    content: false,
    copies: true,
    publication: "none",
    after: "delete",
    recipients: [],
    incidents: false,
    given: { on: "2026-11-25", how: "signed" },
  })}\n`,
);
const RESULT = text('{"schema":"contraluz/result@1"}\n');
const LIST = text(
  [
    { path: "Library", kind: "dir" },
    ...FILES.map(([path, b]) => ({
      path,
      kind: "file",
      size: b.length,
      sha256: sha256(b),
      modified: 1_700_000_000_000,
    })),
    { path: "z", kind: "file", size: 7 },
  ]
    .map((l) => `${encodeJson(l as unknown as Json)}\n`)
    .join(""),
);
const LEFT = text(`${encodeJson({ sha256: sha256(text("z")), size: 7, path: "z" })}\n`);
const HEAD = text(
  `${encodeJson({
    schema: "contraluz/pack@1",
    evidence: {
      id: "ab".repeat(32),
      name: "respaldo",
      kind: "ios-backup",
      was: { sha256: "cd".repeat(32), size: 900, layers: ["gzip", "tar"] },
    },
    scope: { artifacts: ["ios/sms"], content: false, evidenceCopies: true },
    context: { asOf: "", custody: [["2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"]], known: ["perfil"] },
    version: "0.1.0",
    indicators: ["ef".repeat(32)],
    resultSha256: sha256(RESULT),
    consentSha256: sha256(CONSENT),
    packed: { files: 3, bytes: 670 },
    leftOut: { files: 1, bytes: 7 },
  })}\n`,
);

const NAMES = ["pack.json", "consent.json", "result.json", "files.jsonl", "left-out.jsonl"];
const SEED: Parts = [HEAD, CONSENT, RESULT, LIST, LEFT, ...FILES.map(([, b]) => b)];

const tarOf = (parts: Parts): Uint8Array =>
  makeTar(parts.map((bytes, i) => ({ name: NAMES[i] ?? `evidence/${FILES[i - NAMES.length]![0]}`, bytes })));

/** Puts the right sums into texts that were changed, where they still can be found in them. */
function agree(parts: Parts): Parts {
  const put = (into: Uint8Array, was: Uint8Array, is: Uint8Array): Uint8Array =>
    text(new TextDecoder().decode(into).replaceAll(sha256(was), sha256(is)));
  let [head, list] = [parts[0]!, parts[3]!];
  for (const at of [1, 2]) head = put(head, SEED[at]!, parts[at]!);
  for (let at = NAMES.length; at < parts.length; at++) list = put(list, SEED[at]!, parts[at]!);
  return parts.map((p, i) => (i === 0 ? head : i === 3 ? list : p));
}

const { identity, recipient } = await newIdentity();
const seed = memoryFolder();
const by = { identities: [identity] };
await (
  await createVault(seed, { title: "t", lang: "es", actor: "r1", to: { recipients: [recipient] } }, machine)
).close();

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  const e = new Encrypter();
  e.addRecipient(recipient);
  return e.encrypt(bytes);
}

async function drive([tar, cut]: Parts, tally: Tally): Promise<void> {
  const at = Math.floor((tar!.length * cut![0]!) / 256);
  const ages = [await sealed(new Uint8Array(tar!.subarray(0, at))), await sealed(new Uint8Array(tar!.subarray(at)))];
  const parts = ages.map((a) => async () => sourceOf(a));
  const folder = memoryFolder(new Map(seed.files));
  const vault = await openVaultToWrite(folder, by, machine);
  let front: Awaited<ReturnType<typeof readFront>>;
  try {
    front = await readFront(parts, [identity], platform);
    const got = await receivePack(vault, parts, [identity], undefined, front.id);
    tally.values += got.taken.files;
    const { consent, taken, head } = got;
    if (head.packed.files !== taken.files) throw new Error("a file was lost, and nobody was told");
    if (consent) await vault.write({ actor: "r1", action: "consent", data: { consent } });
    for (const [from, to] of head.context.custody)
      await vault.write({ actor: "r1", action: "window", data: { from, to, why: "pack" } });
    await vault.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
    const input = await openCopy(vault, taken);
    if (!("tree" in input)) throw new Error("no tree");
    let read = 0;
    for await (const batch of input.tree.files())
      for (const f of batch) {
        if (!f.ref) continue;
        const source = await openRef(f.ref, { platform, report: tally.report });
        if ((await source.read(0, source.size)).length !== f.size) throw new Error(`${f.path} is short`);
        await source.close?.();
        read++;
      }
    if (read !== taken.files) throw new Error(`${read} files of ${taken.files}`);
  } catch (e) {
    if (vault.state.evidence.length === 0 && [...folder.files.keys()].some((f) => f.startsWith("evidence/")))
      throw new Error("something is kept of a pack that does not hold", { cause: e });
    throw e;
  } finally {
    await vault.close();
  }
}

export const target: Target = {
  make(dice) {
    const cut = Uint8Array.of(dice.below(256));
    if (dice.oneIn(2)) {
      const [tar] = mutate({ seeds: [[tarOf(SEED)]], paged: true }, dice);
      const whole = new Uint8Array(tar!);
      if (!dice.oneIn(4)) sealTar(whole);
      return [whole, cut];
    }
    const out = [...SEED];
    for (let n = dice.length(3); n > 0; n--) {
      const at = dice.below(out.length);
      out[at] = mutate({ seeds: [[out[at]!]] }, dice)[0]!;
    }
    return [tarOf(agree(out)), cut];
  },
  drive,
  refuses: true,
};
