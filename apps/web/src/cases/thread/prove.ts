/** Proofs for a dossier that is made: the question to an authority, its answer, a signature. What comes out is a new zip; the old one stays. @module */
import {
  type BagTree,
  bagTree,
  bytesIn,
  isLabel,
  isOurQuestion,
  type Proof,
  proofName,
  signDossier,
  takeSignature,
  takeStamp,
  type Verified,
  verifyDossier,
} from "@contraluz/case/dossier/index.ts";
import { stampNonce } from "@contraluz/case/dossier/of-case.ts";
import { WHY } from "@contraluz/case/dossier/words.ts";
import { readMinisignPublic, readSigningKey } from "@contraluz/case/sign/index.ts";
import { KEY_FAILURE } from "@contraluz/case/sign/words.ts";
import { certificatesOf, timestampRequest } from "@contraluz/case/timestamp/index.ts";
import type { OpenVault } from "@contraluz/case/vault/index.ts";
import { type Input, type Lang, say } from "@contraluz/core";
import { openInput } from "@contraluz/evidence";
import type { StoredEntry } from "@contraluz/formats/zip/index.ts";
import type { CaseQuestions, SignBy } from "../ask.ts";
import { BAG, LIST, ofBytes, ofFile, zipOf } from "./bag-zip.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

const MOST_LIST = 64 << 20;
/** Answers, signatures, certificates. */
const MOST_FILE = 4 << 20;

interface Proving {
  readonly bag: BagTree;
  readonly list: Uint8Array;
  readonly digest: Uint8Array;
  readonly found: Verified;
}

/** Opens a dossier that nothing speaks against: whoever signs or stamps it stands behind what it is now. */
async function opened<T>(input: Input, vault: OpenVault, lang: Lang, work: (p: Proving) => Promise<T>): Promise<T> {
  const { platform } = vault.machine;
  const tree = await openInput(input, { platform, report: () => {} }).catch(() => undefined);
  try {
    const bag = tree?.tree.access === "seekable" ? await bagTree(tree.tree, platform) : undefined;
    const list = bag && (await bytesIn(bag, LIST, MOST_LIST));
    if (!bag || !list) throw new Unsaid(say(DESK.notADossier, lang));
    const found = await verifyDossier(bag, { platform });
    if (found.verdict === "fails") throw new Unsaid(say(DESK.dossierFails, lang));
    const digest = Uint8Array.from(found.attested.tagmanifest.match(/../g)!, (x) => Number.parseInt(x, 16));
    return await work({ bag, list, digest, found });
  } finally {
    await tree?.close();
  }
}

function labelled(label: string, lang: Lang): string {
  if (!isLabel(label)) throw new Unsaid(say(DESK.badProofLabel, lang));
  return label;
}

/** The question that lies in it, or the one that this case asks. */
async function questionOf(p: Proving, vault: OpenVault, label: string, lang: Lang): Promise<Uint8Array> {
  const there = await bytesIn(p.bag, proofName(label, "tsq"), MOST_FILE);
  if (!there) return timestampRequest(p.digest, await stampNonce(vault, p.found.attested.tagmanifest, label));
  if (!isOurQuestion(there, p.digest)) throw new Unsaid(say(WHY["other-question"], lang));
  return there;
}

export function question(
  input: Input,
  vault: OpenVault,
  label: string,
  lang: Lang,
): Promise<CaseQuestions["question"]["answer"]> {
  labelled(label, lang);
  return opened(input, vault, lang, async (p) => ({
    blob: new Blob([(await questionOf(p, vault, label, lang)) as Uint8Array<ArrayBuffer>], {
      type: "application/timestamp-query",
    }),
    tagmanifest: p.found.attested.tagmanifest,
  }));
}

async function bytesOf(file: File, lang: Lang): Promise<Uint8Array> {
  if (file.size > MOST_FILE) throw new Unsaid(say(DESK.tooLarge, lang));
  return new Uint8Array(await file.arrayBuffer());
}

/** Signatures of the list, by the key that was given for this once. */
export async function signedBy(list: Uint8Array, sign: SignBy, at: string, lang: Lang): Promise<Proof> {
  const phrase = sign.phrase === undefined || sign.phrase === "" ? undefined : new TextEncoder().encode(sign.phrase);
  const read = await readSigningKey(sign.key, phrase);
  phrase?.fill(0);
  if (!read.ok) throw new Unsaid(say(KEY_FAILURE[read.why], lang));
  return signDossier(list, read.key, labelled(sign.label, lang), at);
}

/** The bag once more, with these files beside it. One that is there with other bytes is not overwritten. */
async function zipWith(bag: BagTree, proof: Proof, lang: Lang): Promise<Blob> {
  const entries: StoredEntry[] = [];
  for (const [name, bytes] of proof) {
    const there = await bytesIn(bag, name, MOST_FILE);
    if (!there && !bag.files.has(name)) entries.push(ofBytes(`${BAG}${name}`, bytes));
    else if (!there || there.length !== bytes.length || there.some((b, i) => b !== bytes[i]))
      throw new Unsaid(say(DESK.labelTaken, lang));
  }
  const whole = [...bag.files].map(([name, size]) => ofFile(`${BAG}${name}`, size, () => bag.open(name)));
  return zipOf([...whole, ...entries]);
}

export function prove(
  input: Input,
  vault: OpenVault,
  by: CaseQuestions["prove"]["ask"]["by"],
  lang: Lang,
): Promise<CaseQuestions["prove"]["answer"]> {
  return opened(input, vault, lang, async (p) => {
    if ("sign" in by) {
      const proof = await signedBy(p.list, by.sign, vault.machine.now(), lang);
      return { blob: await zipWith(p.bag, proof, lang), said: [say(DESK.signed, lang)] };
    }
    const label = labelled(by.label, lang);
    if ("signature" in by) {
      const key = by.key.trim() === "" ? undefined : readMinisignPublic(by.key);
      const proof = takeSignature(p.list, await bytesOf(by.signature, lang), label, key);
      if (!proof) throw new Unsaid(say(DESK.badSignature, lang));
      return { blob: await zipWith(p.bag, proof, lang), said: [say(DESK.signed, lang)] };
    }
    const pem = by.authority.trim() === "" ? "" : `${by.authority.trimEnd()}\n`;
    if (pem !== "" && certificatesOf(pem).length === 0) throw new Unsaid(say(DESK.noCertificate, lang));
    const request = await questionOf(p, vault, label, lang);
    const response = await bytesOf(by.answer, lang);
    const taken = await takeStamp({ label, digest: p.digest, request, response, pem });
    if (!taken.ok) throw new Unsaid(say(DESK.badStamp, lang), say(WHY[taken.fault], lang));
    const { state, time, authority } = taken.checked;
    const stamped = { time: time!.replace("T", " ").replace("Z", ""), authority: authority! };
    const said = [say(DESK.stamped, lang, stamped)];
    if (state === "untrusted") said.push(say(DESK.stampUntrusted, lang));
    if (p.found.attested.times.length === 0) said.push(say(DESK.stampSecond, lang));
    return { blob: await zipWith(p.bag, taken.proof, lang), said };
  });
}
