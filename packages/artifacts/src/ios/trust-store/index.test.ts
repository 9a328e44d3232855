import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { namesInDer } from "./der.ts";
import { trustStore } from "./index.ts";

const utf8 = (s: string): number[] => [...new TextEncoder().encode(s)];
const tlv = (tag: number, ...body: number[]): number[] => [tag, body.length, ...body];
/** SET { SEQUENCE { OID commonName, UTF8String } }. */
const rdn = (oid: number, tag: number, value: string): number[] =>
  tlv(0x31, ...tlv(0x30, ...tlv(6, 0x55, 4, oid), ...tlv(tag, ...utf8(value))));
const SUBJECT = Uint8Array.from([...rdn(10, 12, "REDACCIÓN"), ...rdn(3, 19, "RED CA")]);
const SHA = Uint8Array.from({ length: 32 }, (_, i) => i);

test("a certificate, its fingerprint and its name", async () => {
  const { records, problems } = await parseSqlite(trustStore, (db) => {
    db.exec(
      "CREATE TABLE tsettings (sha256 BLOB NOT NULL DEFAULT '', subj BLOB NOT NULL DEFAULT '', tset BLOB, data BLOB, uuid BLOB)",
    );
    db.prepare("INSERT INTO tsettings VALUES (?, ?, NULL, zeroblob(900), '')").run(SHA, SUBJECT);
  });
  assert.deepEqual(problems, []);
  const sha256 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  assert.deepEqual(records.map(fieldsOf), [{ sha256, name: "REDACCIÓN, RED CA" }]);
  assert.deepEqual(seen(records[0]!), [`certificate installed ${sha256}`]);
});

test("older versions have SHA-1; odd values are left out", async () => {
  const { records, problems } = await parseSqlite(trustStore, (db) => {
    db.exec("CREATE TABLE tsettings (sha1 BLOB, subj BLOB, tset BLOB, data BLOB)");
    db.prepare("INSERT INTO tsettings VALUES (?, 'x', NULL, NULL), (x'00', NULL, NULL, NULL), (5, x'30ff', 1, 1)").run(
      SHA.slice(0, 20),
    );
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{ sha1: "000102030405060708090a0b0c0d0e0f10111213" }, {}, {}]);
});

test("an empty store has no record", async () => {
  const { records, problems } = await parseSqlite(trustStore, (db) =>
    db.exec("CREATE TABLE tsettings (sha256, subj, tset, data)"),
  );
  assert.deepEqual([records, problems], [[], []]);
});

test("names of every string type; hostile lengths and depths end", () => {
  const bmp = Uint8Array.from(tlv(30, 0, 0x41, 0, 0x42));
  assert.deepEqual(namesInDer(bmp), ["AB"]);
  assert.deepEqual(namesInDer(Uint8Array.from([0x0c, 0x81, 2, 0x41, 0x42, 0x0c, 0x84, 0, 0, 0, 1])), ["AB"]);
  let deep: number[] = tlv(12, 0x41);
  for (let i = 0; i < 20; i++) deep = tlv(0x30, ...deep);
  assert.deepEqual(namesInDer(Uint8Array.from(deep)), []);
  assert.equal(namesInDer(Uint8Array.from(Array.from({ length: 100 }, () => tlv(12, 0x41)).flat())).length, 20);
  assert.deepEqual(namesInDer(new Uint8Array(0)), []);
});
