/** What the built-in signs cannot show, and why: said to the person, never left to silence. @module */
import type { Words } from "@contraluz/core";
import { WHY } from "./not-covered-words.ts";

export interface NotCovered {
  readonly campaign: string;
  readonly why: Words;
}

export const NOT_COVERED: readonly NotCovered[] = [
  { campaign: "Graphite (Paragon)", why: WHY.graphite },
  { campaign: "BLASTPASS (Pegasus, 2023)", why: WHY.blastpass },
  { campaign: "RCS Lab Hermit, iOS", why: WHY.hermit },
  { campaign: "Pegasus, Predator (URL)", why: WHY.links },
  { campaign: "Candiru", why: WHY.servers },
  { campaign: "Wintego Helios", why: WHY.servers },
  { campaign: "EagleMsgSpy", why: WHY.eagleMsgSpy },
  { campaign: "Stalkerware", why: WHY.stalkerware },
];
