import assert from "node:assert/strict";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../../../../tools/fuzz/archives.ts";
import { DOCX, utf8 } from "../../../../tools/fuzz/documents.ts";
import { pageOf } from "../pages/read.ts";
import { openDocument } from "./document.ts";
import { compared } from "./two-texts.ts";
import type { ReadPage } from "./types.ts";
import { filesOfZip } from "./zipped.ts";

const { ocr: _, ...platform } = nodePlatform({ workers: 0 });

const HEAD = "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n";
const alternative = (plain: string, html: string): Uint8Array =>
  utf8(
    `${HEAD}Content-Type: multipart/alternative; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--X\r\nContent-Type: text/html\r\n\r\n${html}\r\n--X--\r\n`,
  );
const carrying = (name: string, bytes: Uint8Array): Uint8Array =>
  utf8(
    `${HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\nVa adjunto\r\n--X\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n--X--\r\n`,
  );

async function read(mail: Uint8Array, from = 0, most = 1000): Promise<ReadPage[]> {
  const d = await openDocument(mail, "mail", "carta.eml", { platform, lang: "spa", ocr: false });
  const out: ReadPage[] = [];
  for await (const p of d.pages(from, most)) out.push(p);
  await d.close();
  return out;
}

test("a message whose two texts say the same is read once; links, pictures and a word more are no difference", async () => {
  const plain = "Nos vemos el 12 de mayo en la plaza\r\nhttps://example.org/a?b=1 <c@example.org> [image: foto]";
  const [p] = await read(alternative(plain, "<p>Nos vemos el 12 de mayo<br>en la <b>plaza</b> hoy</p>"));
  assert.equal(p!.findings, undefined);
  assert.equal(p!.text.match(/plaza/g)?.length, 1);
});

test("where the two texts differ both are read, and it is a finding: a date, a name, what only the web page says", async () => {
  const [date] = await read(alternative("Nos vemos el 12 de mayo", "<p>Nos vemos el 21 de mayo</p>"));
  assert.deepEqual(date!.findings, [{ kind: "layer-differs", how: "two-texts", seen: "21", layer: "12" }]);
  assert.match(date!.text, /el 12 de mayo\n\nNos vemos el 21 de mayo$/);
  const [name] = await read(alternative("lo vio Rosa", "<p>lo vio Inés</p>"));
  assert.deepEqual([name!.findings?.[0]?.seen, name!.findings?.[0]?.layer], ["Inés", "Rosa"]);
  const [stub] = await read(
    alternative("tu programa no muestra esto", "<p>la junta es en la casa de la calle del sapo</p>"),
  );
  assert.match(stub!.text, /calle del sapo/);
  assert.equal(stub!.findings?.length, 1);
});

test("what is told of a difference is short, and figures count by how often they stand there", () => {
  assert.deepEqual(compared("a las 8 y a las 9", "a las 8 y a las 8").two, { web: "8", plain: "9" });
  assert.equal(compared("uno dos tres", "uno dos tres cuatro cinco").two, undefined);
  const long = compared("nada", Array.from({ length: 90 }, (_, i) => `palabra${i}`).join(" ")).two;
  assert.ok(long!.web.length <= 100 && long!.web.startsWith("palabra0 palabra1"));
  assert.deepEqual(compared("nada", `Uno${"o".repeat(300)}`).two, { web: `Uno${"o".repeat(97)}`, plain: "nada" });
});

test("a message with more words than are compared says so", async () => {
  const many = "ab ".repeat(200_001);
  const [p] = await read(alternative(many, `<p>${many} la junta es el 12</p>`));
  assert.deepEqual([p!.findings, p!.problems?.map((x) => x.code)], [undefined, ["document-part"]]);
});

test("a zip on a message is read as what it holds, zips and messages inside it too; pages can be asked for from the middle", async () => {
  const inner = makeZip([{ name: "dentro.txt", bytes: utf8("muy dentro") }]);
  const zip = makeZip([
    { name: "carpeta/oficio.docx", bytes: DOCX },
    { name: "nota.txt", bytes: utf8("uno\fdos") },
    { name: "otro.zip", bytes: inner },
    { name: "carta.eml", bytes: alternative("adentro", "<p>adentro</p>") },
    { name: "__MACOSX/._nota.txt", bytes: utf8("no") },
  ]);
  const pages = await read(carrying("papeles.zip", zip));
  const at = "carta.eml!/papeles.zip!/";
  assert.deepEqual(
    pages.map((p) => [p.path, p.page, p.state]),
    [
      ["carta.eml", 1, "read"],
      [`${at}carpeta/oficio.docx`, 1, "read"],
      [`${at}carpeta/oficio.docx`, 2, "read"],
      [`${at}nota.txt`, 1, "read"],
      [`${at}nota.txt`, 2, "read"],
      [`${at}otro.zip!/dentro.txt`, 1, "read"],
      [`${at}carta.eml`, 1, "read"],
    ],
  );
  for (let from = 0; from < pages.length; from++)
    assert.deepEqual(await read(carrying("papeles.zip", zip), from, 2), pages.slice(from, from + 2), String(from));
});

test("what cannot be opened in a zip is told by its reason: a password, damage, nothing in it, too deep", async () => {
  const locked = makeZip([{ name: "secreto.txt", bytes: utf8("x") }]);
  const central = Buffer.from(locked).indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  for (const at of [6, central + 8]) locked[at]! |= 1;
  const told = async (zip: Uint8Array): Promise<unknown[]> =>
    (await read(carrying("a.zip", zip)))
      .slice(1)
      .map((p) => [p.path.split("!/").at(-1), p.state, p.problems?.[0]?.code]);
  assert.deepEqual(await told(locked), [["secreto.txt", "unreadable", "document-locked"]]);
  assert.deepEqual(await told(makeZip([])), [["a.zip", "unreadable", "document-damaged"]]);
  const whole = makeZip([
    { name: "uno.txt", bytes: utf8("texto uno") },
    { name: "dos.txt", bytes: utf8("texto dos") },
  ]);
  const cut = await told(whole.slice(0, whole.length - 60));
  assert.deepEqual(cut.at(-1), ["a.zip", "unreadable", "document-damaged"]);
  const same = makeZip(["uno", "dos", "tres"].map((x) => ({ name: "igual.txt", bytes: utf8(x) })));
  const twice = (await read(carrying("a.zip", same))).at(-1)!;
  assert.match(`${twice.problems?.[0]?.found}`, /^path-unsafe .*, and 1 more$/, "how many are left out is said");
  let deep = makeZip([{ name: "fin.txt", bytes: utf8("fin") }]);
  for (let i = 0; i < 6; i++) deep = makeZip([{ name: `${i}.zip`, bytes: deep }]);
  assert.deepEqual(await told(deep), [["2.zip", "unreadable", "evidence-nested"]]);
});

test("a file with a name so long that nobody would take its page is read under a name that was cut", async () => {
  const name = (end: string): string => `${"n".repeat(4090)}${end}`;
  const files = ["1", "2"].map((x) => ({ name: name(x), bytes: utf8(`texto ${x}`) }));
  const pages = (await read(carrying("a.zip", makeZip(files)))).slice(1);
  assert.deepEqual(
    pages.map((p) => [p.text, typeof pageOf(p)]),
    [
      ["texto 1", "object"],
      ["texto 2", "object"],
    ],
  );
});

test("what zips open to is bounded, for one file and for all of them together", async () => {
  const zero = new Uint8Array(300_000);
  const files = ["a.txt", "b.txt"].map((name) => ({ name, bytes: zero }));
  for (const deflate of [true, false]) {
    const budget = { left: 500_000, files: 9 };
    const got: (number | string)[] = [];
    for await (const f of filesOfZip(makeZip(files, { deflate }), platform, budget, () => {})) {
      const held = await f.open();
      got.push(held instanceof Uint8Array ? held.length : held.code);
    }
    assert.deepEqual([got, budget], [[300_000, "too-large"], { left: 200_000, files: 7 }]);
  }
  // A size that lies: it opens to more than it says.
  const lying = Buffer.from(makeZip(files.slice(0, 1), { deflate: true }));
  for (let at = lying.indexOf("PK"); at >= 0; at = lying.indexOf("PK", at + 1))
    if (lying[at + 2] === 1 || lying[at + 2] === 3) lying.writeUInt32LE(10, at + (lying[at + 2] === 1 ? 24 : 22));
  for await (const f of filesOfZip(new Uint8Array(lying), platform, { left: 1000, files: 1 }, () => {}))
    assert.equal(((await f.open()) as { readonly code?: string }).code, "too-large");
  const told: string[] = [];
  const names: string[] = [];
  for await (const f of filesOfZip(makeZip(files), platform, { left: 1e6, files: 1 }, (p) => told.push(p.code)))
    names.push(f.name);
  assert.deepEqual([names, told], [["a.txt"], ["too-many-files"]]);
});
