import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeAdbd, type FakeScript } from "@contraluz/acquire/fake-adbd.fixture.ts";
import { phoneOf } from "@contraluz/acquire/tango.ts";
import { adbCable, adbPublicKey, newAdbKey } from "./adb.ts";
import { madeDevice } from "./usb.fixture.ts";
import { openCable, UsbError } from "./usb.ts";

const HEAD = 24;
const KEY = await newAdbKey();

function head(command: number, length: number, o: { magic?: number; to?: number } = {}): Uint8Array {
  const { magic = (command ^ 0xffffffff) >>> 0, to = 2 } = o;
  const bytes = new Uint8Array(HEAD);
  const view = new DataView(bytes.buffer);
  for (const [i, v] of [command, 1, to, length, 0, magic].entries()) view.setUint32(i * 4, v, true);
  return bytes;
}

/** A scripted phone in a cable: header and payload in transfers of their own. */
function phone(command: FakeScript["command"] = (line) => ({ out: `${line}\n` }), allows: "yes" | "no" = "yes") {
  const fake = new FakeAdbd({ command, files: new Map(), allows });
  const device = madeDevice((bytes) => take(bytes));
  const take = fake.connect((bytes) => {
    device.send(bytes.slice(0, HEAD));
    if (bytes.length > HEAD) device.send(bytes.slice(HEAD));
  });
  return { fake, device };
}

const code = (c: string) => (e: unknown) => e instanceof UsbError && e.code === c;

test("a cable is claimed where adb is, and a command goes through it and back", async () => {
  const { fake, device } = phone();
  const cable = await openCable(device);
  assert.deepEqual(device.calls, ["open", "configuration 3", "claim 7", "alternate 7 2"]);
  const adb = await adbCable(cable, KEY);
  assert.equal(Buffer.from(fake.keys[0]!).toString("base64"), adbPublicKey(KEY));
  const channel = await phoneOf(adb).open("shell,v2,raw:hola");
  let text = "";
  for (let b = await channel.read(); b; b = await channel.read()) text += new TextDecoder().decode(b);
  assert.match(text, /hola/);
  await cable.close();
  await cable.close();
  assert.deepEqual(device.calls.slice(4), ["close", "forget"]);
  await adb.disconnected;
});

test("what fills its last packet is ended by an empty transfer, and nothing else is", async () => {
  const device = madeDevice(undefined, 64);
  const cable = await openCable(device);
  for (const n of [63, 64, 65, 128, 0]) await cable.write(new Uint8Array(n));
  assert.deepEqual(
    device.taken.map((b) => b.length),
    [63, 64, 0, 65, 128, 0, 0],
  );
});

test("a device that does not open, that another program holds, or without adb, is said and given back", async () => {
  const shut = madeDevice();
  shut.fails = "open";
  await assert.rejects(openCable(shut), code("connect"));
  const held = madeDevice();
  held.fails = "claim 7";
  await assert.rejects(openCable(held), code("busy"));
  assert.equal(held.opened, false);
  for (const d of [shut, held]) assert.equal(d.calls.at(-1), "forget");
  await assert.rejects(openCable({ ...madeDevice(), configurations: [] }), code("connect"));
});

test("what an earlier program left in the cable is passed over; a phone that never says a packet ends", async () => {
  const device = madeDevice();
  const cable = await openCable(device);
  device.send(new Uint8Array(7));
  device.send(head(0x4e584e43, 3, { magic: 1 }));
  device.send(head(0x4e584e43, 3));
  // A payload may come in pieces.
  device.send(Uint8Array.of(1, 2));
  device.send(Uint8Array.of(3));
  assert.deepEqual([...(await cable.read()).payload], [1, 2, 3]);
  // From then on nothing is passed over.
  device.send(new Uint8Array(7));
  await assert.rejects(cable.read(), /no packet/);
  const other = madeDevice();
  const loud = await openCable(other);
  for (let i = 0; i < 100; i++) other.send(new Uint8Array(HEAD));
  await assert.rejects(loud.read(), /no packet/);
});

test("a length that no phone may name asks for nothing, and takes no memory", async () => {
  for (const length of [(1 << 20) + 1, 0xffff_ffff]) {
    const device = madeDevice();
    const cable = await openCable(device);
    device.send(head(0x45545257, length));
    await assert.rejects(cable.read(), /no packet/);
    assert.deepEqual(device.asked, [HEAD]);
  }
  const device = madeDevice();
  const cable = await openCable(device);
  device.send(head(0x45545257, 5));
  device.send(new Uint8Array(9));
  await assert.rejects(cable.read(), /babble/);
});

test("a phone that does not let us in is left when somebody calls it off, also before", async () => {
  const { fake, device } = phone(undefined, "no");
  const stop = new AbortController();
  const waiting = adbCable(await openCable(device), KEY, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await assert.rejects(waiting);
  assert.equal(device.opened, false);
  assert.deepEqual(fake.asked, []);
  const late = phone();
  await assert.rejects(adbCable(await openCable(late.device), KEY, AbortSignal.abort()));
  assert.equal(late.device.opened, false);
});

test("a phone that sends without waiting for answers is cut off", async () => {
  const { device } = phone(() => ({ hangs: true }));
  const adb = await adbCable(await openCable(device), KEY);
  await phoneOf(adb).open("shell,v2,raw:hola");
  const opening = device.taken.find(
    (b) => b.length === HEAD && new DataView(b.buffer).getUint32(0, true) === 0x4e45504f,
  );
  const ours = new DataView(opening!.buffer).getUint32(4, true);
  const block = new Uint8Array(1 << 20);
  for (let i = 0; i < 100; i++) {
    device.send(head(0x45545257, block.length, { to: ours }));
    device.send(block);
  }
  await adb.disconnected;
  assert.equal(device.opened, false);
  const blocks = device.asked.filter((n) => n === block.length).length;
  assert.ok(blocks > 4 && blocks < 20, String(blocks));
});
