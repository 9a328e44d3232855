import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say, type Words } from "@contraluz/core";
import { columns } from "@contraluz/report/text/wrap.ts";
import { CONTROL } from "./cli.fixture.ts";
import { commandHelp, help } from "./help.ts";
import { COMMANDS, OPTIONS } from "./options.ts";
import { W } from "./words.ts";

test("the help names every command, in es and en, at any width", () => {
  for (const lang of LANGS) {
    for (const width of [40, 80, 300]) {
      const text = help(lang, "1.2.3", width);
      for (const name of Object.keys(COMMANDS)) assert.match(text, new RegExp(`^  ${name}( |$)`, "m"));
      // A command to copy is not wrapped.
      for (const line of text.split("\n"))
        if (!line.includes("contraluz ")) assert.ok(columns(line) <= Math.min(100, width), line);
      assert.ok(text.includes("1.2.3") && text.includes(say(W.offline, lang).split(" ")[0]!));
    }
  }
});

test("commands of one family stand together", () => {
  const families = Object.keys(COMMANDS).map((name) => name.split(" ")[0]!);
  const begun = families.filter((f, i) => f !== families[i - 1]);
  assert.deepEqual(
    begun.filter((f, i) => begun.indexOf(f) !== i),
    [],
  );
});

test("the help of a command names all its options with what they take", () => {
  for (const lang of LANGS) {
    for (const [name, c] of Object.entries(COMMANDS)) {
      for (const width of [40, 80]) {
        const text = commandHelp(name, lang, width);
        for (const o of c.options) {
          const value = OPTIONS[o]!.value;
          assert.ok(text.includes(`  --${o}${value ? ` ${say(value, lang)}` : ""}`), `${name} --${o}`);
        }
        for (const line of text.split("\n"))
          if (!line.includes("contraluz ")) assert.ok(columns(line) <= width, `${width}: ${line}`);
        assert.ok(!CONTROL.test(text));
      }
    }
  }
});

test("es and en differ, and no word promises or frightens", () => {
  const never =
    /\b(limpi[oa]s?|hackead[oa]s?|infectad[oa]s?|virus|amenazas?|víctimas?|detectad[oa]s?|escane\w+|solo|usted|clean|hacked|infected|threats?|victims?|detected|scan\w*|just|simply)\b|!/iu;
  const holes = new Proxy({}, { get: () => "X" }) as never;
  for (const [key, w] of Object.entries(W as Readonly<Record<string, Words<never>>>)) {
    const [es, en] = LANGS.map((l) => say(w, l, holes)) as [string, string];
    assert.doesNotMatch(es, never, key);
    assert.doesNotMatch(en, never, key);
    if (es === en) assert.fail(`${key} is the same in both languages: ${es}`);
  }
  for (const lang of LANGS)
    for (const name of Object.keys(COMMANDS)) assert.doesNotMatch(commandHelp(name, lang, 80), never, name);
});
