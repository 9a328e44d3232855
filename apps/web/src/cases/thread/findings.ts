/** Findings of the newest check of each evidence, with what people decided about them. @module */
import { type Earlier, earlierDecisions, madeOf } from "@contraluz/case/review/carry.ts";
import { type Review, reviewsOf } from "@contraluz/case/review/decisions.ts";
import { tagsOf } from "@contraluz/case/review/tags.ts";
import { earlierWords, reasonWords } from "@contraluz/case/review/words.ts";
import { checksOf, type OpenVault, resultOfCheck } from "@contraluz/case/vault/index.ts";
import type { Lang } from "@contraluz/core";
import { foreignValues } from "@contraluz/report/foreign.ts";
import { inOrder } from "@contraluz/report/order.ts";
import type { FindingView } from "../ask.ts";

/** Findings that one screen shows. */
const MOST = 300;

/** The checks that hold now: of each set of evidence the newest. */
function newest(vault: OpenVault): string[] {
  const by = new Map<string, string>();
  for (const c of checksOf(vault.state)) by.set([...c.evidence].sort().join(), c.check);
  return [...by.values()].sort();
}

export async function findingsOf(vault: OpenVault, lang: Lang): Promise<readonly FindingView[]> {
  const out: FindingView[] = [];
  const tags = tagsOf(vault.state.tags);
  for (const check of newest(vault)) {
    const result = await resultOfCheck(vault, check);
    const reviews = new Map(
      reviewsOf(check, result, vault.state.reviews as readonly Review[]).map((r) => [r.finding, r]),
    );
    const of = madeOf(vault.state.checks, check);
    const earlier: ReadonlyMap<string, Earlier> =
      of === undefined
        ? new Map()
        : earlierDecisions(
            { check: of, result: await resultOfCheck(vault, of) },
            { check, result },
            vault.state.reviews,
          );
    for (const f of inOrder(result.findings)) {
      if (out.length >= MOST) return out;
      const r = reviews.get(f.id)!;
      const { title, why, otherwise } = f.text[lang];
      const before = earlier.get(f.id);
      out.push({
        check,
        id: f.id,
        level: f.level,
        title,
        why,
        otherwise,
        values: foreignValues(f),
        subject: f.subject,
        count: f.count,
        status: r.status,
        ...(r.by ? { by: r.by } : {}),
        ...(r.at === undefined ? {} : { at: r.at }),
        ...(r.why === undefined ? {} : { reason: reasonWords(r, lang) }),
        ...(before ? { earlier: earlierWords(before, lang) } : {}),
        disputed: r.disputed,
        decisions: r.history.length,
        tags: tags.findings.filter((t) => t.cite.check === check && t.cite.finding === f.id).map((t) => t.tag),
      });
    }
  }
  return out;
}
