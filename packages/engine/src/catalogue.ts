/** What a check can read and weigh. A library user may pass more; the command line offers no way. @module */
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type AnyRule, RULES } from "@contraluz/detection";

export interface Catalogue {
  readonly artifacts: readonly AnyArtifact[];
  readonly rules: readonly AnyRule[];
}

export const CATALOGUE: Catalogue = { artifacts: ARTIFACTS, rules: RULES };

/** One line per artifact and rule: what `tool.catalogue` is the SHA-256 of. */
export function catalogueText(c: Catalogue): string {
  return [...c.artifacts, ...c.rules].map((x) => `${x.id}@${x.version}\n`).join("");
}
