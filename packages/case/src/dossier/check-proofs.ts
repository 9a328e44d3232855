/** Signatures and times of a dossier: whether they hold, and whether the reader gave the keys and authorities behind them. @module */
import { hex, type Platform } from "@contraluz/core";
import { sameBytes, textOf } from "../sign/bytes.ts";
import {
  type MinisignPublicKey,
  minisignKeyText,
  readMinisign,
  readMinisignPublic,
  verifyMinisign,
} from "../sign/minisign.ts";
import { readSshPublic, readSshSig, sshFingerprint, verifySshSig } from "../sign/sshsig.ts";
import { type ChainCertificate, certificatesOf } from "../timestamp/certificate.ts";
import { verifyTimestamp } from "../timestamp/verify.ts";
import { type BagTree, bytesIn } from "./bag-tree.ts";
import { sumOf } from "./check-records.ts";
import {
  type Attested,
  type AttestedSignature,
  type AttestedTime,
  Listed,
  type VerifyItem,
  type VerifyWhy,
} from "./verify-types.ts";

const PROOF = /^proofs\/tagmanifest-sha256\.txt\.([A-Za-z0-9_-]{1,40})\.(minisig|sig|tsr|tsq)$/;
const KEY = /^proofs\/keys\/([A-Za-z0-9_-]{1,40})\.(pub|allowed_signers|pem)$/;
const MOST = 1 << 20;
/** Of each kind. */
const MOST_PROOFS = 20;

/** Whom the reader trusts: keys and certificates that did not come with the dossier. */
export interface Trusted {
  readonly minisign: readonly MinisignPublicKey[];
  /** 32 bytes each. */
  readonly ssh: readonly Uint8Array[];
  readonly roots: readonly ChainCertificate[];
}

export const NOBODY: Trusted = { minisign: [], ssh: [], roots: [] };

interface Found<T> {
  readonly item: VerifyItem;
  readonly attested?: T;
}

const item = (code: VerifyItem["code"], state: VerifyItem["state"], label: string, why?: VerifyWhy): VerifyItem => ({
  code,
  state,
  about: [label],
  count: 1,
  ...(why === undefined ? {} : { why }),
});

const text = async (bag: BagTree, path: string): Promise<string | undefined> => {
  const bytes = await bytesIn(bag, path, MOST);
  return bytes && textOf(bytes);
};

async function checkMinisign(
  bag: BagTree,
  label: string,
  path: string,
  message: Uint8Array,
  trusted: Trusted,
): Promise<Found<AttestedSignature>> {
  const about = `minisign ${label}`;
  const signature = (await text(bag, path)) ?? "";
  const read = readMinisign(signature);
  if (!read) return { item: item("signature", "fails", about, "unreadable") };
  const given = trusted.minisign.find((k) => verifyMinisign(signature, message, k) === "good");
  // By its number it is a key that the reader knows, and it did not sign this.
  if (!given && trusted.minisign.some((k) => sameBytes(k.id, read.id)))
    return { item: item("signature", "fails", about, "bad-signature") };
  const own = readMinisignPublic((await text(bag, `proofs/keys/${label}.pub`)) ?? "");
  if (!given && !own) return { item: item("signature", "unknown", about, "no-key") };
  const key = given ?? (verifyMinisign(signature, message, own!) === "good" ? own! : undefined);
  if (!key) return { item: item("signature", "fails", about, "bad-signature") };
  const attested = {
    kind: "minisign",
    label,
    key: minisignKeyText(key),
    comment: read.comment,
    trusted: given !== undefined,
  } as const;
  return {
    item: given ? item("signature", "holds", about) : item("signature", "unknown", about, "key-not-given"),
    attested,
  };
}

async function checkSsh(
  bag: BagTree,
  label: string,
  path: string,
  message: Uint8Array,
  trusted: Trusted,
): Promise<Found<AttestedSignature>> {
  const about = `ssh ${label}`;
  const signature = (await text(bag, path)) ?? "";
  const read = readSshSig(signature);
  if (!read) return { item: item("signature", "fails", about, "unreadable") };
  if (verifySshSig(signature, message) !== "good") return { item: item("signature", "fails", about, "bad-signature") };
  const given = trusted.ssh.some((k) => sameBytes(k, read.key));
  const own = readSshPublic((await text(bag, `proofs/keys/${label}.allowed_signers`)) ?? "");
  const attested = { kind: "ssh", label, key: sshFingerprint(read.key), trusted: given } as const;
  if (given) return { item: item("signature", "holds", about), attested };
  if (own && !sameBytes(own, read.key)) return { item: item("signature", "fails", about, "key-differs") };
  return { item: item("signature", "unknown", about, own ? "key-not-given" : "no-key"), attested };
}

async function checkTime(
  bag: BagTree,
  label: string,
  path: string,
  digest: Uint8Array,
  trusted: Trusted,
): Promise<Found<AttestedTime>> {
  const response = (await bytesIn(bag, path, MOST)) ?? new Uint8Array(0);
  const request = await bytesIn(bag, path.replace(/r$/, "q"), MOST);
  const own = certificatesOf((await text(bag, `proofs/keys/${label}.pem`)) ?? "");
  const common = { digest, response, certificates: own, ...(request ? { request } : {}) };
  const given = await verifyTimestamp({ ...common, roots: trusted.roots });
  if (given.state === "bad") return { item: item("timestamp", "fails", label, given.fault) };
  const { time, authority, certificate } = given;
  const attested = {
    label,
    time: time!,
    authority: authority!,
    certificate: hex(certificate!),
    trusted: given.state === "good",
  };
  return {
    item:
      given.state === "good"
        ? item("timestamp", "holds", label)
        : item("timestamp", "unknown", label, "authority-not-given"),
    attested,
  };
}

export interface ProofsChecked {
  readonly items: readonly VerifyItem[];
  readonly attested: Attested;
}

/** `tagmanifest`: the bytes that all proofs are about. */
export async function checkProofs(
  bag: BagTree,
  tagmanifest: Uint8Array,
  trusted: Trusted,
  platform: Pick<Platform, "sha256">,
): Promise<ProofsChecked> {
  const items: VerifyItem[] = [];
  const signatures: AttestedSignature[] = [];
  const times: AttestedTime[] = [];
  const sum = sumOf(platform, tagmanifest);
  const digest = Uint8Array.from(sum.match(/../g)!, (x) => Number.parseInt(x, 16));
  const paths = [...bag.files.keys()].filter((p) => p.startsWith("proofs/"));
  const others = new Listed();
  const kinds = { minisig: 0, sig: 0, tsr: 0 };
  for (const path of paths) {
    const m = PROOF.exec(path);
    const [label, kind] = m ? [m[1]!, m[2]!] : ["", ""];
    if (!m && !KEY.test(path)) others.add(path);
    if (kind !== "minisig" && kind !== "sig" && kind !== "tsr") continue;
    if (++kinds[kind] > MOST_PROOFS) {
      others.add(path);
      continue;
    }
    if (kind === "tsr") {
      const found = await checkTime(bag, label, path, digest, trusted);
      items.push(found.item);
      if (found.attested) times.push(found.attested);
    } else {
      const found = await (kind === "sig" ? checkSsh : checkMinisign)(bag, label, path, tagmanifest, trusted);
      items.push(found.item);
      if (found.attested) signatures.push(found.attested);
    }
  }
  for (const path of bag.others) if (path.startsWith("proofs/")) others.add(path);
  if (others.count > 0)
    items.push({
      code: "other-proof",
      state: "unknown",
      why: "not-ours",
      about: others.about,
      count: others.count,
    });
  if (kinds.minisig + kinds.sig === 0)
    items.push({ code: "signature", state: "unknown", why: "no-signature", about: [], count: 0 });
  if (kinds.tsr === 0) items.push({ code: "timestamp", state: "unknown", why: "no-timestamp", about: [], count: 0 });
  if (times.length > 0 && new Set(times.map((t) => t.certificate)).size === 1)
    items.push({ code: "timestamp", state: "unknown", why: "one-authority", about: [], count: 0 });
  return { items, attested: { tagmanifest: sum, signatures, times } };
}

/** A key or certificates that the reader names: the text of a file, or the one line that minisign prints. */
export function trustedFrom(text: string): Trusted {
  const roots = certificatesOf(text);
  const mini = readMinisignPublic(text);
  const ssh = text.split("\n").flatMap((l) => readSshPublic(l) ?? []);
  return { minisign: mini ? [mini] : [], ssh: ssh.slice(0, 100), roots };
}
