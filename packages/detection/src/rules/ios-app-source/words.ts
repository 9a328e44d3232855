import { type Lang, type Params, plural, say, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";
import type { What } from "./more.ts";

/**
 * What is unusual: the source of a receipt, no receipt, a company's permit, data of an app that no list names, an installation in the log, an app of
 * the power log that the store does not name.
 */
export type Case = "source" | "receipt" | "permit" | "unlisted" | "logged" | "energy";
type Part = "title" | "why" | "otherwise";

/** Programs that install apps and that many people know. */
export const SOURCES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "com.apple.TestFlight": { es: "TestFlight, las versiones de prueba", en: "TestFlight, for test versions" },
  "com.rileytestut.AltStore": { es: "AltStore, otra tienda", en: "AltStore, another store" },
  "com.epicgames.EpicGamesStore": { es: "Epic Games Store, otra tienda", en: "Epic Games Store, another store" },
};

/** What apps may use, and that they recorded, as a sentence of its own. */
const USES: Readonly<Record<What, Readonly<Record<Lang, string>>>> = {
  microphone: { es: "el micrófono", en: "the microphone" },
  camera: { es: "la cámara", en: "the camera" },
  recorded: { es: "Hubo grabación de sonido.", en: "There was recording of sound." },
};

/** `uses_es` and `uses_en`: "" or sentences that begin with a space. */
export function usesIn(whats: readonly What[]): Params {
  const may = whats.filter((w) => w !== "recorded");
  const of = (lang: Lang, head: string, and: string): string =>
    `${may.length > 0 ? ` ${head} ${may.map((w) => USES[w][lang]).join(and)}.` : ""}${whats.includes("recorded") ? ` ${USES.recorded[lang]}` : ""}`;
  return {
    uses_es: of("es", "Hay permiso para usar", " y "),
    uses_en: of("en", "There is permission to use", " and "),
  };
}

const TEXTS: Readonly<Record<Case, Readonly<Record<Part, Words>>>> = {
  source: {
    title: {
      es: (p) => plural(p.count!, "Una app no vino de la App Store", `${p.count} apps no vinieron de la App Store`),
      en: (p) =>
        plural(p.count!, "One app did not come from the App Store", `${p.count} apps did not come from the App Store`),
    },
    why: {
      es: (p) =>
        `${p.apps}. ${plural(p.count!, "La", "Las")} instaló ${p.source_es || `«${p.source}»`}. Apple no revisa igual una app que no viene de su tienda.`,
      en: (p) =>
        `${p.apps}. Installed by ${p.source_en || `“${p.source}”`}. Apple does not review an app from outside its store in the same way.`,
    },
    otherwise: {
      es: "Apps de prueba, tiendas permitidas en Europa y otros países, o apps del trabajo.",
      en: "Test apps, stores that are allowed in Europe and elsewhere, or apps of an employer.",
    },
  },
  receipt: {
    title: {
      es: (p) =>
        plural(
          p.count!,
          "Una app no trae comprobante de una tienda",
          `${p.count} apps no traen comprobante de una tienda`,
        ),
      en: (p) =>
        plural(p.count!, "One app carries no receipt of a store", `${p.count} apps carry no receipt of a store`),
    },
    why: {
      es: (p) =>
        `${p.apps}. Las apps de la App Store traen un comprobante con su nombre. ${plural(p.count!, "Esta no, o trae", "Estas no, o traen")} el de otra app.`,
      en: (p) =>
        `${p.apps}. Apps of the App Store carry a receipt with their name. ${plural(p.count!, "This one does not, or carries", "These do not, or carry")} that of another app.`,
    },
    otherwise: {
      es: "Apps que puso el trabajo o alguien que las programa, o una app a medio instalar cuando se hizo el respaldo.",
      en: "Apps from an employer or from somebody who writes them, or an app that was half installed when the backup was made.",
    },
  },
  unlisted: {
    title: {
      es: (p) =>
        plural(
          p.count!,
          "Hay datos de una app que no está en la lista",
          `Hay datos de ${p.count} apps que no están en la lista`,
        ),
      en: (p) =>
        plural(
          p.count!,
          "There is data of an app that is not in the list",
          `There is data of ${p.count} apps that are not in the list`,
        ),
    },
    why: {
      es: (p) =>
        `${p.apps}. El respaldo trae su carpeta, pero no ${plural(p.count!, "la", "las")} nombra entre las apps instaladas.`,
      en: (p) =>
        `${p.apps}. The backup holds ${plural(p.count!, "its", "their")} folder, but does not name ${plural(p.count!, "it", "them")} among the installed apps.`,
    },
    otherwise: {
      es: "Apps que se borraron o se descargan cuando hacen falta, y programas de respaldo que escriben otra lista.",
      en: "Apps that were removed or are downloaded when they are needed, and backup programs that write another list.",
    },
  },
  logged: {
    title: {
      es: (p) =>
        plural(
          p.count!,
          "Se instaló una app sin pasar por la App Store",
          `Se instalaron ${p.count} apps sin pasar por la App Store`,
        ),
      en: (p) =>
        plural(
          p.count!,
          "An app was installed without the App Store",
          `${p.count} apps were installed without the App Store`,
        ),
    },
    why: {
      es: (p) =>
        `${p.apps}. ${p.source === "mobile_installation_proxy" ? "La puso una computadora conectada al teléfono." : "El diario de instalaciones dice que no vino de la tienda."} Apple no revisa estas apps. Hermit, por ejemplo, llegó como app de una empresa; de ese programa no hay en el teléfono una señal pública que buscar.`,
      en: (p) =>
        `${p.apps}. ${p.source === "mobile_installation_proxy" ? "A computer that was connected to the phone put it there." : "The log of installations says that it did not come from the store."} Apple does not review such apps. Hermit, for one, came as an app of a company; of that program there is no public sign on the phone to look for.`,
    },
    otherwise: {
      es: "Apps del trabajo, apps de prueba, o de alguien que programa.",
      en: "Apps of an employer, test apps, or those of somebody who writes apps.",
    },
  },
  energy: {
    title: {
      es: (p) =>
        plural(
          p.count!,
          "La tienda no nombra una app de este teléfono",
          `La tienda no nombra ${p.count} apps de este teléfono`,
        ),
      en: (p) =>
        plural(
          p.count!,
          "The store does not name an app of this phone",
          `The store does not name ${p.count} apps of this phone`,
        ),
    },
    why: {
      es: (p) =>
        `${p.apps}. ${plural(p.count!, "Está", "Están")} en el registro de energía. Las listas de la App Store nombran las demás apps, pero no ${plural(p.count!, "esta", "estas")}.`,
      en: (p) =>
        `${p.apps}. The power log lists ${plural(p.count!, "it", "them")}. The lists of the App Store name the other apps, but not ${plural(p.count!, "this one", "these")}.`,
    },
    otherwise: {
      es: "Una app de hace tiempo que la tienda ya no anota, una app del trabajo, o de alguien que programa.",
      en: "An older app that the store no longer notes, an app of an employer, or of somebody who writes apps.",
    },
  },
  permit: {
    title: {
      es: "Una empresa puede poner apps en este teléfono",
      en: "A company can put apps on this phone",
    },
    why: {
      es: (p) =>
        `Hay un permiso de: ${p.apps}. Con él se instalan apps que nadie revisa. Algunos programas espía llegaron así.`,
      en: (p) =>
        `There is a permit of: ${p.apps}. With it apps are installed that nobody reviews. Some spyware came this way.`,
    },
    otherwise: {
      es: "Muchas empresas dan así sus apps a quienes trabajan en ellas.",
      en: "Many companies give their apps to their staff like this.",
    },
  },
};

/** What to do; of data without an app, nothing. */
const NEXT: Words = {
  es: (p) =>
    Number(p.count) === 1
      ? "Si la conoces, dilo y deja de salir. Si no, no la borres todavía: muéstrala a una línea de ayuda."
      : "Si las conoces, dilo y dejan de salir. Si no, no las borres todavía: muéstralas a una línea de ayuda.",
  en: (p) =>
    Number(p.count) === 1
      ? "If you know it, say so and it goes away. If not, do not delete it yet: show it to a helpline."
      : "If you know them, say so and they go away. If not, do not delete them yet: show them to a helpline.",
};
const CALM: Words = {
  es: "Mira si reconoces sus nombres. No tienes que hacer nada más.",
  en: "See whether you recognise their names. There is nothing else to do.",
};

const caseOf = (p: Params): Case => (Object.hasOwn(TEXTS, p.case ?? "") ? (p.case as Case) : "source");

/** The text of a case; where none is named (the list of rules), that of the commonest. */
const textOf = (part: Part): Words => {
  const of = (lang: Lang) => (p: Params) => say(TEXTS[caseOf(p)][part], lang, p);
  return { es: of("es"), en: of("en") };
};

/** What it is, and what the apps may use. */
const why: Words = {
  es: (p) =>
    `${say(textOf("why"), "es", p)}${p.teams ? ` Trae un permiso a nombre de: ${p.teams}.` : ""}${p.uses_es ?? ""}`,
  en: (p) =>
    `${say(textOf("why"), "en", p)}${p.teams ? ` Its permit is in the name of: ${p.teams}.` : ""}${p.uses_en ?? ""}`,
};

export const words: RuleWords = {
  name: { es: "Apps que no vienen de la App Store", en: "Apps that do not come from the App Store" },
  title: textOf("title"),
  why,
  otherwise: textOf("otherwise"),
  next: {
    es: (p) => say(p.case === "unlisted" ? CALM : NEXT, "es", p),
    en: (p) => say(p.case === "unlisted" ? CALM : NEXT, "en", p),
  },
};
