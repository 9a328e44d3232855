/** What leaves a lab: a report for everybody, sightings for another organisation, keys to compare with another lab. @module */

export * from "./compare.ts";
export * from "./documents.ts";
export * from "./publish.ts";
export { publicHtml, publicMarkdown } from "./render.ts";
export { type Phones, phonesOf, signsOfMany } from "./signs.ts";
export * from "./types.ts";
