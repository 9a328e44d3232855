import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say, unixSeconds } from "@contraluz/core";
import { whatsappDevices } from "./index.ts";

const record = (kind: string, fields: ArtifactRecord["fields"], at?: number): ArtifactRecord => {
  const moment = unixSeconds(at);
  return {
    kind,
    ...(moment ? { at: moment } : {}),
    fields,
    observables: [],
    origin: { file: 0, at: { table: "t", row: 1 } },
  };
};
const list = (devices: unknown, own: unknown = true) => record("devices", { own, devices } as ArtifactRecord["fields"]);
const message = (writer: string | undefined, at?: number) => record("message", { from_me: true, writer }, at);

/** Facts as the collector keeps them: the first of each key. */
function judge(rows: readonly ArtifactRecord[], known: readonly string[] = []) {
  const seen = new Set<string>();
  const facts = rows.flatMap((r, ordinal) => {
    const fact = whatsappDevices.fact(
      r,
      (): RecordRef => ({ artifact: "ios/whatsapp", ordinal, origin: r.origin }),
      "ios/whatsapp",
    );
    const key = fact && whatsappDevices.once!(fact);
    if (!fact || (key !== undefined && seen.has(key))) return [];
    if (key !== undefined) seen.add(key);
    return [fact];
  });
  return [...whatsappDevices.judge(facts, { asOf: "", custody: [], known })];
}

test("a linked device in the own list, messages written on a computer: one question", () => {
  const hits = judge([
    list([0, 12]),
    message("web", 1_714_979_289),
    message("web", 1_714_979_290),
    message("web", 1_720_000_000),
    message("web"),
    list([0, 3]),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params, h.records.map((r) => r.ordinal)]),
    [["WhatsApp 3, 12, web", { devices: 2, months: 3, last: "2024-07" }, [0, 1, 3, 4, 5]]],
  );
  for (const lang of LANGS) {
    const why = say(whatsappDevices.words.why, lang, hits[0]!.params!);
    assert.match(why, /2024-07/);
    // How it is said depends on where: the page has a button, the command line an option.
    assert.doesNotMatch(say(whatsappDevices.words.next, lang, {}), /--known/);
  }
});

test("each trace alone has its own sentence", () => {
  assert.equal(
    say(whatsappDevices.words.why, "es", judge([list([1])])[0]!.params!),
    "En tu WhatsApp la lista de tu cuenta nombra 1 aparato además del teléfono. Desde un aparato vinculado se leen tus mensajes sin tocar tu teléfono.",
  );
  assert.match(say(whatsappDevices.words.why, "en", judge([message("web")])[0]!.params!), /in 1 month\./);
});

test("an answer holds for these devices, not for one that is linked later", () => {
  const rows = [list([0, 12])];
  assert.deepEqual(judge(rows, ["whatsapp 12"]), []);
  assert.equal(judge([list([0, 12, 13])], ["WhatsApp 12"]).length, 1);
});

test("near misses: the phone alone, another's list, chats moved from Android, odd lists", () => {
  assert.deepEqual(
    judge([
      list([0]),
      list([0, 5], null),
      list([0, 5], "true"),
      list("12"),
      list([null, "7", -1, Number.NaN]),
      message("android", 1_714_979_289),
      message(undefined),
    ]),
    [],
  );
});
