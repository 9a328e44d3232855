import assert from "node:assert/strict";
import { test } from "node:test";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { readDhcp, readMaker, readWsDiscovery, xmlValues } from "./index.ts";

const letters = (s: string): number[] => [...new TextEncoder().encode(s)];
const option = (code: number, value: readonly number[]): number[] => [code, value.length, ...value];

function dhcp(options: readonly number[][]): Uint8Array {
  const head = new Uint8Array(240);
  head.set([1, 1, 6, 0]);
  head.set([2, 0, 0, 0, 0, 9], 28);
  head.set([99, 130, 83, 99], 236);
  return Uint8Array.from([...head, ...options.flat(), 255]);
}

test("what a machine says when it asks for an address", () => {
  const b = dhcp([
    option(53, [3]),
    option(12, letters("IPCAM")),
    option(60, letters("udhcp 1.24")),
    option(55, [1, 3, 6]),
    option(50, [192, 168, 1, 9]),
  ]);
  const m = readDhcp(b, 0, b.length)!;
  assert.deepEqual(
    [m.request, m.type, m.host, m.vendor, m.wants, m.address?.join(".")],
    [true, 3, "IPCAM", "udhcp 1.24", [1, 3, 6], "192.168.1.9"],
  );
  for (let n = 0; n < b.length; n++) {
    const cut = readDhcp(b, 0, n);
    if (cut?.host !== undefined) assert.equal(cut.host, "IPCAM");
  }
  assert.equal(readDhcp(new Uint8Array(400), 0, 400), undefined);
});

test("a camera answers a search of WS-Discovery; a phone that asks is none", () => {
  const text = (action: string, body: string): Uint8Array =>
    Uint8Array.from(
      letters(
        `<?xml version="1.0"?><e:Envelope xmlns:e="x"><e:Header><w:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/${action}</w:Action></e:Header><e:Body>${body}</e:Body></e:Envelope>`,
      ),
    );
  const answer = text(
    "ProbeMatches",
    "<d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types><d:Scopes>onvif://www.onvif.org/name/IPCAM a</d:Scopes><d:XAddrs>http://192.0.2.1/</d:XAddrs>",
  );
  assert.deepEqual(readWsDiscovery(answer, 0, answer.length), {
    action: "ProbeMatches",
    types: ["NetworkVideoTransmitter", "Device"],
    scopes: ["onvif://www.onvif.org/name/IPCAM", "a"],
    addresses: ["http://192.0.2.1/"],
  });
  const asks = text("Probe", "<d:Types>dn:NetworkVideoTransmitter</d:Types>");
  assert.equal(readWsDiscovery(asks, 0, asks.length)?.action, "Probe");
  const none = Uint8Array.from(letters("<a><b>1</b></a>"));
  assert.equal(readWsDiscovery(none, 0, none.length), undefined);
});

test("elements of a hostile text cost its length", () => {
  for (const text of [
    "<".repeat(16_000),
    "<a>".repeat(5000),
    `<a>${"x".repeat(15_000)}`,
    "<a b='<c>'>1</a>",
    "no xml",
  ]) {
    const b = Uint8Array.from(letters(text));
    const spent = cpu();
    xmlValues(b, 0, b.length);
    assert.ok(spent() < 2000);
  }
});

test("messages of makers; who asks is told from who answers", () => {
  const read = (bytes: readonly number[], port: number) => readMaker(Uint8Array.from(bytes), 0, bytes.length, port);
  const sadp = (more: string): number[] =>
    letters(`<?xml version="1.0"?><Probe><Uuid>1</Uuid><Types>inquiry</Types>${more}</Probe>`);
  assert.deepEqual(read(sadp(""), 37020), { maker: "sadp", answers: false, says: {} });
  assert.deepEqual(read(sadp("<DeviceDescription>DS-2CD</DeviceDescription>"), 37020), {
    maker: "sadp",
    answers: true,
    says: { DeviceDescription: "DS-2CD" },
  });
  const dhip = (json: object): number[] => [
    0x20,
    0,
    0,
    0,
    ...letters("DHIP"),
    ...Array<number>(24).fill(0),
    ...letters(JSON.stringify(json)),
  ];
  assert.equal(read(dhip({ method: "DHDiscover.search" }), 37810)?.answers, false);
  assert.deepEqual(
    read(dhip({ method: "client.notifyDevInfo", params: { deviceInfo: { DeviceClass: "IPC" } } }), 37810),
    {
      maker: "dhip",
      answers: true,
      says: { method: "client.notifyDevInfo", DeviceClass: "IPC" },
    },
  );
  const tuya = [
    0,
    0,
    0x55,
    0xaa,
    ...Array<number>(12).fill(0),
    ...letters('{"ip":"192.0.2.1","version":"3.1"}'),
    0,
    0,
    0,
    0,
    0,
    0,
    0xaa,
    0x55,
  ];
  assert.deepEqual(read(tuya, 6666)?.says, { ip: "192.0.2.1", version: "3.1" });
  let key = 171;
  const kasa = letters('{"system":{"get_sysinfo":{"model":"HS110","alias":"Sala"}}}').map((c) => (key ^= c));
  assert.deepEqual(read(kasa, 9999)?.says, { model: "HS110", alias: "Sala" });
  assert.equal(read([0xf1, 0x41, 0, 4, 1, 2, 3, 4], 4000)?.maker, "pppp");
  assert.equal(read([0xf1, 0x41, 0, 5, 1, 2, 3, 4], 32100), undefined);
  assert.equal(read(letters("hola"), 37020), undefined);
});
