import assert from "node:assert/strict";
import { test } from "node:test";
import { appleWarning, plain } from "./apple-warning.ts";
import { OPENINGS } from "./apple-warning-words.ts";

test("openings as they are published or quoted, whatever stands for quotes, accents and spaces", () => {
  for (const [lang, text] of [
    ["en", "ALERT: State-sponsored attackers may be targeting your iPhone"],
    [
      "en",
      "ALERT: Apple detected a targeted mercenary spyware attack against your iPhone\nApple detected that you are",
    ],
    [
      "en",
      "Apple detected that you are being targeted by a mercenary spyware attack that is trying to remotely compromise the iPhone",
    ],
    ["en", "⚠️  alert — apple\u00a0detected a targeted  MERCENARY spyware attack against your iPhone."],
    [
      "en",
      "Apple believes you are being targeted by state-sponsored attackers who are trying to remotely compromise the iPhone",
    ],
    ["es", "ALERTA: Atacantes patrocinados por el Estado pueden estar apuntando a su iPhone"],
    ["es", "ALERTA: Apple detectó un ataque dirigido de software espía mercenario contra tu iPhone"],
    ["es", "Apple detectó que usted está siendo objetivo de un ataque de software espía mercenario que intenta"],
    ["es", "Apple ha detectado que estás siendo objetivo de un ataque de espionaje por mercenarios que intenta"],
    ["fr", "ALERTE : Apple a détecté une attaque ciblée de logiciel espion mercenaire contre votre iPhone"],
    ["fr", "Apple a détecté que vous êtes la cible d’une attaque de logiciel espion mercenaire"],
    ["it", "Apple ha rilevato un attacco spyware mercenario mirato contro il tuo iPhone."],
    ["pt", "A Apple detetou um ataque dirigido com spyware mercenário contra o seu iPhone."],
    ["pt", "A Apple detectou que você tem sido um alvo de um ataque mercenário de spyware"],
    ["de", "Achtung, staatlich finanzierte Hacker könnten es auf Ihr iPhone abgesehen haben."],
    ["de", "Apple hat festgestellt, dass Sie Ziel eines Spyware-Angriffes durch Söldner sind"],
    ["nl", "Apple heeft gedetecteerd dat u het doelwit bent van een aanval met spyware die probeert de iPhone"],
    ["cs", "Apple zjistil, že jste terčem spywarového útoku, který se snaží"],
    ["ro", "Apple a detectat că sunteți vizat de un atac spyware mercenar care încearcă"],
    ["ar", "اكتشفت أبل أنك مستهدف بهجوم برامج تجسس المأجورة يحاول اختراق الآيفون المرتبط بحسابك"],
    ["th", "Apple ตรวจพบว่าคุณตกเป็นเป้าการโจมตีด้วยสปายแวร์รับจ้างที่พยายามจะเข้าเจาะ iPhone"],
  ] as const)
    assert.equal(appleWarning(text), lang, text);
});

test("talk about warnings, news and other messages of Apple are none", () => {
  for (const text of [
    "",
    "Apple",
    "mi iphone nuevo",
    "Apple warns iPhone users in 92 countries of mercenary spyware attacks",
    "Did you see? Apple detected a targeted mercenary spyware attack against your iPhone, it says in the news",
    "Apple envió avisos de ataques de spyware mercenario a 92 países. ¿Te llegó algo a tu iPhone?",
    "Oye, ¿a ti también te llegó? Apple detectó un ataque de spyware mercenario contra tu iPhone",
    "Your Apple ID was used to sign in to iCloud on an iPhone",
    "Apple detectó un inicio de sesión en tu iPhone",
    "Apple a détecté une connexion sur votre iPhone",
    "Apple hat Ihr iPhone repariert",
    "ALERT: State-sponsored attackers may be targeting your bank",
  ])
    assert.equal(appleWarning(text), undefined, text);
});

test("whatever the text is, it takes no time", () => {
  const before = process.cpuUsage();
  for (const part of ["apple detected ", "iphone ", "\u0301", "apple a detecte attaque ", "ﷺ"])
    appleWarning(`iphone ${part.repeat(1_000_000)}`);
  for (let i = 0; i < 2000; i++) appleWarning(`apple ${"detected mercenary spyware attack ".repeat(20)}${i}`);
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});

test("the table is written as texts are compared", () => {
  for (const lines of Object.values(OPENINGS))
    for (const l of lines) {
      for (const part of l.split(" … ").flatMap((p) => p.split("|"))) assert.equal(plain(part), part);
    }
});
