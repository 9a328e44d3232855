/** What each public set is about. es is the source. @module */
import type { Words } from "@contraluz/core";

type About =
  | "pegasus"
  | "predator"
  | "cytrox"
  | "rcs"
  | "stalkerware"
  | "watchware"
  | "stalkerwareStix"
  | "stalkerwareSamples"
  | "android2023"
  | "kingspawn"
  | "triangulation"
  | "wyrmspy"
  | "wintego"
  | "novispy"
  | "candiru"
  | "residentbat"
  | "cellebrite"
  | "darksword"
  | "coruna"
  | "eaglemsgspy"
  | "nso2018"
  | "morocco2019"
  | "phishing2018"
  | "egypt2019"
  | "phishing2019"
  | "uzbekistan2020"
  | "india2020"
  | "finfisher"
  | "vietnam2021"
  | "qatar2021"
  | "donot";

export const ABOUT: Readonly<Record<About, Words>> = {
  pegasus: {
    es: "Pegasus, de NSO Group: programas, cuentas y miles de direcciones en iPhone y Android.",
    en: "Pegasus, by NSO Group: programs, accounts and thousands of addresses on iPhone and Android.",
  },
  predator: {
    es: "Predator, de Cytrox e Intellexa: direcciones, rutas y un perfil en iPhone y Android.",
    en: "Predator, by Cytrox and Intellexa: addresses, paths and a profile on iPhone and Android.",
  },
  cytrox: {
    es: "La primera lista de Predator, de 2021. La de «predator» es más nueva.",
    en: "The first list of Predator, of 2021. That of “predator” is newer.",
  },
  rcs: {
    es: "Hermit, de RCS Lab: direcciones, y apps de Android.",
    en: "Hermit, by RCS Lab: addresses, and apps of Android.",
  },
  stalkerware: {
    es: "Apps que se usan para vigilar a la pareja o familia: sus nombres, firmas y servidores. Casi todas son de Android.",
    en: "Apps used to watch a partner or family: their names, certificates and servers. Nearly all are for Android.",
  },
  watchware: {
    es: "Apps de control que se venden a la vista y también sirven para vigilar. Pesan menos.",
    en: "Apps for control that are sold openly and also serve to watch. They weigh less.",
  },
  stalkerwareStix: {
    es: "Las mismas apps, en la forma que usa MVT, con huellas de archivos. Si tienes «stalkerware», repite casi todo.",
    en: "The same apps, in the form that MVT uses, with fingerprints of files. If you have “stalkerware”, it repeats nearly all.",
  },
  stalkerwareSamples: {
    es: "Huellas, firmas y nombres de archivos de esas apps para Android.",
    en: "Fingerprints, certificates and names of files of those apps for Android.",
  },
  android2023: {
    es: "Una campaña de 2023 contra Android, ligada a una empresa de programas espía: sobre todo direcciones.",
    en: "A campaign of 2023 against Android, linked to a spyware company: mostly addresses.",
  },
  kingspawn: {
    es: "KingsPawn, de QuaDream, en iPhone: direcciones, dos rutas y un programa.",
    en: "KingsPawn, by QuaDream, on iPhone: addresses, two paths and a program.",
  },
  triangulation: {
    es: "Operación Triangulación, en iPhone: direcciones, cuentas que mandaban los mensajes y un programa.",
    en: "Operation Triangulation, on iPhone: addresses, accounts that sent the messages and a program.",
  },
  wyrmspy: {
    es: "WyrmSpy y DragonEgg, en Android: apps, huellas y servidores.",
    en: "WyrmSpy and DragonEgg, on Android: apps, fingerprints and servers.",
  },
  wintego: {
    es: "Helios, de Wintego: direcciones. No se sabe si también ataca iPhone.",
    en: "Helios, by Wintego: addresses. It is not known whether it attacks iPhones too.",
  },
  novispy: {
    es: "NoviSpy, instalado a mano en teléfonos Android en Serbia.",
    en: "NoviSpy, installed by hand on Android phones in Serbia.",
  },
  candiru: {
    es: "Candiru: direcciones de sus ataques, sobre todo a computadoras.",
    en: "Candiru: addresses of its attacks, mostly on computers.",
  },
  residentbat: {
    es: "ResidentBat, en teléfonos Android en Bielorrusia: apps, firmas y servidores.",
    en: "ResidentBat, on Android phones in Belarus: apps, certificates and servers.",
  },
  cellebrite: {
    es: "Una app que deja en Android la máquina de Cellebrite al copiar un teléfono.",
    en: "An app that Cellebrite's machine leaves on Android when it copies a phone.",
  },
  darksword: {
    es: "DarkSword, un ataque a iPhone desde páginas web: rutas, archivos y direcciones.",
    en: "DarkSword, an attack on iPhones from web pages: paths, files and addresses.",
  },
  coruna: {
    es: "Coruna, un conjunto de ataques a iPhone desde páginas web: direcciones, rutas y archivos.",
    en: "Coruna, a kit of attacks on iPhones from web pages: addresses, paths and files.",
  },
  eaglemsgspy: {
    es: "EagleMsgSpy, en Android: huellas y servidores.",
    en: "EagleMsgSpy, on Android: fingerprints and servers.",
  },
  nso2018: {
    es: "Direcciones de NSO Group vistas en 2018. Casi todas están también en «pegasus».",
    en: "Addresses of NSO Group seen in 2018. Nearly all are in “pegasus” too.",
  },
  morocco2019: {
    es: "Direcciones de NSO Group usadas contra activistas de Marruecos, 2019.",
    en: "Addresses of NSO Group used against activists in Morocco, 2019.",
  },
  phishing2018: {
    es: "Páginas que imitaban correos y cuentas, contra activistas de Oriente Medio y el norte de África.",
    en: "Pages that imitated mail and accounts, against activists in the Middle East and North Africa.",
  },
  egypt2019: {
    es: "Correos y páginas que pedían permiso a cuentas de Google de activistas de Egipto.",
    en: "Mail and pages that asked for permission to Google accounts of activists in Egypt.",
  },
  phishing2019: {
    es: "Correos y páginas que imitaban a proveedores de correo.",
    en: "Mail and pages that imitated providers of mail.",
  },
  uzbekistan2020: {
    es: "Páginas falsas y programas espía contra activistas de Uzbekistán.",
    en: "False pages and spyware against activists in Uzbekistan.",
  },
  india2020: {
    es: "Correos con programas espía contra activistas de la India.",
    en: "Mail with spyware against activists in India.",
  },
  finfisher: {
    es: "FinSpy, de FinFisher: servidores y huellas de archivos.",
    en: "FinSpy, by FinFisher: servers and fingerprints of files.",
  },
  vietnam2021: {
    es: "Ocean Lotus, contra activistas de Vietnam: sobre todo en computadoras.",
    en: "Ocean Lotus, against activists in Vietnam: mostly on computers.",
  },
  qatar2021: {
    es: "Enlaces que reconocían el aparato de un activista en Qatar.",
    en: "Links that recognised the device of an activist in Qatar.",
  },
  donot: {
    es: "Donot Team, contra activistas de Togo: Android y Windows.",
    en: "Donot Team, against activists in Togo: Android and Windows.",
  },
};
