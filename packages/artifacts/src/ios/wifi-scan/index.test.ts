import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { wifiScan } from "./index.ts";

const path = "WiFi/wifi_scan.txt";
const source = "wifi_scan.txt";
const hex = (s: string): string => Buffer.from(s).toString("hex");

test("every form of a line; the name by its bytes", async () => {
  const scan = `total=5, 6GHz(PSC)=0, hidden=1

Ñ - ssid=41, bssid=66:66:66:66:66:66, - ssid=${hex("Ñ – x=1, y")}, shortSSID=0, bssid=12:34:56:78:90:AB, security=wpa2-personal, channel=[5g36/80 (0x410)], cc=BE, rssi=-66, rsn=[mcast=aes_ccm], age=5ms, match=[(null)]
'CAFE' (${hex("CAFE")}), bssid=aa:bb:cc:dd:ee:01, channel=[11 (flags=0xA, 2GHz, 20MHz)], cc=FR, rssi=-31, rsn=(null)
'CAFE' <43414645>, bssid=<redacted>, channel=[6 (20 MHz, Active)], rssi=-62
(null) - ssid=(null), shortSSID=0, bssid=12:34:56:78:90:ac, security=none, channel=[2g6/20], rssi=-70
bssid=aa:bb:cc:dd:ee:02, security=wpa2-personal, channel=2g11/20, rssi=-81
`;
  const { records, problems } = await parseLines(wifiScan, scan, { path });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      source,
      ssid: "Ñ – x=1, y",
      bssid: "12:34:56:78:90:ab",
      security: "wpa2-personal",
      channel: "5g36/80",
      rssi: -66,
    },
    { source, ssid: "CAFE", bssid: "aa:bb:cc:dd:ee:01", channel: "11", rssi: -31 },
    { source, ssid: "CAFE", channel: "6", rssi: -62 },
    { source, bssid: "12:34:56:78:90:ac", security: "none", channel: "2g6/20", rssi: -70 },
    { source, bssid: "aa:bb:cc:dd:ee:02", security: "wpa2-personal", channel: "2g11/20", rssi: -81 },
  ]);
  assert.deepEqual(seen(records[1]!), ["wifi listed CAFE", "wifi listed aa:bb:cc:dd:ee:01"]);
});

test("other lines are told", async () => {
  const { records, problems } = await parseLines(wifiScan, "scan failed\n", { path });
  assert.deepEqual([records.length, problems[0]?.found], [0, "1 other lines"]);
});
