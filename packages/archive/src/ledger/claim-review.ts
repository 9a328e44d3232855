/**
 * Claims as ClaimReview of schema.org (https://schema.org/ClaimReview, https://schema.org/Claim), JSON-LD. The state goes into
 * `reviewRating.alternateName` as a word; there is no `ratingValue`, since a state is no score.
 * @module
 */
import type { Json, Lang } from "@contraluz/core";
import { say } from "@contraluz/core";
import { dateWords, glossOf, saidIn, whatDone } from "./say.ts";
import type { DerivedState } from "./state.ts";
import type { Claim, Source } from "./types.ts";
import { STATE_MEANS, STATE_WORDS } from "./words.ts";

export interface ClaimReviewOptions {
  readonly lang: Lang;
  /** Who publishes the review: a newsroom, an organisation. Left out, its reviewers. */
  readonly publisher?: string;
}

const work = (s: Source): Json => ({
  "@type": "CreativeWork",
  ...(s.url === undefined ? {} : { url: s.url }),
  ...(s.archivedUrl === undefined ? {} : { archivedAt: s.archivedUrl }),
  ...(s.title === undefined ? {} : { name: s.title }),
  ...(s.publisher === undefined ? {} : { publisher: { "@type": "Organization", name: s.publisher } }),
  ...(s.date === undefined ? {} : { datePublished: s.date }),
  ...(s.quote === undefined ? {} : { text: s.quote }),
  identifier: `sha256:${s.sha256}`,
});

/** The earliest of dated sources. */
function firstOf(list: readonly Source[]): Source | undefined {
  const dated = list.filter((s) => s.date !== undefined);
  return dated.reduce<Source | undefined>((a, b) => (a === undefined || b.date! < a.date! ? b : a), undefined);
}

function claimJson(c: Claim): Json {
  const first = firstOf(c.source);
  return {
    "@type": "Claim",
    author: {
      // Who holds an office is a person; a body has none.
      "@type": c.speaker.office === undefined ? "Organization" : "Person",
      name: c.speaker.name,
      ...(c.speaker.office === undefined ? {} : { jobTitle: c.speaker.office }),
      ...(c.speaker.body === undefined ? {} : { affiliation: { "@type": "Organization", name: c.speaker.body } }),
    },
    datePublished: c.said_on,
    appearance: c.source.map(work),
    ...(first === undefined ? {} : { firstAppearance: work(first) }),
    ...(c.scope.place === undefined ? {} : { spatialCoverage: { "@type": "Place", name: c.scope.place } }),
  };
}

/** One review; `@context` is added by whoever puts it into a document. */
export function claimReview(d: DerivedState, o: ClaimReviewOptions): Json {
  const { lang } = o;
  const { claim, weighed } = d;
  const names = [...new Set(weighed.flatMap((w) => w.link.reviewer?.name ?? []))].sort();
  const author: Json =
    o.publisher === undefined
      ? names.map((name) => ({ "@type": "Person", name }))
      : { "@type": "Organization", name: o.publisher };
  const gloss = glossOf(claim, lang);
  return {
    "@type": "ClaimReview",
    identifier: claim.id,
    inLanguage: lang,
    datePublished: d.at,
    ...(Array.isArray(author) && author.length === 0 ? {} : { author }),
    claimReviewed: saidIn(claim, lang),
    ...(gloss === "" || gloss === saidIn(claim, lang) ? {} : { abstract: gloss }),
    itemReviewed: claimJson(claim),
    reviewRating: {
      "@type": "Rating",
      alternateName: say(STATE_WORDS[d.state], lang),
      ratingExplanation: say(STATE_MEANS[d.state], lang),
    },
    citation: weighed.map(({ act }) => ({
      "@type": "CreativeWork",
      abstract: `${whatDone(act, lang)} (${dateWords(act.on ?? act.from ?? "", lang)})`,
      isBasedOn: act.source.map(work),
    })),
  };
}
