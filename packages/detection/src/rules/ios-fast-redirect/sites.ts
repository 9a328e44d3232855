/** Sites between which a fast redirect is ordinary: shorteners of links, and names of one organisation. @module */

/** What these lead to is what whoever made the link wanted. Source: the services' own pages. */
const SHORTENERS: ReadonlySet<string> = new Set(
  `a.co acortar.link adf.ly amzn.to bit.ly bitly.com buff.ly cutt.ly dlvr.it fb.me g.co goo.gl ht.ly ift.tt is.gd lnkd.in m.me n9.cl
  nyti.ms ow.ly rb.gy rebrand.ly s.id shorturl.at soo.gd spoti.fi t.co t.ly t.me tiny.cc tinyurl.com trib.al v.gd wa.me wp.me
  youtu.be`.split(/\s+/),
);

/** Names of one organisation each. */
const SAME: readonly string[] = [
  "google.com youtube.com gmail.com android.com blogger.com blogspot.com googleusercontent.com",
  "facebook.com fb.com instagram.com whatsapp.com whatsapp.net messenger.com threads.net meta.com",
  "apple.com icloud.com me.com mac.com itunes.com",
  "microsoft.com live.com outlook.com hotmail.com bing.com msn.com office.com skype.com linkedin.com",
  "twitter.com x.com",
  "wikipedia.org wikimedia.org wiktionary.org mediawiki.org",
  "yahoo.com aol.com",
  "mercadolibre.com mercadopago.com mercadolivre.com",
  "bbc.com bbc.co.uk bbci.co.uk",
];
const OWNER: ReadonlyMap<string, number> = new Map(
  SAME.flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i])),
);
/** Organisations that hold their name in many countries: `google.com.mx`, `amazon.es`. */
const EVERYWHERE: ReadonlySet<string> = new Set(["amazon", "google", "mercadolibre", "yahoo"]);
const COUNTRY = /^([a-z-]+)\.(?:com|(?:com?\.)?[a-z]{2})$/;

function ownerOf(site: string): string | number {
  const label = COUNTRY.exec(site)?.[1];
  if (label !== undefined && EVERYWHERE.has(label)) return OWNER.get(`${label}.com`) ?? label;
  return OWNER.get(site) ?? site;
}

/** True if a redirect from one registered name to the other tells nothing. */
export function isOrdinary(from: string, to: string): boolean {
  return SHORTENERS.has(from) || ownerOf(from) === ownerOf(to);
}
