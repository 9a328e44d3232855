/**
 * Makes packages/formats/src/oui/table.ts: beginnings of MAC addresses by maker, of those makers that matter here.
 *
 * `npm pack oui-data@2.1.9`, unpack it, then `node tools/network/make-oui.ts package/index.json > packages/formats/src/oui/table.ts`.
 * The package (BSD-2-Clause) holds the public lists of the IEEE; the list of makers, and what they are known for, is ours.
 * Only the line of the name is looked at, from its beginning: `arlo` is also a part of addresses.
 * @module
 */
import { readFileSync } from "node:fs";

type Role = "camera" | "module" | "other";

/** Name as told, what it is known for, how the registered names begin (in lower case). */
const MAKERS: readonly (readonly [name: string, role: Role, ...starts: string[]])[] = [
  ["Hikvision", "camera", "hangzhou hikvision", "prama hikvision"],
  ["EZVIZ", "camera", "hangzhou ezviz"],
  ["Dahua", "camera", "zhejiang dahua", "shanghai dahua scale"],
  ["Imou", "camera", "hangzhou huacheng network"],
  ["Uniview", "camera", "zhejiang uniview"],
  ["Tiandy", "camera", "tiandy"],
  ["TVT", "camera", "tvt co", "shenzhen tvt"],
  ["Reolink", "camera", "reolink"],
  ["Wyze", "camera", "wyze"],
  ["Amcrest", "camera", "amcrest"],
  ["Arlo", "camera", "arlo"],
  ["Axis", "camera", "axis communications"],
  ["Foscam", "camera", "foscam", "shenzhen foscam"],
  ["Vivotek", "camera", "vivotek"],
  ["Mobotix", "camera", "mobotix"],
  ["Hanwha Vision", "camera", "hanwha vision", "hanwha techwin", "hanwha nxmd", "samsung techwin"],
  ["Bosch Security", "camera", "bosch security"],
  ["Avigilon", "camera", "avigilon"],
  ["GeoVision", "camera", "geovision"],
  ["Milesight", "camera", "xiamen milesight", "milesight"],
  ["ACTi", "camera", "acti corporation"],
  ["Arecont Vision", "camera", "arecont"],
  ["Sunell", "camera", "sunell"],
  ["Jovision", "camera", "jovision", "jinan jovision"],
  ["Xiaoyi (Yi)", "camera", "shanghai xiaoyi"],
  ["Zmodo", "camera", "zmodo"],
  ["Netvue", "camera", "netvue"],
  ["Lorex", "camera", "lorex"],
  ["Swann", "camera", "swann"],
  ["Ring", "camera", "ring llc"],
  ["Blink", "camera", "blink by amazon"],
  ["SimpliSafe", "camera", "simplisafe"],
  ["Nanit", "camera", "udisense"],
  ["GKB", "camera", "gkb cctv"],
  ["Kingtek", "camera", "kingtek cctv"],
  ["Ingenic", "module", "ingenic"],
  ["Goke", "module", "hunan goke"],
  ["HiSilicon", "module", "hisilicon"],
  ["AltoBeam", "module", "altobeam"],
  ["Espressif", "module", "espressif"],
  ["Tuya", "module", "tuya"],
  ["Beken", "module", "beken"],
  ["Bouffalo Lab", "module", "bouffalo", "hong kong bouffalo"],
  ["AI-Link", "module", "sichuan ai-link"],
  ["iComm", "module", "shenzhen icomm"],
  ["Bilian", "module", "shenzhen bilian"],
  ["Fn-Link", "module", "fn-link", "hunan fn-link"],
  ["AMPAK", "module", "ampak"],
  ["Gaoshengda", "module", "hui zhou gaoshengda"],
  ["Realtek", "other", "realtek"],
  ["AzureWave", "other", "azurewave"],
  ["Murata", "other", "murata"],
  ["Liteon", "other", "liteon", "lite-on"],
  ["Shelly", "other", "shelly", "allterco"],
  ["Aqara", "other", "lumi united"],
  ["Sonoff", "other", "itead", "shenzhen sonoff"],
  ["Signify (Hue)", "other", "signify", "philips lighting"],
  ["Nest", "other", "nest labs"],
  ["Google", "other", "google"],
  ["Amazon", "other", "amazon technologies"],
  ["Apple", "other", "apple, inc", "apple inc"],
  ["Samsung", "other", "samsung electronics", "samsung electro"],
  ["Xiaomi", "other", "xiaomi", "beijing xiaomi"],
  ["Motorola", "other", "motorola mobility"],
  ["Oppo", "other", "guangdong oppo", "oppo"],
  ["Vivo", "other", "vivo mobile"],
  ["Honor", "other", "honor device"],
  ["Huawei", "other", "huawei"],
  ["ZTE", "other", "zte corporation"],
  ["OnePlus", "other", "oneplus"],
  ["TCL", "other", "tct mobile", "tcl"],
  ["LG", "other", "lg electronics", "lg innotek"],
  ["Sony", "other", "sony"],
  ["Nintendo", "other", "nintendo"],
  ["Microsoft", "other", "microsoft"],
  ["Intel", "other", "intel corporat"],
  ["Dell", "other", "dell inc"],
  ["HP", "other", "hewlett packard", "hp inc"],
  ["Lenovo", "other", "lenovo", "lcfc"],
  ["Asus", "other", "asustek"],
  ["Acer", "other", "acer "],
  ["Raspberry Pi", "other", "raspberry pi"],
  ["Synology", "other", "synology"],
  ["QNAP", "other", "qnap"],
  ["Western Digital", "other", "western digital"],
  ["Brother", "other", "brother industries"],
  ["Canon", "other", "canon inc"],
  ["Epson", "other", "seiko epson"],
  ["Roku", "other", "roku"],
  ["Sonos", "other", "sonos"],
  ["Hisense", "other", "hisense", "qingdao hisense"],
  ["Skyworth", "other", "shenzhen skyworth", "skyworth"],
  ["TP-Link", "other", "tp-link"],
  ["Netgear", "other", "netgear"],
  ["D-Link", "other", "d-link"],
  ["Ubiquiti", "other", "ubiquiti"],
  ["MikroTik", "other", "routerboard"],
  ["Zyxel", "other", "zyxel"],
  ["Cisco", "other", "cisco"],
  ["eero", "other", "eero"],
  ["Technicolor", "other", "technicolor", "vantiva"],
  ["Commscope (Arris)", "other", "commscope", "arris"],
  ["Sagemcom", "other", "sagemcom"],
  ["FiberHome", "other", "fiberhome"],
  ["AVM", "other", "avm "],
  ["Texas Instruments", "other", "texas instruments"],
  ["Silicon Labs", "other", "silicon laboratories"],
  ["Midea", "other", "gd midea"],
];

/** Prefixes of one length as differences in base 36, after sorting. */
function deltas(prefixes: readonly number[]): string {
  let before = 0;
  return [...prefixes]
    .sort((a, b) => a - b)
    .map((p) => {
      const d = (p - before).toString(36);
      before = p;
      return d;
    })
    .join(" ");
}

const all = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Record<string, string>;
const of = new Map<string, Map<number, number[]>>();
for (const [prefix, text] of Object.entries(all)) {
  const registered = text.split("\n")[0]!.toLowerCase();
  const maker = MAKERS.find(([, , ...starts]) => starts.some((s) => registered.startsWith(s)));
  if (!maker) continue;
  const lengths = of.get(maker[0]) ?? new Map<number, number[]>();
  of.set(maker[0], lengths);
  const list = lengths.get(prefix.length) ?? [];
  list.push(Number.parseInt(prefix, 16));
  lengths.set(prefix.length, list);
}
const lines = MAKERS.flatMap(([name, role]) => {
  const lengths = of.get(name);
  if (!lengths) return [];
  return [6, 7, 9].flatMap((n) => {
    const list = lengths.get(n);
    return list ? [`${name}|${role}|${n}|${deltas(list)}`] : [];
  });
});
process.stdout.write(`/**
 * Beginnings of MAC addresses by maker: name, what it is known for, hexadecimal digits of the beginning, the beginnings as differences in
 * base 36. From the lists of the IEEE, as npm's oui-data 2.1.9 has them. Made by tools/network/make-oui.ts. Not to be changed by hand.
 * @module
 */
/** One line each. */
export const TABLE = \`
${lines.join("\n")}
\`;
`);
