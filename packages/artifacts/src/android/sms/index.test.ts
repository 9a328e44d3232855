import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseJsonFile, seen } from "../../artifacts.fixture.ts";
import { androidSms } from "./index.ts";

const received = {
  self_phone: "+525500000001",
  address: "+525511110000",
  body: "Su paquete: https://paquete.example/x",
  date: "1579531789123",
  date_sent: "1579531788000",
  type: "1",
  read: "1",
};
const group = {
  date: "1579531789",
  date_sent: "1579531786",
  m_type: "132",
  msg_box: "1",
  sub: "mira www.foto.example",
  recipients: ["+525500000001", "+525511110002"],
  mms_addresses: [
    { type: 137, address: "+525511110000", charset: 106 },
    { type: 151, address: "insert-address-token", charset: 106 },
    { type: 130, address: "+525511110002", charset: 106 },
  ],
  mms_body: "hola",
};

test("a message that came in, one of a group with its date in seconds, and what was sent", async () => {
  const { records, problems } = await parseJsonFile(androidSms, [
    received,
    group,
    { ...received, type: "6", date_sent: "0", read: "0" },
    { ...group, msg_box: "2", m_type: "128", date_sent: "0", sub: undefined },
    { address: "BANCO", body: "", date: "0", type: "3" },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => r.at && isoUtc(r.at.utc!, "ms")),
    [
      "2020-01-20T14:49:49.123Z",
      "2020-01-20T14:49:49.000Z",
      "2020-01-20T14:49:49.123Z",
      "2020-01-20T14:49:49.000Z",
      undefined,
    ],
  );
  assert.deepEqual(
    records.map((r) => [r.fields.service, r.fields.direction, r.fields.address]),
    [
      ["SMS", "received", "+525511110000"],
      ["MMS", "received", "+525511110000"],
      ["SMS", "sent", "+525511110000"],
      ["MMS", "sent", "+525511110002"],
      ["SMS", "draft", "BANCO"],
    ],
  );
  assert.deepEqual(records.map(seen), [
    ["url received https://paquete.example/x", "phone received +525511110000"],
    ["url received www.foto.example", "phone received +525511110000"],
    ["url listed https://paquete.example/x", "phone looked-up +525511110000"],
    ["phone looked-up +525511110002"],
    [],
  ]);
  assert.deepEqual(records[0]!.fields.links, ["https://paquete.example/x"]);
  assert.equal(records[0]!.fields.read, true);
  assert.ok(records.every((r) => r.fields.text === undefined && r.fields.subject === undefined));
});

test("words only where the person agreed; the way of an MMS without a box", async () => {
  const { records } = await parseJsonFile(androidSms, [received, { ...group, msg_box: undefined }], { content: true });
  assert.deepEqual(
    records.map((r) => [r.fields.direction, r.fields.subject, r.fields.text]),
    [
      ["received", undefined, "Su paquete: https://paquete.example/x"],
      ["received", "mira www.foto.example", "hola"],
    ],
  );
});

test("values of other types", async () => {
  const { records, problems } = await parseJsonFile(androidSms, [
    null,
    7,
    {},
    { address: 7, body: ["x"], date: {}, type: [] },
    { address: "x".repeat(9000), date: 1579531789123, type: 1, recipients: 3 },
    { mms_addresses: [null, 7, { type: "137", address: "a@b.example" }], date: "x", msg_box: 9 },
  ]);
  assert.equal(problems.filter((p) => p.found === "no message").length, 4);
  assert.deepEqual(
    records.map((r) => [String(fieldsOf(r).address).length, r.fields.direction, r.at?.seen]),
    [
      [4096, "received", "1579531789123"],
      [11, undefined, undefined],
    ],
  );
});

test("a kind that Android does not have is none", async () => {
  const { records } = await parseJsonFile(androidSms, [{ ...received, type: "constructor" }]);
  assert.equal(records[0]!.fields.direction, undefined);
});
