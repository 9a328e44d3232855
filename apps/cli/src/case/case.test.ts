/** A case from the command line, from its first day to its last; and what one sends to another. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTROL, folder, SAMPLE, smallBackup } from "../cli.fixture.ts";
import { type Inside, inside } from "./inside.fixture.ts";

const CONSENT = {
  id: "c1",
  person: { label: "ana", name: "Ana Prueba" },
  organisation: "Línea de prueba",
  purpose: "Ver si hay rastros",
  artifacts: "all",
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [{ name: "Laboratorio Dos", what: "dossier" }],
  incidents: true,
  given: { on: "2020-01-01", how: "signed" },
};

interface Stage {
  readonly at: (name: string) => string;
  readonly ran: (code: number, args: readonly string[], ...texts: RegExp[]) => Promise<Inside>;
}

function stageOf(path: string): Stage {
  return {
    at: (name) => join(path, name),
    async ran(code, args, ...texts) {
      const r = await inside(path, args);
      assert.equal(r.code, code, `${args.join(" ")}\n${r.out}\n${r.err}`);
      for (const t of texts) assert.match(r.out + r.err, t, args.join(" "));
      assert.doesNotMatch(r.out, CONTROL, args.join(" "));
      return r;
    },
  };
}

/** A pack of the sample, taken in: the case `ana`. */
async function taken(s: Stage): Promise<string> {
  const { at, ran } = s;
  const { out } = await ran(0, ["case", "key"], /age1/);
  writeFileSync(at("consent.json"), JSON.stringify(CONSENT));
  const to = out.trim().split("\n").at(-1)!;
  await ran(0, ["pack", join(SAMPLE, "backup"), "--to", to, "--consent", "consent.json", "--out", "in"], /1 parte/);
  writeFileSync(at("in/foto.jpg"), "no");
  const r = await ran(0, ["case", "intake", "in", "cases"], /caso nuevo → (\S+)/, /foto\.jpg: aparte/, /1 recibido/);
  await ran(0, ["case", "intake", "in", "cases"], /ya lo teníamos/, /0 recibidos/);
  return `cases/${/caso nuevo → (\S+)/.exec(r.out)![1]!}`;
}

test("a pack becomes a case that is reviewed, told, re-checked, shown and destroyed", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  await ran(0, ["case", "list", "cases"], /Rastros que coinciden/, /nosotros/);
  await ran(0, ["report", c], /Encontramos rastros/);
  await ran(0, ["case", "review", c], /1\. Coincide/, /nadie lo ha revisado/);
  await ran(2, ["case", "review", c, "1", "confirm", "lo vi"], /Falta el nombre/);
  await ran(
    2,
    ["case", "review", c, "99", "confirm", "lo vi", "--reviewer", "M", "--role", "a"],
    /no tiene un hallazgo/,
  );
  await ran(2, ["case", "review", c, "1", "quizá", "lo vi"], /no es una decisión/);
  await ran(0, ["case", "review", c, "1", "confirm", "lo vi", "--reviewer", "Marta P.", "--role", "analista"]);
  await ran(0, ["case", "review", c], /una persona lo confirmó \(Marta P\., analista/);
  await ran(0, ["case", "tag", c, "clave", "0001/1", "0001/ios/manifest/2"], /2 lugares tienen/);
  await ran(0, ["case", "tag", c, "clave", "0001/1", "--off"], /1 lugar tiene/);
  await ran(2, ["case", "tag", c, "clave", "0001/ios/manifest/999999"], /no nombra/);
  writeFileSync(at("bare.md"), "# Lo que pasó\n\nNadie sabe.\n");
  await ran(2, ["case", "story", c, "bare.md"], /frase 1 no cita nada/);
  writeFileSync(at("story.md"), "# Lo que pasó\n\nCoincide [0001/1]. Se ve en la lista [0001/ios/manifest/2].\n");
  await ran(0, ["case", "story", c, "story.md"], /relato s1/);
  await ran(0, ["case", "story", c, "s1"], /Lo que pasó/, /Manifest\.db · SHA-256/);
  await ran(0, ["case", "known", c, "Wi-Fi de la redacción"]);
  await ran(0, ["case", "recheck", c], /es la revisión 0002/, /1 decisión pasó de la revisión 0001/);
  await ran(
    0,
    ["case", "review", c],
    /una persona lo confirmó \(Marta P\.[^)]*de\s+la\s+revisión\s+0001,\s+[0-9-]+,\s+sobre/,
  );
  await ran(0, ["compare", `${c}@1`, `${c}@2`]);
  await ran(0, ["case", "note", c, "Hablamos\u001b[31m por teléfono"]);
  await ran(0, ["case", "status", c, "lab", "Mandar al laboratorio", "--due", "2027-01-15"]);
  await ran(0, ["case", "show", c], /Marta P\./, /0002/, /otro laboratorio/, /Hablamos/);
  await ran(0, ["case", "log", c], /cadena está completa/, /decisión/);
  const lines = (await ran(0, ["case", "log", c, "--json"])).out.trim().split("\n");
  for (const name of ["Marta", "Ana", "Hablamos"]) assert.ok(!lines.join("\n").includes(name), name);
  await ran(2, ["case", "purge", c], /No tocamos nada/);
  await ran(0, ["case", "purge", c, "--yes"], /copias de seguridad/);
  assert.deepEqual(readdirSync(at(c)), ["case.json"]);
  await ran(3, ["case", "show", c], /alguien lo cambió|dañado/);
});

test("a second reviewer does the check again from a dossier, a result or a case, and reads what differs", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  const phone = join(SAMPLE, "backup");
  await ran(0, ["reproduce", c, phone, "--out", "a"], /byte por byte/);
  await ran(0, ["dossier", "make", c, "--whom", "Laboratorio Dos", "--out", "d"]);
  await ran(
    0,
    ["reproduce", "d", phone, "--out", "b", "--into", c, "--reviewer", "Laboratorio Dos"],
    /dio lo mismo|byte por byte/,
  );
  await ran(0, ["case", "log", c], /repetida por otra persona/);
  await ran(
    5,
    ["reproduce", "d", phone, "--out", "e", "--indicators", join(SAMPLE, "indicators.stix2")],
    /una lista de señales más/,
    /no dio lo mismo/,
  );
  smallBackup(at("other"), { plain: true });
  await ran(5, ["reproduce", c, "other", "--out", "f"], /no es la evidencia/);
  const json = join(dir.path, "d/data/checks/0001/result.json");
  writeFileSync(json, readFileSync(json, "utf8").replace('"match"', '"lead"'));
  await ran(2, ["reproduce", "d", phone, "--out", "g"], /no concuerda consigo/);
  await ran(2, ["reproduce", c], /Falta qué repetir/);
});

test("what leaves a case asks its consent, and is written down", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  await ran(2, ["export", c, "--share-with", "public", "--output", "x.csv"], /consentimiento/);
  await ran(2, ["export", c, "--share-with", "Alguien", "--output", "x.csv"], /consentimiento/);
  await ran(2, ["report", c, "--html", "x.html", "--share-with", "public"], /consentimiento/);
  assert.ok(!existsSync(at("x.csv")) && !existsSync(at("x.html")));
  await ran(0, ["export", c, "--share-with", "Laboratorio  dos", "--output", "x.csv"]);
  assert.ok(readFileSync(at("x.csv")).length > 1000);
  await ran(0, ["report", c, "--html", "x.html"]);
  const log = (await ran(0, ["case", "log", c])).out;
  assert.equal(log.split("exportación").length - 1, 2);
});

test("words of a check of a case: with what named people decided, and written only for whom the consent allows", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  const before = await ran(0, ["words", c]);
  assert.doesNotMatch(before.out, /Marta/);
  await ran(0, ["case", "review", c, "1", "confirm", "lo vi", "--reviewer", "Marta P.", "--role", "analista"]);
  await ran(0, ["words", `${c}@1`], /Marta P, analista/);
  await ran(2, ["words", c, "--for", "lab", "--html", "l.html"], /--share-with/);
  await ran(2, ["words", c, "--for", "lab", "--html", "l.html", "--share-with", "Otro"], /no está entre quienes/);
  assert.ok(!existsSync(at("l.html")));
  await ran(0, ["words", c, "--for", "lab", "--html", "l.html", "--share-with", "Laboratorio Dos"]);
  await ran(0, ["words", c, "--html", "p.html"]);
  assert.match(readFileSync(at("l.html"), "utf8"), /Marta P/);
  assert.equal((await ran(0, ["case", "log", c])).out.split("exportación").length - 1, 2);
});

test("a consent that allows less removes what it does not allow, and nothing of it leaves", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  writeFileSync(at("less.json"), JSON.stringify({ ...CONSENT, id: "c2", artifacts: ["apps"] }));
  await ran(0, ["case", "consent", c, "less.json"], /No borramos nada todavía: checks\/0001/);
  await ran(
    2,
    ["export", c, "--share-with", "Laboratorio Dos", "--output", "x.csv"],
    /más de lo que la persona permite/,
  );
  await ran(0, ["dossier", "make", c, "--whom", "Laboratorio Dos", "--out", "d"], /No van estas revisiones.*: 0001/);
  assert.ok(!existsSync(at("d/data/checks")) && !existsSync(at("d/data/export")));
  assert.ok(!readFileSync(at("d/data/custody-data.txt"), "utf8").includes('"verdict"'));
  await ran(0, ["case", "consent", c, "less.json", "--yes"], /Borramos del caso: checks\/0001/);
  assert.deepEqual(readdirSync(at(`${c}/checks`)), []);
});

test("evidence goes along where the consent allows copies and a pack to them", async () => {
  using dir = folder();
  const s = stageOf(dir.path);
  const { at, ran } = s;
  const c = await taken(s);
  await ran(2, ["dossier", "make", c, "--whom", "Laboratorio Dos", "--with-evidence", "--out", "d"], /paquete/);
  const recipients = [...CONSENT.recipients, { name: "Laboratorio Dos", what: "pack" }];
  writeFileSync(at("more.json"), JSON.stringify({ ...CONSENT, id: "c2", recipients }));
  await ran(0, ["case", "consent", c, "more.json"]);
  await ran(0, ["dossier", "make", c, "--whom", "Laboratorio Dos", "--with-evidence", "--out", "d"]);
  const names = readdirSync(at("d/data/evidence"));
  const result = JSON.parse(readFileSync(at("d/data/checks/0001/result.json"), "utf8")) as {
    files: { sha256: string }[];
  };
  assert.deepEqual(names.sort(), [...new Set(result.files.map((f) => f.sha256))].sort());
  await ran(4, ["verify", "d"], /No hay archivos de más/);
  writeFileSync(at("less.json"), JSON.stringify({ ...CONSENT, id: "c3", recipients, copies: false }));
  await ran(0, ["case", "consent", c, "less.json"]);
  await ran(2, ["dossier", "make", c, "--whom", "Laboratorio Dos", "--with-evidence", "--out", "e"], /copia/);
});

test("a case of one's own: made, filled by copy and by hash, checked within its consent", async () => {
  using dir = folder();
  const { at, ran } = stageOf(dir.path);
  smallBackup(at("backup"), { plain: true });
  await ran(2, ["case", "new"], /Falta la carpeta/);
  await ran(2, ["case", "show", "nowhere"], /nowhere/);
  await ran(0, ["case", "new", "c", "--title", "siete"], /Hicimos una llave nueva/, /Lo abre una llave/);
  await ran(2, ["case", "new", "c"], /no está vacía/);
  await ran(2, ["case", "check", "c", "backup"], /case consent/);
  await ran(2, ["case", "add", "c", "backup"], /case consent/);
  await ran(0, ["case", "add", "c", "backup", "--by-hash", "--from", "Ana"], /no guardamos copia/);
  assert.ok(!existsSync(at("c/evidence")));
  writeFileSync(at("consent.json"), JSON.stringify({ ...CONSENT, artifacts: ["ios/sms"] }));
  await ran(0, ["case", "consent", "c", "consent.json"]);
  await ran(0, ["case", "add", "c", "backup"], /Copiamos backup/);
  await ran(0, ["case", "check", "c"], /La revisión 0001/);
  const json = JSON.parse((await ran(0, ["report", "c", "--json"])).out);
  assert.deepEqual(json.scope.artifacts, ["ios/sms"]);
  const states = new Set(json.coverage.map((x: { artifact: string; state: string }) => `${x.artifact}: ${x.state}`));
  assert.ok(states.has("ios/safari-history: not-consented"));
  const other = (await ran(0, ["case", "key", "--identity", "home/contraluz/identity.txt"])).out.trim();
  await ran(0, ["case", "share", "c", "--recipient", other], /Ahora lo abre una llave/);
  await ran(0, ["case", "withdraw", "c", "ya no quiere"]);
  await ran(2, ["case", "add", "c", "backup", "--by-hash"], /consentimiento/);
  writeFileSync(at("no.txt"), "nothing");
  await ran(2, ["case", "show", "c", "--identity", "no.txt"], /ninguna llave de age/);
});
