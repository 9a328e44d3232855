import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS } from "@contraluz/core";
import { KINDS } from "../kinds.ts";
import { ROOM } from "./drawings/names.ts";
import type { GuideStep, GuideWords } from "./guide.ts";
import { GUIDES } from "./index.ts";

const steps = (w: GuideWords): readonly GuideStep[] => w.variants.flatMap((v) => v.steps);

test("every kind that names a guide has it, and every guide belongs to a kind", () => {
  const named = KINDS.flatMap((k) => k.guide ?? []);
  assert.deepEqual(Object.keys(GUIDES).sort(), named.sort());
});

test("a kind that we do not read says so in its guide; one that we read leads on", () => {
  for (const k of KINDS)
    if (k.guide)
      for (const lang of LANGS) {
        const noFile: readonly string[] | undefined = GUIDES[k.guide]?.[lang].noFile;
        assert.equal(noFile !== undefined, !k.ready || k.form === "none", `${k.id} ${lang}`);
        if (!k.ready) assert.match(noFile!.join(" "), /todavía no lee|does not read this file yet/);
      }
});

test("guides have the same acts and drawings in every language", () => {
  for (const [id, guide] of Object.entries(GUIDES)) {
    const shape = (w: GuideWords): unknown => [
      w.variants.map((v) => [
        v.id,
        v.steps.map((s) => [s.picture?.draw, s.text.length, s.type?.length, s.path?.length, s.fail !== undefined]),
      ]),
      w.asides?.map((a) => [a.text.length, a.list?.length, a.paths?.map(([, path]) => path.includes("MobileSync"))]),
      w.care !== undefined,
    ];
    for (const lang of LANGS) assert.deepEqual(shape(guide[lang]), shape(guide.es), `${id} ${lang}`);
  }
});

test("words fit their drawings, and say what a drawing shows", () => {
  for (const [id, guide] of Object.entries(GUIDES))
    for (const lang of LANGS)
      for (const { what, picture } of steps(guide[lang])) {
        if (!picture) continue;
        const room: readonly number[] = ROOM[picture.draw];
        const labels = picture.labels ?? [];
        assert.equal(labels.length, room.length, `${id} ${lang}: ${what}`);
        labels.forEach((l, i) => {
          assert.ok(l.length > 0 && l.length <= room[i]!, `${id} ${lang}: ${l}`);
        });
        assert.match(picture.shows, lang === "es" ? /iluminad/ : /\blit\b/, what);
      }
});

test("within a variant every act has a name of its own, and every guide says what to do where one fails", () => {
  for (const [id, guide] of Object.entries(GUIDES))
    for (const lang of LANGS) {
      for (const v of guide[lang].variants)
        assert.equal(new Set(v.steps.map((s) => s.what)).size, v.steps.length, `${id} ${v.id}`);
      for (const v of guide[lang].variants)
        assert.ok(
          v.steps.some((s) => s.fail),
          `${id} ${v.id}`,
        );
    }
});

test("no guide tells to wipe, reset, update, restart or remove before the evidence is kept", () => {
  const acts = {
    es: /(?<!no |ni )\b(borra|restablece|actualiza|reinicia|apaga|desinstala|quita)\b/i,
    en: /(?<!not |or |nor )\b(wipe|reset|update|restart|switch off|uninstall|remove)\b/i,
  };
  for (const [id, guide] of Object.entries(GUIDES))
    for (const lang of LANGS)
      for (const s of steps(guide[lang]))
        for (const text of [s.what, ...s.text, s.fail ?? ""]) {
          // After the backup it is right to update; a folder that was half made may go.
          if (/^(Después sí|After that, do|¿Se cortó|Was it cut off)/.test(text)) continue;
          assert.doesNotMatch(text, acts[lang], `${id} ${lang}`);
        }
});
