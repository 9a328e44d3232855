import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections } from "../../artifacts.fixture.ts";
import { usb } from "./index.ts";

const NEW = `USB MANAGER STATE (dumpsys usb):
{
  device_manager={
    handler={
      current_functions=[
        MTP
        ADB
      ]
      connected=true
      configured=true
      host_connected=false
    }
    USB Event=[
      03-14 10:14:40:371 UEVENT: {SUBSYSTEM=android_usb, SEQNUM=1, ACTION=change, USB_STATE=CONNECTED, DEVPATH=/x}
    ]
  }
  host_manager={
    num_connects=1
    devices=[
      {
        name=/dev/bus/usb/001/002
        vendor_id=1921
        product_id=21889
        manufacturer_name=SanDisk
        product_name=null
      }
    ]
    connections=[
      {
        device_address=/dev/bus/usb/001/003
        mode=0
        timestamp=1771757790031
        manufacturer=6353
        product=20199
      }
      {
        mode=-1
        timestamp=x
      }
      {
        mode=constructor
        timestamp=x
      }
    ]
  }
}`;

test("what was attached, what is there, and to what the phone is attached", async () => {
  const { records, problems } = await parseSections(usb, { usb: NEW });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r), r.at?.utc && new Date(Number(r.at.utc / 1_000_000n)).toISOString()]),
    [
      ["event", { type: "computer-connected" }, "2026-03-14T16:14:40.371Z"],
      ["event", { type: "present", vendor: "0x0781", product: "0x5581", name: "SanDisk" }, "2026-03-14T16:20:30.000Z"],
      ["event", { type: "attached", vendor: "0x18d1", product: "0x4ee7" }, "2026-02-22T10:56:30.031Z"],
      ["event", { type: "detached" }, undefined],
      ["event", { type: "unknown" }, undefined],
      [
        "now",
        { connected: true, configured: true, hostConnected: false, functions: ["mtp", "adb"] },
        "2026-03-14T16:20:30.000Z",
      ],
    ],
  );
  assert.deepEqual(
    (records[2]!.origin.at as { line: number }).line,
    3 + NEW.split("\n").indexOf("        timestamp=1771757790031"),
  );
});

test("Android 8", async () => {
  const { records } = await parseSections(usb, {
    usb: `USB Manager State:
  USB Device State:
    mCurrentFunctions: mtp,adb
    mConnected: true
  USB Host State:
    01-02 03:04:05.678 CONNECT /dev/bus/usb/001/002 vendor=6353 product=20199
    12-31 03:04:05.678 DISCONNECT /dev/bus/usb/001/002 vendor=6353 product=20199`,
  });
  assert.deepEqual(
    records.map((r) => [
      fieldsOf(r),
      r.at?.seen,
      r.at?.utc && new Date(Number(r.at.utc / 1_000_000n)).getUTCFullYear(),
    ]),
    [
      [{ type: "attached", vendor: "0x18d1", product: "0x4ee7" }, "01-02 03:04:05.678", 2026],
      [{ type: "detached", vendor: "0x18d1", product: "0x4ee7" }, "12-31 03:04:05.678", 2025],
      [{ connected: true, functions: ["mtp", "adb"] }, "2026-03-14 10:20:30", 2026],
    ],
  );
});

test("Samsung's older form", async () => {
  const { records } = await parseSections(usb, {
    usb: `USB MANAGER STATE (dumpsys usb):
  IsHostConnected :false
  IsDeviceConnected :true
  UsbHostManager:
    mDevices=[
      {
        vendor_id=4042
        product_id=32772
        product_name=Aparato
      }
    ]`,
  });
  assert.deepEqual(records.map(fieldsOf), [
    { type: "present", vendor: "0x0fca", product: "0x8004", name: "Aparato" },
    { connected: true, hostConnected: false, functions: [] },
  ]);
});

test("braces without end cost nothing", async () => {
  const { records } = await parseSections(usb, { usb: "{\n".repeat(500) + "}\n".repeat(900) });
  assert.deepEqual(records, []);
});
