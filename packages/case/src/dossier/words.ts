/** Words of a dossier. es is the source. @module */
import { count, type Lang, plural } from "@contraluz/core";

interface Missing {
  readonly records: number;
  readonly findings: number;
}

/** What a report of an edition that withholds says first. */
export const NOTICE: Readonly<Record<Lang, (p: Missing) => string>> = {
  es: (p) =>
    `Esta es una edición con partes reservadas: no muestra ${count(p.records)} ${plural(p.records, "registro", "registros")} ni ${count(p.findings)} ${plural(p.findings, "hallazgo", "hallazgos")}. De cada uno queda una huella en data/commitments.txt.`,
  en: (p) =>
    `This is an edition with parts withheld: it does not show ${count(p.records)} ${plural(p.records, "record", "records")} and ${count(p.findings)} ${plural(p.findings, "finding", "findings")}. Of each one a hash stands in data/commitments.txt.`,
};
