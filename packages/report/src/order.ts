/** The order in which findings are told. @module */
import { type Finding, LEVELS } from "@contraluz/core";

/** Findings in the order of their levels; inside a level as in the result. */
export function inOrder<F extends Pick<Finding, "level">>(findings: readonly F[]): readonly F[] {
  return LEVELS.flatMap((l) => findings.filter((f) => f.level === l));
}
