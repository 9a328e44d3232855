/** The dossier that is made and killed: the same for who is killed and who makes it again. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import type { CaseDossierOptions } from "@contraluz/case/dossier/of-case.ts";

export function dossierFor(at: string): CaseDossierOptions {
  return {
    to: { who: "named", name: "Lab" },
    title: "t",
    lang: "es",
    at,
    tool: "contraluz t",
    evidence: true,
    report: { artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])) },
  };
}
