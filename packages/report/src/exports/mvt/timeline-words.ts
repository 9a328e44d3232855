/** Whole sentences of MVT's timeline, in its English whatever the language: other tools read them by their words. @module */

/** What WebkitResourceLoadStatistics says of a site. */
export const loadedBy = (site: string, domain: string): string =>
  `Webkit resource loaded from ${site} by app in domain ${domain}`;
