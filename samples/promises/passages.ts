/**
 * Where each entry stands: addresses of public pages, and the passages that are cited, word for word as the pages have them. All of them
 * were read on 26 November 2026 in copies that were stored of these pages; dates and titles are given where the copy shows them.
 * @module
 */
export interface Passages {
  readonly url: string;
  readonly publisher: string;
  readonly title?: string;
  readonly date?: string;
  /** Whoever the page itself names as its source. */
  readonly origin?: string;
  readonly quotes: Readonly<Record<string, string>>;
}

const EXCELSIOR = "Excélsior";
const NBC7 = "NBC 7 San Diego";
const UNIVERSAL = "El Universal";
const OIG = "DHS Office of Inspector General";

export const PASSAGES = {
  tiempo: {
    url: "http://tiempodenoticias.com/index.php/noticias-de-tijuana/item/9345-amlo-y-su-esposa-aseguran-que-elementos-del-cisen-los-espiaban-hasta-en-el-cine",
    publisher: "Tiempo de Noticias",
    quotes: {
      promise:
        "Ya no se va a espiar a nadie que sea opositor […] no va haber espionaje, todo esto que nosotros padecimos por muchos años",
    },
  },
  mnd: {
    url: "https://mexiconewsdaily.com/news/no-more-spying-on-opponents/",
    publisher: "Mexico News Daily",
    title: "There will be no more spying on opponents, president-elect declares",
    origin: UNIVERSAL,
    quotes: {
      promise: "There will be no more spying on the opposition",
      cisen: "Cisen disappears because it has been discredited due to the political use that was made of it",
    },
  },
  cordoba: {
    url: "https://cordobaaldia.com.mx/?p=65351",
    publisher: "Córdoba al Día",
    origin: EXCELSIOR,
    quotes: {
      cisen:
        "Alfonso Durazo, próximo secretario de Seguridad Pública, anunciara la desaparición del Cisen para crear la Agencia Nacional de Inteligencia",
    },
  },
  enlace: {
    url: "https://enlaceinformativo.mx/asegura-amlo-que-con-el-fin-del-cisen-ya-no-habra-espionaje/",
    publisher: "Enlace Informativo",
    date: "2018-07-14",
    origin: EXCELSIOR,
    quotes: {
      offices:
        "No utilizar las oficinas de gobierno para espiar, lo mismo con la Fiscalía, no se abrirán expedientes a adversarios.",
    },
  },
  elmundo: {
    url: "https://www.elmundo.es/internacional/2019/08/30/5d68f9c521efa0fe228b45d1.html",
    publisher: "El Mundo",
    date: "2019-08",
    quotes: {
      cni: "puso fin a la antigua agencia nacional de inteligencia CISEN (Centro de Investigación y Seguridad Nacional), dándole al cuerpo un nuevo nombre (ahora Centro Nacional de Inteligencia)",
    },
  },
  elpost: {
    url: "https://www.elpost.mx/seguridad/el-cisen-un-fantasma-en-la-administracion-de-lopez-obrador/",
    publisher: "El Post",
    title: "El Cisen, un fantasma en la administración de López Obrador",
    date: "2023-07-25",
    quotes: {
      cni: "en lugar de desaparecer al emblemático centro de espionaje, como se había anunciado, simplemente se sustituyó con otro nombre, el Centro Nacional de Inteligencia",
    },
  },
  breaking: {
    url: "https://breaking.com.mx/?p=49055",
    publisher: "Breaking",
    title: "El gobierno de AMLO está espiando a las caravanas migrantes",
    origin: "Primer Informe de Gobierno",
    quotes: {
      caravans:
        "Entre diciembre de 2018 y junio de 2019, la institución sucesora del Centro de Investigación y Seguridad Nacional (Cisen), el Centro Nacional de Inteligencia (CNI), y el área de inteligencia de las Fuerzas Armadas coordinaron, junto con autoridades de Centroamérica, la vigilancia de las caravanas migrantes",
      cni: "En noviembre de 2018, la Ley Orgánica de la Administración Pública Federal ordenó el cambio de denominación del Cisen al CNI",
    },
  },
  jornada: {
    url: "https://jornada.com.mx/2019/03/08/politica/010n3pol",
    publisher: "La Jornada",
    date: "2019-03-08",
    quotes: {
      denial:
        "el gobierno de México no lleva a cabo tareas de vigilancia ilegal a personas, bajo ninguna categoría o tipo de actividad",
    },
  },
  soltlaxcala: {
    url: "https://elsoldetlaxcala.com.mx/mexico/sociedad/reprueba-mexico-espionaje-de-eu-a-activistas-migratorios-y-periodistas-nbc-7-de-san-diego-3155769.html",
    publisher: "El Sol de Tlaxcala",
    quotes: {
      denial:
        "El Gobierno de México no lleva a cabo tareas de vigilancia ilegal a personas, bajo ninguna categoría o tipo de actividad",
      welcome:
        "da la bienvenida a todos los visitantes extranjeros que, en apego a las leyes migratorias, realizan en nuestro territorio actividades de turismo o profesionales",
    },
  },
  xinhua: {
    url: "http://spanish.peopledaily.com.cn/n3/2019/0308/c31617-9553942.html",
    publisher: "Xinhua",
    date: "2019-03-07",
    quotes: {
      ask: "Se solicitará información al gobierno de Estados Unidos por los canales oficiales para esclarecer cualquier posible caso de espionaje ilegal",
    },
  },
  elpais: {
    url: "https://elpais.com/internacional/2019/03/07/actualidad/1551934668_448035.html",
    publisher: "El País",
    date: "2019-03-07",
    quotes: {
      entry:
        "México ha negado la entrada al menos a dos abogadas estadounidenses que atendieron a los inmigrantes y a dos periodistas que cubrieron la caravana, sin revelar las razones para esa negativa.",
    },
  },
  latimes: {
    url: "https://www.hoylosangeles.com/latimesespanol/la-es-niegan-la-entrada-a-mexico-a-dos-abogados-defensores-de-los-inmigrantes-y-periodistas-20190202-story.html",
    publisher: "Los Angeles Times en español",
    title: "Niegan la entrada a México a dos abogados defensores de los inmigrantes y periodistas",
    date: "2019-02-02",
    quotes: {
      entry:
        "los cuatro fueron detenidos por las autoridades de inmigración mexicanas mientras intentaban ingresar al país y finalmente fueron rechazados porque las autoridades dijeron que sus pasaportes habían sido marcados con una alerta.",
    },
  },
  timesofsd: {
    url: "https://timesofsandiego.com/politics/2019/03/06/report-government-tracked-journalists-immigration-activists-with-secret-database/",
    publisher: "Times of San Diego",
    date: "2019-03-06",
    origin: NBC7,
    quotes: {
      list: "The individuals named in the documents included ten journalists, seven of whom are U.S. citizens, a U.S. attorney, and 47 people from the United States and other countries.",
      reply:
        "to collect evidence that might be needed for future legal actions and to determine if the event was orchestrated.",
    },
  },
  splinter: {
    url: "https://splinternews.com/leaked-documents-reveal-alleged-government-surveillance-1833112388",
    publisher: "Splinter",
    origin: NBC7,
    quotes: {
      list: "The documents leaked to NBC 7 are titled “San Diego Sector Foreign Operations Branch: Migrant Caravan FY-2019, Suspected Organizers, Coordinators, Instigators and Media” and dated January 9, 2019.",
    },
  },
  cbpletter: {
    url: "https://assets.documentcloud.org/documents/6009352/CBP-Response-to-DHS-Coalition-Letter.txt",
    publisher: "U.S. Customs and Border Protection",
    title: "CBP Response to DHS Coalition Letter",
    date: "2019-05-09",
    quotes: {
      queries:
        "CBP followed through with appropriate investigatory queries and compiled caravan information from various sources to determine if subsequent investigation was warranted.",
    },
  },
  cpj: {
    url: "https://cpj.org/2019/04/cbp-journalists-stop-search-migrant-border/",
    publisher: "Committee to Protect Journalists",
    title: "What we need to know about CBP’s searches of journalists at San Diego",
    date: "2019-04",
    quotes: {
      investigation:
        "The U.S. Department of Homeland Security is investigating whether the Customs and Border Protection Agency inappropriately targeted and questioned journalists and activists. The investigation, announced by CBP on March 6, came after NBC 7 obtained documents",
    },
  },
  oig: {
    url: "https://oig.dhs.gov/reports/2021/cbp-targeted-americans-associated-2018-2019-migrant-caravan/oig-21-62-sep21",
    publisher: OIG,
    title: "CBP Targeted Americans Associated with the 2018-2019 Migrant Caravan (OIG-21-62)",
    date: "2021-09",
    origin: OIG,
    quotes: {
      lookouts:
        "CBP officials had legitimate reasons for placing lookouts on American journalists, attorneys, and others suspected of organizing or being associated with the migrant caravan.",
      concurred: "CBP concurred with all six recommendations.",
    },
  },
  oignews: {
    url: "https://content.govdelivery.com/accounts/USDHSOIG/bulletins/2f43e67",
    publisher: OIG,
    title: "NEW! CBP Targeted Americans Associated with the 2018-2019 Migrant Caravan",
    origin: OIG,
    quotes: {
      request:
        "in December 2018, a CBP official asked Mexico to deny entry to caravan associates, including 14 U.S. citizens.",
    },
  },
  politico: {
    url: "https://www.politico.com/news/2021/09/23/cbp-americans-caravans-border-513829",
    publisher: "Politico",
    title: "Watchdog: CBP improperly targeted Americans as caravans approached border",
    date: "2021-09-23",
    origin: OIG,
    quotes: {
      request:
        "a Customs and Border Protection official asked the Mexican government in December 2018 to block 14 U.S. citizens from entering Mexico as the caravan approached the U.S. border",
    },
  },
  proceso: {
    url: "https://www.proceso.com.mx/nacional/2020/11/27/amlo-niega-espionaje-politico-frena-en-general-ordena-al-cni-revelar-informacion-reservada-253499.html",
    publisher: "Proceso",
    date: "2020-11-27",
    origin: UNIVERSAL,
    quotes: {
      frena: "los seguimientos que desde mayo realiza el CNI a las actividades del colectivo opositor",
    },
  },
  siglo: {
    url: "https://www.elsiglodetorreon.com.mx/noticia/1782142.ordena-amlo-abrir-seguimiento-al-frenaaa.html",
    publisher: "El Siglo de Torreón",
    date: "2020-11",
    origin: UNIVERSAL,
    quotes: {
      frena: "el CNI desde fines de mayo ha seguido, no espiado, a esta organización",
    },
  },
  riodoce: {
    url: "https://riodoce.mx/2020/11/27/amlo-niega-que-su-gobierno-espie-a-frenaaa/",
    publisher: "Ríodoce",
    date: "2020-11-27",
    quotes: {
      reply:
        "A nadie se espía en el gobierno, ya no es como antes, a ningún dirigente político, esa es la instrucción que he dado.",
    },
  },
} as const satisfies Readonly<Record<string, Passages>>;
