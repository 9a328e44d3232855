/** What the cache of a kept page is called: this, and what build it is. @module */
export const CACHES = "contraluz-";
/** What the page tells the worker before it goes. */
export const REMOVED = "removed";
