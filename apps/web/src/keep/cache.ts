/** What the cache of a kept page is called: this, and what build it is. @module */
export const CACHES = "contraluz-";
