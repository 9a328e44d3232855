/**
 * "Who else has access?" as typed data: the findings of a result by the kind of access they are about, and for each kind what its places could
 * tell. The page, the terminal and the web app draw it; the sentences of findings stay those of the findings.
 * @module
 */
import type { Coverage, Finding, Lang, Result } from "@contraluz/core";
import { onlySecondHand } from "../answer/second-hand.ts";
import { type Names, nameOf } from "../gaps/gaps.ts";
import { inOrder } from "../order.ts";
import { ANDROID_ACCESS } from "./android-kinds.ts";
import { type AccessId, type AccessKind, IOS_ACCESS } from "./kinds.ts";
import { ACCESS, type AccessKindWords } from "./words.ts";

/**
 * `asked`: a finding is about it. `listed`: a place holds records that only the person can go through. `quiet`: read, and no finding is about it.
 * `dark`: no place of this evidence could tell.
 */
export type AccessState = "asked" | "listed" | "quiet" | "dark";

/** A place with records to go through, and where they lie in the folder of the result. */
export interface AccessList {
  readonly artifact: string;
  readonly name: string;
  readonly count: number;
  readonly file?: string;
}

export interface Access {
  readonly id: AccessId;
  readonly state: AccessState;
  readonly findings: readonly Finding[];
  readonly lists: readonly AccessList[];
  /** Names of places that were read, at least in part. */
  readonly read: readonly string[];
  /** Names of places that would tell and could not. */
  readonly unseen: readonly string[];
  readonly words: AccessKindWords;
}

/** What may be asked about, by the kind of evidence. */
const KINDS_OF: Readonly<Record<string, readonly AccessKind[]>> = {
  "ios-backup": IOS_ACCESS,
  "ios-filesystem": IOS_ACCESS,
  sysdiagnose: IOS_ACCESS,
  "privacy-report": IOS_ACCESS,
  "ios-crash-reports": IOS_ACCESS,
  "android-bugreport": ANDROID_ACCESS,
  androidqf: ANDROID_ACCESS,
  "adb-backup": ANDROID_ACCESS,
  "intrusion-logs": ANDROID_ACCESS,
};

const ORDER: readonly AccessState[] = ["asked", "listed", "dark", "quiet"];

/** A rule of the kind, or a published sign that was met where it is itself a way in. */
function isAbout(f: Finding, kind: AccessKind): boolean {
  if (f.rule !== null) return kind.rules.includes(f.rule);
  return f.records.some((r) => kind.signs?.includes(r.artifact));
}

function stateOf(findings: number, lists: number, read: number): AccessState {
  if (findings > 0) return "asked";
  if (lists > 0) return "listed";
  return read > 0 ? "quiet" : "dark";
}

/**
 * Every kind of access: first what asks for a look, then what could not be seen, then what is quiet. Empty if this is no evidence of a phone, or
 * nothing of it could be read.
 */
export function accessOf(result: Result, lang: Lang, names: Names): readonly Access[] {
  const { kind } = result.acquisition;
  const kinds = Object.hasOwn(KINDS_OF, kind) ? KINDS_OF[kind]! : [];
  if (result.verdict.evidence === "unchecked" || onlySecondHand(result)) return [];
  const coverage = new Map<string, Coverage>(result.coverage.map((c) => [c.artifact, c]));
  const seen = (id: string): boolean => {
    const state = coverage.get(id)?.state;
    return state === "read" || state === "partly";
  };
  const findings = inOrder(result.findings);
  const all = kinds.map((kind): Access => {
    const about = findings.filter((f) => isAbout(f, kind));
    const read = kind.places.filter(seen);
    const lists = (kind.lists ?? []).flatMap((artifact): AccessList[] => {
      const count = coverage.get(artifact)?.records ?? 0;
      const file = Object.hasOwn(result.records, artifact) ? result.records[artifact]!.file : undefined;
      const name = nameOf(artifact, lang, names);
      return count > 0 && seen(artifact) ? [{ artifact, name, count, ...(file === undefined ? {} : { file }) }] : [];
    });
    return {
      id: kind.id,
      state: stateOf(about.length, lists.length, read.length),
      findings: about,
      lists,
      read: read.map((id) => nameOf(id, lang, names)),
      unseen: kind.places.filter((id) => !seen(id)).map((id) => nameOf(id, lang, names)),
      words: ACCESS[lang].kinds[kind.id],
    };
  });
  return ORDER.flatMap((state) => all.filter((a) => a.state === state));
}
