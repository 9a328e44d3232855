import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { dateOf } from "./date.ts";
import { Duplicates } from "./duplicates.ts";
import type { ReadPage } from "./types.ts";

const page = (doc: string, path: string, text: string, state: ReadPage["state"] = "read"): ReadPage => ({
  doc: doc.repeat(64),
  path,
  page: 1,
  state,
  from: "ocr",
  text,
});

const MEMO =
  "Acapulco, Gro., 4 de mayo de 1979. Se informa que Hermenegildo Yáñez Rivera partió de Torreón con destino a Mérida en autobús de la línea Flecha, placas JKL-482, al parecer para asistir a una asamblea convocada por maestros del sindicato. Se continúa la vigilancia por parte de Teódulo Jiménez Medina. Cualquier novedad se comunicará de inmediato a esa superioridad.";

test("the same file again, and the same page scanned again and read a little worse", () => {
  const d = new Duplicates();
  assert.equal(d.note(page("a", "1.pdf", MEMO)), undefined);
  assert.deepEqual(d.note(page("a", "copia/1.pdf", MEMO)), { of: { doc: "a".repeat(64), page: 1 }, kind: "same" });
  const worse = MEMO.replace("Hermenegildo", "Hermenegi1do")
    .replace("asistir", "asistlr")
    .replace("autobús", "autobns");
  assert.deepEqual(d.note(page("b", "2.pdf", worse)), { of: { doc: "a".repeat(64), page: 1 }, kind: "near" });
});

test("another letter of the same form to another person is no copy, nor is a page that nobody could read", () => {
  const d = new Duplicates();
  d.note(page("a", "1.pdf", MEMO));
  const other = MEMO.replace("Hermenegildo Yáñez Rivera", "Clotilde Orozco Padilla")
    .replace("Acapulco, Gro., 4 de mayo de 1979", "Tampico, Tamps., 18 de enero de 1981")
    .replace("Torreón", "Jalapa")
    .replace("Mérida", "León")
    .replace("JKL-482", "MNB-115")
    .replace("Teódulo Jiménez Medina", "Rosendo Barragán Uribe");
  assert.equal(d.note(page("b", "2.pdf", other)), undefined);
  assert.equal(d.note(page("c", "3.pdf", MEMO, "unreadable")), undefined);
  assert.equal(d.note(page("d", "4.pdf", "Sin novedad.")), undefined);
});

test("files that nobody could open are no copies of each other", () => {
  const d = new Duplicates();
  const nothing = createHash("sha256").digest("hex");
  for (const path of ["1.pdf", "2.pdf"])
    assert.equal(d.note({ ...page("a", path, "", "unreadable"), doc: nothing }), undefined);
});

test("dates as these papers write them", () => {
  assert.deepEqual(dateOf("Tampico, Tamps., 4 de octubre de 1979\n\nASUNTO"), {
    text: "4 de octubre de 1979",
    iso: "1979-10-04",
    precision: "day",
  });
  assert.equal(dateOf("10-IX-76 - Fue detenido")?.iso, "1976-09-10");
  assert.equal(dateOf("22/06/1990")?.iso, "1990-06-22");
  assert.deepEqual(dateOf("informe de septiembre de 1974"), {
    text: "septiembre de 1974",
    iso: "1974-09",
    precision: "month",
  });
  assert.equal(dateOf("expediente 12-34-567, 45-V-1979"), undefined);
});
