/** Papers with names in them, and a ledger over them: made up. @module */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in each file: memos of one office, and a statement in the newspaper. */
export const SHEETS: Readonly<Record<string, string>> = {
  "oficio-1.txt": `Puebla, Pue., 14 de septiembre de 1974
ASUNTO: Vigilancia
Se informa que Elena Ríos Vega viajó con Armando Ruiz Arreguín en el auto con placas ABC-123.
Teléfono 42-15-07.
`,
  "oficio-2.txt": `Puebla, Pue., 20 de octubre de 1974
Se vio a Elena Ríos Vega con Armando Ruiz Arreguín en el Café Colón.

También llegó Tomás Ibarra Nava.
`,
  "oficio-3.txt": `Tapachula, Chis., 3 de mayo de 1975
La partera Elena Ríos vive en la calle Hidalgo 12. No la conoce Tomás Ibarra Nava.
`,
  "diario.txt": `El Heraldo, 1 de septiembre de 1974
El licenciado Bruno Cárdenas Soto dijo: «Nadie será vigilado por esta oficina».
`,
  "carta.txt": `3 de noviembre de 1974
De Marta Solís Prado: dos agentes de la oficina siguieron a mi hermana Elena Ríos Vega durante octubre.
`,
};

export const QUOTE = "Nadie será vigilado por esta oficina";

/** Writes the folder; returns its path. */
export function namedPapers(dir: string): string {
  const folder = join(dir, "legajo");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(SHEETS)) writeFileSync(join(folder, name), text);
  return folder;
}

export const sha256 = (name: string): string =>
  createHash("sha256")
    .update(SHEETS[name] ?? "")
    .digest("hex");
