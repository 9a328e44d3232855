/**
 * Claims, acts and reviews of the sample. Words beside a quote are ours, and neutral: what was said, what was reported, by whom. The
 * person who reviews is made up.
 * @module
 */
import type { PASSAGES } from "./passages.ts";

type Place = keyof typeof PASSAGES;

/** `[page, passage]`, as they stand in `passages.ts`. */
export type Ref = readonly [Place, string];

export interface Entry {
  readonly type: "claim" | "act" | "link";
  readonly id: string;
  readonly source?: readonly Ref[];
  readonly reply_of_the_party?: { readonly source?: readonly Ref[]; readonly [k: string]: unknown };
  readonly [k: string]: unknown;
}

const MEXICO = "Gobierno de México";
const UNDER = ["Centro Nacional de Inteligencia", "Instituto Nacional de Migración"];
const CBP = "U.S. Customs and Border Protection";
const DHS = "U.S. Department of Homeland Security";
const OIG = "DHS Office of Inspector General";

const REVIEWER = { name: "Alma Cordero (nombre inventado · made-up name)", role: "muestra · sample" };
const ON = "2026-11-26";
const NOT_ASKED = { state: "not-asked" };

const CLAIMS: readonly Entry[] = [
  {
    type: "claim",
    id: "c-opositores",
    speaker: { name: "Andrés Manuel López Obrador", office: "virtual presidente electo" },
    said_on: "2018-07-14",
    quote: "Ya no se va a espiar a nadie que sea opositor",
    gloss_es: "Dijo que el gobierno que venía no espiaría a opositores.",
    gloss_en: "He said that the coming government would not spy on opponents.",
    kind: "promise",
    scope: { actor: MEXICO, also: UNDER, subject: "espionaje a opositores" },
    holds_from: "2018-12-01",
    holds_until: "2024-09-30",
    source: [
      ["tiempo", "promise"],
      ["mnd", "promise"],
      ["enlace", "offices"],
    ],
  },
  {
    type: "claim",
    id: "c-cisen",
    speaker: { name: "Alfonso Durazo", office: "próximo secretario de Seguridad Pública" },
    said_on: "2018-07-14",
    gloss_es: "Anunció que el Cisen desaparecería y que se crearía otra agencia de inteligencia.",
    gloss_en: "He announced that Cisen would disappear and that another intelligence agency would be created.",
    kind: "promise",
    scope: { actor: MEXICO, subject: "desaparición del Cisen" },
    holds_from: "2018-07-14",
    holds_until: "2024-09-30",
    source: [
      ["cordoba", "cisen"],
      ["mnd", "cisen"],
    ],
  },
  {
    type: "claim",
    id: "c-vigilancia-ilegal",
    speaker: {
      name: "Secretaría de Relaciones Exteriores y Secretaría de Seguridad y Protección Ciudadana",
      body: MEXICO,
    },
    said_on: "2019-03-07",
    quote:
      "El Gobierno de México no lleva a cabo tareas de vigilancia ilegal a personas, bajo ninguna categoría o tipo de actividad",
    gloss_en:
      "The Government of Mexico does not carry out illegal surveillance of people, in any category or kind of activity.",
    kind: "denial",
    scope: { actor: MEXICO, also: UNDER, subject: "vigilancia ilegal" },
    holds_from: "2018-12-01",
    holds_until: "2019-03-07",
    source: [
      ["soltlaxcala", "denial"],
      ["jornada", "denial"],
    ],
  },
  {
    type: "claim",
    id: "c-visitantes",
    speaker: {
      name: "Secretaría de Relaciones Exteriores y Secretaría de Seguridad y Protección Ciudadana",
      body: MEXICO,
    },
    said_on: "2019-03-07",
    quote:
      "da la bienvenida a todos los visitantes extranjeros que, en apego a las leyes migratorias, realizan en nuestro territorio actividades de turismo o profesionales",
    gloss_es: "Dijeron que México da la bienvenida a visitantes que cumplen las leyes migratorias.",
    gloss_en: "They said that Mexico welcomes visitors who keep the migration laws.",
    kind: "assertion",
    scope: { actor: MEXICO, also: UNDER, subject: "entrada de visitantes" },
    holds_from: "2019-03-07",
    source: [["soltlaxcala", "welcome"]],
  },
  {
    type: "claim",
    id: "c-informacion",
    speaker: { name: "Secretaría de Relaciones Exteriores", body: MEXICO },
    said_on: "2019-03-07",
    quote:
      "Se solicitará información al gobierno de Estados Unidos por los canales oficiales para esclarecer cualquier posible caso de espionaje ilegal",
    gloss_en:
      "It will ask the government of the United States, through official channels, for information on any possible illegal spying.",
    kind: "promise",
    scope: {
      actor: MEXICO,
      also: ["Secretaría de Relaciones Exteriores"],
      subject: "pedir información a Estados Unidos",
    },
    holds_from: "2019-03-07",
    source: [["xinhua", "ask"]],
  },
  {
    type: "claim",
    id: "c-dhs-investigacion",
    speaker: { name: CBP },
    said_on: "2019-03-06",
    gloss_es: "Anunció que se investigaría si se dirigió de manera indebida contra periodistas y activistas.",
    gloss_en: "It announced an investigation into whether it had inappropriately targeted journalists and activists.",
    kind: "promise",
    scope: { actor: DHS, also: [OIG], subject: "investigación del trato a periodistas y activistas" },
    holds_from: "2019-03-06",
    source: [["cpj", "investigation"]],
  },
  {
    type: "claim",
    id: "c-cbp-consultas",
    speaker: { name: CBP },
    said_on: "2019-05-09",
    quote:
      "CBP followed through with appropriate investigatory queries and compiled caravan information from various sources to determine if subsequent investigation was warranted.",
    gloss_es: "Escribió que hizo las consultas de investigación apropiadas y que reunió información de la caravana.",
    kind: "assertion",
    scope: { actor: CBP, subject: "consultas sobre la caravana" },
    holds_from: "2018-10",
    holds_until: "2019-05-09",
    source: [["cbpletter", "queries"]],
  },
];

const ACTS: readonly Entry[] = [
  {
    type: "act",
    id: "a-cni",
    actor: MEXICO,
    what_es: "El Cisen dejó de llevar ese nombre y su lugar lo tomó el Centro Nacional de Inteligencia.",
    what_en: "Cisen no longer had that name, and the National Intelligence Centre took its place.",
    from: "2018-11",
    until: "2018-12",
    status: "reported",
    source: [
      ["elmundo", "cni"],
      ["breaking", "cni"],
      ["elpost", "cni"],
    ],
  },
  {
    type: "act",
    id: "a-caravanas",
    actor: "Centro Nacional de Inteligencia",
    what_es:
      "Una publicación, con base en el Primer Informe de Gobierno, cuenta que el CNI y la inteligencia militar coordinaron la vigilancia de las caravanas.",
    what_en:
      "A publication, on the basis of the government's first annual report, says that the CNI and military intelligence coordinated surveillance of the caravans.",
    from: "2018-12",
    until: "2019-06",
    status: "reported",
    source: [["breaking", "caravans"]],
  },
  {
    type: "act",
    id: "a-entrada",
    actor: "Instituto Nacional de Migración",
    what_es: "Se negó la entrada a México a dos abogadas y a dos periodistas que trabajaron con la caravana.",
    what_en: "Two lawyers and two journalists who had worked with the caravan were denied entry to Mexico.",
    from: "2019-01",
    until: "2019-02",
    status: "reported",
    source: [
      ["latimes", "entry"],
      ["elpais", "entry"],
    ],
  },
  {
    type: "act",
    id: "a-lista",
    actor: CBP,
    what_es:
      "Documentos que publicó NBC 7 nombran a periodistas, una persona abogada y activistas ligados a la caravana.",
    what_en: "Documents published by NBC 7 name journalists, an attorney and activists tied to the caravan.",
    on: "2019-01-09",
    status: "reported",
    source: [
      ["timesofsd", "list"],
      ["splinter", "list"],
    ],
  },
  {
    type: "act",
    id: "a-alertas",
    actor: CBP,
    what_es: "Puso alertas a periodistas, abogados y otras personas de Estados Unidos ligadas a la caravana.",
    what_en: "It placed lookouts on American journalists, attorneys and others tied to the caravan.",
    from: "2018",
    until: "2019",
    status: "documented",
    source: [["oig", "lookouts"]],
  },
  {
    type: "act",
    id: "a-peticion",
    actor: CBP,
    what_es:
      "Un funcionario pidió a México que negara la entrada a 14 personas de Estados Unidos ligadas a la caravana.",
    what_en: "An official asked Mexico to deny entry to 14 U.S. citizens tied to the caravan.",
    on: "2018-12",
    status: "documented",
    source: [
      ["oignews", "request"],
      ["politico", "request"],
    ],
  },
  {
    type: "act",
    id: "a-informe-oig",
    actor: OIG,
    what_es: "Publicó el informe OIG-21-62 sobre esos hechos.",
    what_en: "It published report OIG-21-62 on these events.",
    on: "2021-09",
    status: "documented",
    source: [["oig", "lookouts"]],
  },
  {
    type: "act",
    id: "a-frena",
    actor: "Centro Nacional de Inteligencia",
    what_es: "Dio seguimiento a las actividades de un movimiento opositor, según documentos que publicó El Universal.",
    what_en: "It followed the activities of an opposition movement, according to documents published by El Universal.",
    from: "2020-05",
    until: "2020-11",
    status: "reported",
    source: [
      ["proceso", "frena"],
      ["siglo", "frena"],
    ],
  },
];

const LINKS: readonly Entry[] = [
  {
    type: "link",
    id: "l-cisen",
    claim_id: "c-cisen",
    act_id: "a-cni",
    relation: "partly",
    why_es: "La agencia cambió de nombre y de secretaría. Las fuentes no coinciden en si eso es desaparecer.",
    why_en: "The agency changed its name and its ministry. The sources do not agree on whether that is to disappear.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: NOT_ASKED,
  },
  {
    type: "link",
    id: "l-opositores-caravanas",
    claim_id: "c-opositores",
    act_id: "a-caravanas",
    relation: "unrelated",
    why_es: "La promesa habla de opositores y el acto de migrantes.",
    why_en: "The promise speaks of opponents, the act of migrants.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: NOT_ASKED,
  },
  {
    type: "link",
    id: "l-opositores-frena",
    claim_id: "c-opositores",
    act_id: "a-frena",
    relation: "contradicts",
    why_es: "El movimiento es opositor. La parte dice que eran recortes de periódico y no espionaje.",
    why_en: "The movement is one of opponents. The party says that it was press cuttings, not spying.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: {
      state: "public",
      on: "2020-11-27",
      text_es:
        "A nadie se espía en el gobierno, ya no es como antes, a ningún dirigente político, esa es la instrucción que he dado.",
      text_en:
        "Nobody is spied on in the government, it is not as before, no political leader; that is the instruction I gave. (Our translation.)",
      disputes: true,
      source: [["riodoce", "reply"]],
    },
  },
  {
    type: "link",
    id: "l-ilegal-caravanas",
    claim_id: "c-vigilancia-ilegal",
    act_id: "a-caravanas",
    relation: "consistent",
    why_es: "La negación habla de vigilancia ilegal. La fuente no dice que la vigilancia fuera ilegal.",
    why_en: "The denial speaks of illegal surveillance. The source does not say that the surveillance was illegal.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: NOT_ASKED,
  },
  {
    type: "link",
    id: "l-visitantes",
    claim_id: "c-visitantes",
    act_id: "a-entrada",
    relation: "unrelated_in_time",
    why_es: "El acto es anterior a lo dicho. Tampoco se sabe por qué se negó la entrada.",
    why_en: "The act came before what was said. Nor is it known why entry was denied.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: NOT_ASKED,
  },
  {
    type: "link",
    id: "l-dhs",
    claim_id: "c-dhs-investigacion",
    act_id: "a-informe-oig",
    relation: "fulfils",
    why_es: "El informe es el resultado público de una investigación de esos hechos.",
    why_en: "The report is the public result of an investigation of these events.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: NOT_ASKED,
  },
  {
    type: "link",
    id: "l-cbp-alertas",
    claim_id: "c-cbp-consultas",
    act_id: "a-alertas",
    relation: "consistent",
    why_es: "El inspector general escribió que había razones legítimas para las alertas.",
    why_en: "The inspector general wrote that there were legitimate reasons for the lookouts.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: {
      state: "public",
      on: "2021-09",
      text_es: "Aceptó las seis recomendaciones del inspector general.",
      text_en: "It concurred with the six recommendations of the inspector general.",
      source: [["oig", "concurred"]],
    },
  },
  {
    type: "link",
    id: "l-cbp-peticion",
    claim_id: "c-cbp-consultas",
    act_id: "a-peticion",
    relation: "unrelated",
    why_es: "La carta habla de consultas y de información reunida; el acto es una petición a otro gobierno.",
    why_en: "The letter speaks of queries and of information compiled; the act is a request to another government.",
    reviewer: REVIEWER,
    on: ON,
    reply_of_the_party: {
      state: "public",
      on: "2019-03-06",
      text_es:
        "Dijo que su proceder normal es reunir pruebas para acciones legales y saber si el suceso fue organizado.",
      text_en:
        "It said that its standard protocol is to collect evidence for legal actions and to determine if the event was orchestrated.",
      source: [["timesofsd", "reply"]],
    },
  },
];

export const ENTRIES: readonly Entry[] = [...CLAIMS, ...ACTS, ...LINKS];
