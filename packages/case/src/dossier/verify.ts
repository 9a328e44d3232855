/** Checks a dossier that somebody handed over. Nothing in it is believed before it was checked; nothing connects. @module */
import type { Platform, Sha256 } from "@contraluz/core";
import { textOf } from "../sign/bytes.ts";
import { type BagTree, bytesIn } from "./bag-tree.ts";
import { checkCustody } from "./check-custody.ts";
import { checkManifests, MANIFEST, TAGMANIFEST } from "./check-manifests.ts";
import { checkProofs, NOBODY, type Trusted } from "./check-proofs.ts";
import { checkRecords, sumOf } from "./check-records.ts";
import { COMMITMENTS } from "./records.ts";
import type { Verified, VerifyItem } from "./verify-types.ts";

const MOST_FACTS = 16 * 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;

export interface VerifyOptions {
  readonly platform: Pick<Platform, "sha256">;
  /** Keys and authorities that the reader knows from elsewhere. */
  readonly trusted?: Trusted;
  /** Of a redacted edition: the full one, to compare. */
  readonly full?: BagTree;
}

async function factsOf(
  bag: BagTree,
): Promise<{ readonly title: string; readonly edition: string; readonly full?: string }> {
  try {
    const v = JSON.parse(textOf((await bytesIn(bag, "data/dossier.json", MOST_FACTS)) ?? new Uint8Array(0))) as Record<
      string,
      unknown
    >;
    const known = v.schema === "contraluz/dossier@1";
    const full = typeof v.full === "string" && HASH.test(v.full) ? { full: v.full } : {};
    return { title: String(v.title ?? "").slice(0, 300), edition: known ? String(v.edition) : "unknown", ...full };
  } catch {
    return { title: "", edition: "unknown" };
  }
}

/** Whether a redacted edition is one of this full one. One that was made from the case itself names none: then the commitments tell. */
async function checkFull(
  full: BagTree,
  of: string | undefined,
  commitments: string | undefined,
  o: VerifyOptions,
): Promise<VerifyItem> {
  const list = await bytesIn(full, TAGMANIFEST, MOST_FACTS);
  const manifest = await bytesIn(full, MANIFEST, MOST_FACTS);
  const same = of === undefined || (list !== undefined && sumOf(o.platform, list) === of);
  const says = (of: Uint8Array | undefined, row: string): boolean =>
    of !== undefined && `\n${textOf(of)}`.includes(`\n${row}\n`);
  const records =
    manifest !== undefined &&
    says(list, `${sumOf(o.platform, manifest)}  ${MANIFEST}`) &&
    says(manifest, `${commitments}  ${COMMITMENTS}`);
  const about = [...(same ? [] : [TAGMANIFEST]), ...(records ? [] : [COMMITMENTS])];
  return { code: "full-edition", state: about.length > 0 ? "fails" : "holds", about, count: about.length };
}

/**
 * What holds, what fails, what is unknown.
 * @example
 * const bag = await bagTree(tree, platform);
 * const v = await verifyDossier(bag!, { platform, trusted: trustedFrom("RWQ…") });
 */
export async function verifyDossier(bag: BagTree, o: VerifyOptions): Promise<Verified> {
  const { items, tagmanifest, info, payload } = await checkManifests(bag, o.platform);
  const records = await checkRecords(bag, payload);
  const proofs = await checkProofs(bag, tagmanifest, o.trusted ?? NOBODY, o.platform);
  const facts = await factsOf(bag);
  const edition = facts.edition === "full" || facts.edition === "redacted" ? facts.edition : "unknown";
  const results = edition === "full" ? payload : new Map<string, Sha256>();
  const custody = await checkCustody(bag, info.get("Contraluz-Custody-Last"), o.platform, results);
  const more: VerifyItem[] = [];
  if (edition === "unknown") more.push({ code: "form", state: "fails", about: ["data/dossier.json"], count: 1 });
  if (edition === "redacted" && (facts.full !== undefined || o.full))
    more.push(
      o.full
        ? await checkFull(o.full, facts.full, payload.get(COMMITMENTS), o)
        : { code: "full-edition", state: "unknown", why: "full-not-given", about: [], count: 0 },
    );
  const all = [...items, ...records.items, ...custody.items, ...more, ...proofs.items];
  const fails = all.some((i) => i.state === "fails");
  const { signatures, times } = proofs.attested;
  // Anybody may have anything stamped: a time alone says nothing of who made it. Who names an authority wants its time as well.
  const timed = (o.trusted?.roots.length ?? 0) === 0 || times.some((t) => t.trusted);
  const proven = signatures.some((s) => s.trusted) && timed;
  const sizes = [...bag.files].filter(([p]) => p.startsWith("data/")).map(([, n]) => n);
  return {
    verdict: fails ? "fails" : proven ? "holds" : "unproven",
    items: all,
    attested: proofs.attested,
    facts: {
      title: facts.title,
      edition,
      ...(facts.full === undefined ? {} : { full: facts.full }),
      committed: records.committed,
      disclosed: records.disclosed,
      entries: custody.entries,
      files: sizes.length,
      bytes: sizes.reduce((a, b) => a + b, 0),
    },
  };
}
