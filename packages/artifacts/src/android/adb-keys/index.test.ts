import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { ArtifactRecord, Moment } from "@contraluz/core";
import { fieldsOf, PHONE, parseDumpstate, parseSections } from "../../artifacts.fixture.ts";
import { adbKeys } from "./index.ts";

/** Keys of a computer: 524 bytes of which the first say 64 words. */
const blob = (n: number): Buffer => Buffer.concat([Buffer.from([64, 0, 0, 0]), Buffer.alloc(520, n)]);
const key = (n: number): string => blob(n).toString("base64");
const print = (n: number): string =>
  createHash("md5").update(blob(n)).digest("hex").toUpperCase().match(/../g)!.join(":");

const dump = (store: string, more = ""): string => `ADB MANAGER STATE (dumpsys adb):
{
  debugging_manager={
    connected_to_adb=true
    last_key_received=${print(2)}
    user_keys=${key(1)} ana@casa
    ${key(2)} analista@laboratorio

    keystore=${store}
${more}  }
}`;

/** The store as binary XML, which the phone reads as text before it prints it. */
function abx(keys: readonly (readonly [string, number])[]): string {
  const names: string[] = [];
  const short = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);
  const named = (s: string): Buffer => {
    const i = names.indexOf(s);
    if (i >= 0) return short(i);
    names.push(s);
    return Buffer.concat([short(0xffff), short(s.length), Buffer.from(s)]);
  };
  const parts: Buffer[] = [Buffer.from("ABX\0\x10\x32"), named("keyStore"), Buffer.from([0x6f]), named("version")];
  parts.push(Buffer.from([0, 0, 0, 1]));
  for (const [k, time] of keys) {
    const at = Buffer.alloc(8);
    at.writeBigInt64BE(BigInt(time));
    parts.push(
      Buffer.from([0x32]),
      named("adbKey"),
      Buffer.from([0x2f]),
      named("key"),
      short(k.length),
      Buffer.from(k),
    );
    parts.push(Buffer.from([0x8f]), named("lastConnection"), at, Buffer.from([0x33]), named("adbKey"));
  }
  parts.push(Buffer.from([0x33]), named("keyStore"), Buffer.from([0x11]));
  return Buffer.concat(parts).toString("utf8").replaceAll("\n", "\n    ");
}

const read = async (store: string, more?: string) => parseSections(adbKeys, { adb: dump(store, more) });
const utc = (r: ArtifactRecord, field: string): string | undefined => {
  const m = r.fields[field] as Moment | undefined;
  return m?.utc === undefined ? undefined : new Date(Number(m.utc / 1_000_000n)).toISOString();
};

test("keys with their times, as XML; the one that is connected is said", async () => {
  const rows = [1, 2, 3].map((n) => `    <adbKey key="${key(n)} u${n}@x" lastConnection="162850182989${n}" />`);
  const { records, problems } = await read(`<?xml version='1.0'?>\n    <keyStore version="1">\n${rows.join("\n")}`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.user, r.fields.fingerprint, r.fields.own, r.fields.listed, utc(r, "last")]),
    [
      ["ana@casa", print(1), false, ["user_keys", "keystore"], "2021-08-09T09:37:09.891Z"],
      ["analista@laboratorio", print(2), true, ["user_keys", "keystore"], "2021-08-09T09:37:09.892Z"],
      ["u3@x", print(3), false, ["keystore"], "2021-08-09T09:37:09.893Z"],
    ],
  );
  assert.equal(records[0]!.at, records[0]!.fields.last);
  assert.deepEqual(records[0]!.origin.at, { line: 8, offset: 254 });
});

test("binary XML: what is left of a time is one of some days, and the true one is among them", async () => {
  // The fourth byte is over 0x7f since 2017: that alone is lost, if the others are not.
  const time = Date.parse("2026-03-14T16:15:20.804Z");
  const lucky = time - (time % 2 ** 32) + 0x12345678 - 2 ** 32;
  const { records, problems } = await read(abx([[`${key(1)} ana@casa`, lucky]]));
  assert.deepEqual(problems, []);
  const possible = records[0]!.fields.possible as string[];
  assert.ok(possible.includes(new Date(lucky).toISOString()));
  assert.ok(possible.length > 1 && possible.length <= 32 && possible.every((p) => p < "2026-03-14T16:20:31"));
  assert.equal(records[0]!.at, undefined);
  assert.equal(utc(records[0]!, "before"), possible.at(-1));
});

test("binary XML with any times: never an earlier or later one, never a false exact one", async () => {
  const now = Number(PHONE.taken!.utc! / 1_000_000n);
  let told = 0;
  for (let n = 0; n < 300; n++) {
    const time = now - n * 512_345_678 - n * n * 977;
    if (time < Date.parse("2021-01-01")) continue;
    const [r] = (await read(abx([[`${key(1)} ana@casa`, time]]))).records;
    const iso = new Date(time).toISOString();
    const [last, after, before] = [utc(r!, "last"), utc(r!, "after"), utc(r!, "before")];
    if (last !== undefined) assert.equal(last, iso);
    if (after !== undefined) assert.ok(after <= iso && iso <= before!, `${after} ${iso} ${before}`);
    const possible = (r!.fields.possible as string[] | undefined)?.map((p) => Date.parse(p));
    const within = (r!.fields.within as number | undefined) ?? 0;
    if (possible)
      assert.ok(
        possible.some((p) => p <= time && time <= p + within),
        iso,
      );
    if (possible) told++;
  }
  assert.ok(told > 60, String(told));
});

test("keys of Android 8, of the service usb; the key of another tool", async () => {
  const usb = `USB Manager State:
  USB Debugging State:
    Connected to adbd: true
    Last key received: null
    User keys:
  ${key(5)} root@estacion
  
    System keys:
  IOException: no`;
  const old = await parseSections(adbKeys, { usb });
  assert.deepEqual(old.records.map(fieldsOf), [
    { user: "root@estacion", fingerprint: print(5), own: false, listed: ["user_keys"] },
  ]);
  const host = await parseDumpstate(adbKeys, `${key(7)} analista@laboratorio`, { path: "adb_host_key.pub" });
  assert.deepEqual(
    host.records.map((r) => [r.kind, fieldsOf(r)]),
    [["host", { user: "analista@laboratorio", fingerprint: print(7), own: true }]],
  );
});

test("what is no key is none; networks behind the store are none either", async () => {
  const { records, problems } = await parseSections(adbKeys, {
    adb: dump("", "    adb_wifi={\n      enabled=false\n    }\n").replaceAll(key(1), "hola"),
  });
  assert.deepEqual([records.length, problems], [1, []]);
});

test("a store that is larger than what is read is told", async () => {
  const { problems } = await read(" ".repeat(200_000).concat("\n").repeat(6));
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "keystore"]],
  );
});
