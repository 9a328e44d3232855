/**
 * How Apple's threat notifications open, by language, for `apple-warning.ts`.
 *
 * A line is a sequence: its parts (between ` … `) must come in that order, close to each other, the first one at the very
 * beginning of the message (a word such as ALERT may stand before it). `a|b` are ways to write one part. Lower case, no accents,
 * no punctuation: so are the texts that are compared.
 * English: the openings of 2021 and 2024 that MVT and Amnesty International publish, and the second sentence as TechCrunch
 * quotes it. The others: how the press of that language quotes the notification (El Faro and Diario El Mundo, BFM, Fanpage
 * and Macitynet, Pplware, Zeit Online and Macprime, Tweakers, Mobilmania, iDevice.ro, Al Arabiya, Beartai). Nobody has published
 * Apple's own wording in these, so several ways to say each part are taken.
 * @module
 */

export const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "state sponsored attackers may be targeting your iphone",
    "apple detected a targeted mercenary spyware attack against your iphone",
    "apple detected|apple has detected … targeted mercenary spyware attack|mercenary spyware attack … against your iphone|against your device",
    "apple detected|apple has detected|apple believes … you are being targeted by|you have been targeted by|you were targeted by … mercenary spyware|state sponsored attack|spyware attack",
  ],
  es: [
    "atacantes patrocinados por el estado|atacantes patrocinados por un estado|atacantes respaldados por el estado … tu iphone|su iphone",
    "apple detecto|apple ha detectado … ataque … mercenario|spyware|software espia … contra tu iphone|contra su iphone|dirigido a tu iphone|dirigido a su iphone|a tu iphone|a su iphone",
    "apple detecto que|apple ha detectado que|apple cree que … estas siendo|esta siendo|eres|es usted … objetivo|blanco|objeto|atacado|victima|atacada … mercenario|patrocinados por|spyware",
  ],
  pt: [
    "atacantes patrocinados pelo estado|atacantes patrocinados por um estado|invasores patrocinados pelo estado|invasores patrocinados por um estado … seu iphone|teu iphone",
    "a apple detetou|a apple detectou … ataque … spyware|mercenario … contra o seu iphone|contra o teu iphone|contra seu iphone",
    "a apple detetou que|a apple detectou que|a apple acredita que … alvo|visado|visada … mercenario|patrocinados|spyware",
  ],
  fr: [
    "des attaquants soutenus par un etat|des attaquants parraines par un etat|des attaquants parraines par l etat|des pirates soutenus par un etat … votre iphone|ton iphone",
    "apple a detecte … attaque … logiciel espion|spyware|logiciels espions … contre votre iphone|contre ton iphone|visant votre iphone|ciblant votre iphone",
    "apple a detecte que|apple pense que|apple estime que … vous etes|vous etiez|vous faites … cible|objet|vise … logiciel espion|logiciels espions|spyware|soutenus par un etat|parraines par",
  ],
  it: [
    "attacchi sponsorizzati dallo stato|aggressori sponsorizzati dallo stato|aggressori sponsorizzati da uno stato … tuo iphone",
    "apple ha rilevato … attacco … spyware … contro il tuo iphone|contro l iphone|al tuo iphone",
    "apple ha rilevato che|apple ritiene che|apple crede che … sei|tu sia|stai … bersaglio|oggetto|preso di mira|vittima … spyware|sponsorizzati|mercenario",
  ],
  de: [
    "staatlich finanzierte hacker|staatlich finanzierte angreifer|staatlich unterstutzte angreifer|staatlich geforderte angreifer|von staaten unterstutzte angreifer … ihr iphone|dein iphone",
    "apple hat … angriff … spyware|soldner … auf ihr iphone|gegen ihr iphone|auf dein iphone|gegen dein iphone",
    "apple hat festgestellt|apple hat erkannt|apple geht davon aus … dass sie|dass du … ziel|angegriffen … spyware|soldner|staatlich unterstutzt|staatlich finanziert",
  ],
  nl: [
    "door de staat gesponsorde aanvallers|door staten gesponsorde aanvallers|door een staat gesponsorde aanvallers … je iphone|uw iphone",
    "apple heeft … aanval|spywareaanval … tegen je iphone|tegen uw iphone|op je iphone|op uw iphone",
    "apple heeft gedetecteerd dat|apple heeft ontdekt dat|apple denkt dat … doelwit … spyware|huurling|gesponsord",
  ],
  cs: [
    "apple zjistil … jste tercem|jste cilem … spyware|spywaroveho utoku|zoldack",
    "apple zjistil … utok … vas iphone",
  ],
  ro: [
    "apple a detectat … sunteti vizat|esti vizat … spyware|mercenar",
    "apple a detectat … atac … iphone ul dumneavoastra|iphone ul tau",
  ],
  ar: [
    "اكتشفت ابل|اكتشفت apple|رصدت ابل|رصدت apple … مستهدف|استهداف … برامج تجسس|تجسس … iphone|الايفون|ايفون",
    "apple … هجوم|لهجوم … برامج تجسس|تجسس … iphone",
  ],
  th: ["apple ตรวจพบ … การโจมต … สปายแวร … iphone"],
};
