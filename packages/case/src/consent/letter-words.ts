/** The letter of consent, in our own words. es is the source. @module */
import type { Lang } from "@contraluz/core";

export interface LetterWords {
  readonly title: string;
  readonly head: string;
  readonly foot: string;
  readonly intro: readonly string[];
  readonly person: string;
  readonly label: string;
  readonly organisation: string;
  readonly purpose: { readonly title: string; readonly lead: string; readonly text: readonly string[] };
  readonly data: {
    readonly title: string;
    readonly lead: string;
    readonly all: string;
    readonly places: string;
    readonly content: string;
    readonly text: readonly string[];
  };
  readonly kept: {
    readonly title: string;
    readonly copies: string;
    readonly incidents: string;
    readonly compare: string;
    readonly text: readonly string[];
  };
  readonly recipients: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly who: string;
    readonly what: string;
    readonly text: readonly string[];
  };
  readonly publication: { readonly title: string; readonly lead: string; readonly text: readonly string[] };
  readonly term: {
    readonly title: string;
    readonly until: string;
    readonly afterwards: string;
    readonly delete: string;
    readonly anonymised: string;
    readonly text: readonly string[];
  };
  readonly stop: { readonly title: string; readonly text: readonly string[] };
  readonly sign: {
    readonly title: string;
    readonly text: string;
    readonly person: string;
    readonly organisation: string;
    readonly witness: string;
    readonly date: string;
  };
  readonly after: string;
}

const es: LetterWords = {
  title: "Carta de consentimiento",
  head: "Carta de consentimiento",
  foot: "Dos copias: una para ti, otra para quien te ayuda",
  intro: [
    "Esta carta dice qué permites que revisemos de tu teléfono, para qué, y quién lo verá. Tú decides cada punto.",
    "Léela con calma. Pregunta lo que quieras antes de firmar. Puedes tachar lo que no quieras.",
  ],
  person: "Persona",
  label: "Cómo te llamamos en el caso",
  organisation: "Quién te ayuda",
  purpose: {
    title: "Para qué",
    lead: "La revisión es para esto:",
    text: [
      "Nadie puede prometer lo que se va a encontrar. Lo más común es no encontrar nada en lo que se pudo ver. Eso no asegura que no haya nada.",
      "Tampoco prometemos que se publique, ni que un juez lo acepte.",
    ],
  },
  data: {
    title: "Qué se lee",
    lead: "Permito que se lea lo que está marcado. Lo que no está marcado no se abre:",
    all: "Todo lo que Contraluz sabe leer, que es todo lo de esta lista",
    places: "Además, estos lugares",
    content: "También el texto de mis mensajes, y los nombres de mis contactos y eventos",
    text: [
      "Para encontrar lo permitido, el programa pasa por la lista de archivos y lee el modelo y la versión del teléfono. De la lista no guarda lo demás.",
      "Si permites los mensajes y no su texto, el programa busca en ellos enlaces peligrosos. De cada mensaje guarda el enlace, no lo que dice.",
      "Quien te ayuda puede llegar a ver cosas íntimas. Se compromete a no buscarlas, a no comentarlas y a cuidar los archivos con llave.",
    ],
  },
  kept: {
    title: "Qué se guarda",
    copies: "Una copia de mi teléfono, cifrada. Sin marca, se guarda nada más su huella: un número que la identifica",
    incidents: "Lo que yo cuente de retenes, robos, amenazas u otras cosas que vi",
    compare: "Lo que se leyó, sin mi nombre, junto a lo de otros teléfonos, para compararlos",
    text: [
      "Una copia permite repetir la revisión cuando haya señales nuevas. También es lo que más daño hace si alguien la roba.",
      "Comparar sirve para avisarte de señales nuevas y ver si atacan a varias personas. Lo leído queda entonces también en el laboratorio de quien te ayuda, y se borra si retiras el permiso.",
    ],
  },
  recipients: {
    title: "Quién lo recibe",
    lead: "Nada sale de quien te ayuda, salvo para estas personas u organizaciones:",
    none: "Nadie más lo recibe.",
    who: "Quién",
    what: "Qué recibe",
    text: [
      "Lo que se hable y se encuentre queda entre tú, quien te ayuda y quienes están en esta lista.",
      "Lo que ya salió no siempre se puede recuperar. Podemos pedir que lo borren.",
    ],
  },
  publication: {
    title: "Publicación",
    lead: "Si se encuentra algo, elijo una:",
    text: [
      "Si se publica con tu nombre, quien te vigila sabrá que lo sabes. Puede reaccionar contra ti o los tuyos.",
      "Sin tu nombre, alguien podría reconocerte por los detalles. Antes de publicar te mostramos el texto.",
    ],
  },
  term: {
    title: "Hasta cuándo",
    until: "Se guarda hasta este día",
    afterwards: "Después:",
    delete: "Se borra todo",
    anonymised: "Queda una parte que no dice quién soy, para comparar con otros casos. Lo demás se borra",
    text: [
      "Para borrar se destruye primero la llave. Sin ella nadie puede abrir lo que quede en un disco o un respaldo.",
      "Quien tenga una copia de la llave todavía podría abrir copias viejas. Quien te ayuda te dirá si hay alguna.",
    ],
  },
  stop: {
    title: "Puedes parar",
    text: [
      "Puedes retirar este permiso en cualquier momento, sin decir por qué. Basta con decirlo. Entonces se para y se borra lo que hay.",
      "Quien te ayuda también puede parar, y te dirá la razón.",
      "Tu ayuda no depende de que permitas publicar o compartir.",
    ],
  },
  sign: {
    title: "Firmas",
    text: "Leí esta carta, o me la leyeron. Pude preguntar. Lo que está marcado es lo que permito.",
    person: "Firma de la persona",
    organisation: "Nombre y firma de quien ayuda",
    witness: "Testigo, si lo hay",
    date: "Lugar y fecha",
  },
  after: "Para quien ayuda: toma foto de la carta firmada y anótala en el caso. Su huella queda en la bitácora.",
};

const en: LetterWords = {
  title: "Letter of consent",
  head: "Letter of consent",
  foot: "Two copies: one for you, one for whoever helps you",
  intro: [
    "This letter says what you allow us to look at on your phone, what for, and who will see it. You decide each point.",
    "Read it calmly. Ask whatever you like before you sign. You can cross out what you do not want.",
  ],
  person: "Person",
  label: "What we call you in the case",
  organisation: "Who helps you",
  purpose: {
    title: "What for",
    lead: "The check is for this:",
    text: [
      "Nobody can promise what will be found. The usual outcome is nothing found in what could be seen. That is no assurance that nothing is there.",
      "Nor do we promise that it will be published, or that a judge will accept it.",
    ],
  },
  data: {
    title: "What is read",
    lead: "I allow what is ticked to be read. What is not ticked is not opened:",
    all: "Everything that Contraluz can read, which is all of this list",
    places: "Besides, these places",
    content: "Also the text of my messages, and the names of my contacts and events",
    text: [
      "To find what is allowed, the program goes through the list of files and reads the model and version of the phone. It keeps nothing else of the list.",
      "If you allow messages and not their text, the program looks for dangerous links in them. Of each message it keeps the link, not what it says.",
      "Whoever helps you may come to see intimate things. They commit to not look for them, not talk about them, and keep the files locked.",
    ],
  },
  kept: {
    title: "What is kept",
    copies: "A copy of my phone, encrypted. Without a tick, its fingerprint alone is kept: a number that identifies it",
    incidents: "What I tell of checkpoints, thefts, threats or other things that I saw",
    compare: "What was read, without my name, beside that of other phones, to compare them",
    text: [
      "A copy lets the check be repeated when there are new signs. It is also what does most harm if somebody steals it.",
      "Comparing serves to warn you of new signs, and to see whether several people are attacked. What was read then lies in the helper's lab, too. It is deleted if you take the permission back.",
    ],
  },
  recipients: {
    title: "Who receives it",
    lead: "Nothing leaves whoever helps you, except for these people or organisations:",
    none: "Nobody else receives it.",
    who: "Who",
    what: "What they receive",
    text: [
      "What is said and found stays between you, whoever helps you, and those on this list.",
      "What has left cannot always be got back. We can ask for it to be deleted.",
    ],
  },
  publication: {
    title: "Publication",
    lead: "If something is found, I choose one:",
    text: [
      "If it is published with your name, whoever watches you will know that you know. They may act against you or yours.",
      "Without your name, somebody could still recognise you by the details. Before publishing we show you the text.",
    ],
  },
  term: {
    title: "Until when",
    until: "It is kept until this day",
    afterwards: "Afterwards:",
    delete: "All of it is deleted",
    anonymised: "A part that does not say who I am stays, to compare with other cases. The rest is deleted",
    text: [
      "To delete, the key is destroyed first. Without it nobody can open what is left on a disk or in a backup.",
      "Whoever has a copy of the key could still open old copies. Whoever helps you will tell you if there are any.",
    ],
  },
  stop: {
    title: "You can stop",
    text: [
      "You can take this permission back at any time, without saying why. It is enough to say so. Then we stop and delete what there is.",
      "Whoever helps you can stop, too, and will tell you the reason.",
      "The help that you get does not depend on your allowing us to publish or share.",
    ],
  },
  sign: {
    title: "Signatures",
    text: "I read this letter, or it was read to me. I could ask. What is ticked is what I allow.",
    person: "Signature of the person",
    organisation: "Name and signature of whoever helps",
    witness: "Witness, if there is one",
    date: "Place and date",
  },
  after:
    "For whoever helps: take a photo of the signed letter and record it in the case. Its fingerprint stays in the log.",
};

export const LETTER: Readonly<Record<Lang, LetterWords>> = { es, en };
