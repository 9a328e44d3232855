/** A small ledger of made-up people and offices, for tests. @module */
import { createHash } from "node:crypto";
import { type Checked, checkLedger } from "./check.ts";
import { readLedger } from "./read.ts";
import { PageTexts } from "./texts.ts";

export const PAPER =
  "La Hoja del Valle, 3 de mayo de 1990.\nEl director de la Oficina de Enlace, Rosendo Tapia, dijo: «Nadie será vigi-\nlado por sus ideas».";
export const MEMO =
  "Se informa que el 14 de julio de 1991 elementos de esta Oficina de Enlace siguieron al reportero hasta su domicilio.";
export const LETTER =
  "Carta del comité de vecinos: el domingo 14 de julio de 1991 dos hombres en un auto azul esperaron al reportero frente a su casa y dijeron venir de Enlace.";

export const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

export const paper = { sha256: sha(PAPER), page: 1, quote: "Nadie será vigilado por sus ideas" };
export const memo = {
  sha256: sha(MEMO),
  quote: "el 14 de julio de 1991 elementos de esta Oficina de Enlace siguieron al reportero",
};
export const letter = {
  sha256: sha(LETTER),
  quote: "dos hombres en un auto azul esperaron al reportero frente a su casa",
};

export const CLAIM = {
  type: "claim",
  id: "c1",
  speaker: { name: "Rosendo Tapia", office: "director" },
  said_on: "1990-05-02",
  quote: "Nadie será vigilado por sus ideas",
  gloss_en: "Nobody will be watched for their ideas",
  kind: "promise",
  scope: { actor: "Oficina de Enlace", also: ["Delegación de Enlace"], subject: "vigilancia" },
  holds_from: "1990-05-02",
  holds_until: "1994",
  source: [paper],
};

export const ACT = {
  type: "act",
  id: "a1",
  actor: "Oficina de Enlace",
  what_es: "Siguieron a un reportero.",
  what_en: "A reporter was followed.",
  on: "1991-07-14",
  status: "documented",
  source: [memo, letter],
};

export const LINK = {
  type: "link",
  id: "l1",
  claim_id: "c1",
  act_id: "a1",
  relation: "contradicts",
  why_es: "El mismo órgano siguió a un reportero.",
  reviewer: { name: "Elena Ríos", role: "revisora" },
  on: "1995-01-10",
  reply_of_the_party: { state: "no-answer", on: "1995-01-02" },
};

export const jsonl = (...lines: readonly object[]): string => lines.map((l) => JSON.stringify(l)).join("\n");

export function texts(): PageTexts {
  const t = new PageTexts();
  for (const text of [PAPER, MEMO, LETTER]) t.add({ doc: sha(text), page: 1, state: "read", text });
  return t;
}

export function checked(...lines: readonly object[]): Checked {
  const { ledger, faults } = readLedger(jsonl(...lines));
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return checkLedger(ledger, { texts: texts() });
}

export const codes = (c: Checked): string[] => c.refusals.map((r) => `${r.id} ${r.code}`);
