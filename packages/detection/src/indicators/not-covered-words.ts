/** Why published signs of a campaign are not built in. @module */
import type { Words } from "@contraluz/core";

type Reason = "servers" | "graphite" | "blastpass" | "hermit" | "links" | "eagleMsgSpy" | "stalkerware";

export const WHY: Readonly<Record<Reason, Words>> = {
  servers: {
    es: "Lo publicado son sobre todo servidores. Añade su lista.",
    en: "What was published is mostly servers. Add its list.",
  },
  graphite: {
    es: "Nadie ha publicado archivos ni procesos que deje en el teléfono. Los registros del sistema son lo único que puede mostrarlo.",
    en: "Nobody has published files or processes that it leaves on the phone. Only system logs can show it.",
  },
  blastpass: {
    es: "El ataque llegaba por iMessage y no dejó señales públicas. Un iPhone con iOS 16.6.1 o posterior lo detiene.",
    en: "The attack came by iMessage and left no public signs. An iPhone with iOS 16.6.1 or later stops it.",
  },
  hermit: {
    es: "En iPhone se instala como una app de empresa con nombre cambiante. Revisa las apps y los perfiles que no reconozcas.",
    en: "On an iPhone it is installed as a company's app with changing names. Look for apps and profiles that you do not know.",
  },
  links: {
    es: "Hay miles de direcciones y cambian cada mes. Sin esas listas no vemos los enlaces de ataque. Añádelas.",
    en: "There are thousands of addresses and they change every month. Without those lists we do not see attack links. Add them.",
  },
  eagleMsgSpy: {
    es: "Lo publicado son servidores y huellas de archivos. Añade su lista.",
    en: "What was published is servers and file hashes. Add its list.",
  },
  stalkerware: {
    es: "Son cientos de apps y su lista cambia cada semana. Añade la de AssoEchap (ioc.yaml).",
    en: "There are hundreds of apps and their list changes every week. Add that of AssoEchap (ioc.yaml).",
  },
};
