/**
 * The index of public sets: data, so that anybody can read what would be asked of whom. Nothing here connects to anything.
 * Sources: mvt-project/mvt-indicators `indicators.yaml` (2026-04-08), AmnestyTech/investigations (2024-12-16),
 * AssoEchap/stalkerware-indicators (2026-06-21).
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import { AMNESTY_SETS } from "./amnesty.ts";
import { ECHAP_SETS } from "./echap.ts";
import { MVT_SETS } from "./mvt.ts";
import type { KnownSet } from "./types.ts";

export type { KnownFile, KnownSet } from "./types.ts";

/** By name. */
export const KNOWN_SETS: readonly KnownSet[] = [...AMNESTY_SETS, ...MVT_SETS, ...ECHAP_SETS].sort((a, b) =>
  byCodeUnit(a.name, b.name),
);

/** The only hosts that a public set is fetched from, redirects included. */
export const KNOWN_HOSTS: readonly string[] = ["raw.githubusercontent.com"];

/** Names that stand for several sets: of their publisher, of the index of MVT, or `all`. */
export const KNOWN_GROUPS: ReadonlyMap<string, readonly KnownSet[]> = new Map(
  ["all", "amnesty", "echap", "mvt"].map((g) => [
    g,
    g === "all" ? KNOWN_SETS : KNOWN_SETS.filter((s) => s.groups.includes(g)),
  ]),
);
