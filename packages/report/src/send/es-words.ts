/** Spanish, the source. @module */
import { count, plural } from "@contraluz/core";
import type { SendWords } from "./words.ts";

const traces = (n: number): string => `${count(n)} ${plural(n, "rastro", "rastros")}`;
const places = (n: number): string => `${count(n)} ${plural(n, "lugar", "lugares")}`;
/** `del informe`, `de un respaldo`. */
const of = (what: string): string => (what.startsWith("el ") ? `del ${what.slice(3)}` : `de ${what}`);
const things = (n: number): string => (n === 1 ? "una cosa" : `${count(n)} cosas`);

export const es: SendWords = {
  person: {
    title: (say, day): string => `Resultado de la revisión ${of(say)}${day && `, ${day}`}`,
    seen: "Qué pudimos ver, y qué no",
    read: (read, partly, total): string =>
      read === total
        ? `Leímos ${total === 1 ? "el único lugar" : `los ${count(total)} lugares`} donde sabemos buscar.`
        : `Leímos ${count(read)} de ${places(total)} donde puede quedar rastro${partly > 0 ? `, y ${count(partly)} en parte` : ""}.`,
    unseen: (names): string => `No vimos, o no del todo: ${names}.`,
    darkSays: "De ahí no sabemos más.",
    nothingRead: "No pudimos leer ninguno de los lugares donde sabemos buscar.",
    leadSays: "Eso por sí mismo no quiere decir que haya un ataque.",
    questions: (n): string => `En el informe hay ${n === 1 ? "una pregunta" : `${count(n)} preguntas`} para ti.`,
    odd: (names): string => `Se trata de: ${names}.`,
    leadFirst: (asks): string =>
      asks ? "Contesta las preguntas del informe" : "Lee en el informe qué otra cosa puede ser",
    callNames: (names, feelings): string => `${names}. Si tienes miedo o angustia: ${feelings}.`,
    noLinks: "Búscalas por su nombre desde otro aparato. Aquí no va ningún enlace.",
    confirms: (who, n, of): string =>
      of === 1
        ? `${who} revisó el rastro y lo confirma.`
        : `${who} revisó los rastros y confirma ${n === of ? "todos" : `${count(n)} de ${count(of)}`}.`,
    dismisses: (who, n): string => `${who} revisó ${things(n)} que marcó el programa y encontró otra explicación.`,
    asks: (who, n): string => `${who} tiene ${n === 1 ? "una pregunta" : `${count(n)} preguntas`} para ti.`,
  },
  lab: {
    title: "Carta para un segundo laboratorio",
    from: [
      "De",
      "Para",
      "Fecha",
      "Canal cifrado que acordamos",
      "Permiso de la persona (fecha, y para qué)",
      "Cómo llega la evidencia",
    ],
    ask: "Qué pedimos",
    askText: [
      "Que repitan la revisión y digan si llegan a lo mismo, y en qué no.",
      "Si pueden, revisen la evidencia con sus herramientas antes de leer nuestros hallazgos.",
    ],
    have: "Qué tenemos",
    evidence: (n): string => `Evidencia ${count(n)}`,
    takenOn: (noun, day): string => `${noun}${day && ` del ${day}`}`,
    system: (name): string => `sistema: ${name}`,
    password: (has): string => (has ? "con contraseña" : "sin contraseña"),
    idOf: "De un archivo, es su huella. De una carpeta, es la huella de su lista: «sha256 tamaño ruta», un renglón por archivo leído, en orden de bytes.",
    hashedAll: "se calculó la huella de todos los archivos",
    hashedRead: "se calculó la huella de los archivos leídos",
    result: "Resultado (result.json)",
    how: "Con qué se hizo",
    program: "Programa",
    readers: "Catálogo de lectores y reglas",
    today: "Fecha que se tomó como hoy",
    scope: "Lugares permitidos",
    scopeAll: "todos",
    content: (kept): string => (kept ? "se guardó el texto de los mensajes" : "no se guardó el texto de los mensajes"),
    away: "Fechas sin el teléfono",
    known: "Dicho por la persona",
    knownCount: (n): string =>
      `${count(n)} ${plural(n, "cosa que conoce", "cosas que conoce")}. Eso cambia el resultado, y está en result.json`,
    lists: "Con qué señales se comparó",
    noLists: "Con ninguna: faltaba la lista.",
    listNo: (n): string => `Lista ${count(n)}`,
    builtin: "las señales incluidas en el programa",
    list: (n, date): string => `${n} señales, ${date}`,
    noDate: "sin fecha",
    look: "Qué mirar",
    lookText: "Los registros se cuentan desde 0, en el orden de su archivo de la carpeta records.",
    noFindings: "No hay hallazgos que pesen. Interesa saber si ustedes encuentran algo.",
    finding: (n, level): string => `${count(n)}. ${level}`,
    number: "Número",
    sign: "Señal publicada",
    rule: "Regla",
    met: "Cómo aparece",
    times: "Registros",
    subject: "Se trata de",
    custody: "Fue en fechas en que el teléfono no estaba con la persona.",
    record: (n): string => `Registro ${count(n)}`,
    recordsMore: (n): string => `y ${count(n)} más, en result.json`,
    findingsMore: (n): string => `Y ${count(n)} más: están en result.json.`,
    noted: (n): string =>
      n === 1
        ? "Además se anotó una cosa que no es señal de ataque."
        : `Además se anotaron ${count(n)} cosas que no son señal de ataque.`,
    fileNo: (n): string => `archivo ${count(n)} de files[]`,
    review: "Revisión",
    reviewSays: {
      confirm: (who): string => `${who} lo confirma`,
      dismiss: (who): string => `${who} encontró otra explicación`,
      ask: (who): string => `${who} pide preguntar a la persona`,
    },
    unseen: "Qué no se vio",
    unseenNone: "De los lugares que sabemos leer en este tipo de evidencia no faltó ninguno.",
    level: {
      match: "Coincide con una señal publicada",
      targeted: "Intento dirigido a la persona",
      lead: "Por revisar",
      ask: "Pregunta a la persona",
      info: "Visto, y no es señal de ataque",
    },
    saidByOthers: "Lo dijo otra herramienta",
    gap: {
      partly: "Leídos en parte",
      absent: "No están en la evidencia",
      unreadable: "Dañados, no se pudieron abrir",
      "not-consented": "Sin permiso de la persona",
      "not-in-this-kind": "No vienen en este tipo de evidencia",
      "not-asked": "No se pidieron",
      "second-hand": "Lo dijo otra herramienta",
      "rule-partly": "Reglas aplicadas en parte",
      "rule-gated": "Reglas que no valen para esta versión",
    },
    files: {
      changed: (n): string => `${count(n)} ${plural(n, "archivo cambió", "archivos cambiaron")} después de juntarlos.`,
      gone: (n): string => `${count(n)} ${plural(n, "archivo anotado falta", "archivos anotados faltan")}.`,
    },
    problems: (codes): string => `Daños y dudas, por su código: ${codes}.`,
    campaigns: (names): string => `De estos programas ninguna señal podía verse aquí: ${names}.`,
    repeat: "Cómo repetirlo",
    steps: [
      "Comparen la huella de la evidencia con la de esta carta.",
      "Usen la misma versión y las mismas listas. Con otras, el resultado puede ser otro.",
      "Si la huella de result.json es igual a la nuestra, llegaron al mismo resultado.",
      "Para ver un hallazgo hasta sus bytes, usen su número. También dice la orden para verlo con otra herramienta.",
    ],
    evidenceFile: "EVIDENCIA",
    listFile: (n): string => `LISTA${n}`,
    personal: "Para llegar al mismo result.json hace falta también lo que dijo la persona (--known y su país).",
    notHere: "Qué no va en esta carta",
    notHereText: [
      "No lleva nombres, números, cuentas, mensajes ni rutas de archivos.",
      "Si les hacen falta, pídanlos por el canal acordado. Se mandan con permiso de la persona.",
    ],
    withNames: "Esta carta lleva nombres y rutas de la evidencia. Va por el canal acordado y por ningún otro.",
    more: (n): string => `y ${count(n)} más`,
  },
  lawyer: {
    title: "Hoja para una abogada o un abogado",
    intro:
      "Dice qué se revisó y qué se puede sostener con ello. No es asesoría legal ni un dictamen pericial. Las reglas cambian de un lugar a otro.",
    found: "Qué se encontró",
    says: {
      match: (name, watch): string =>
        `Rastros que coinciden con señales publicadas de ${name || (watch ? "un programa para vigilar a la pareja o familia" : "un programa espía")}. Es un indicio técnico.`,
      targeted: (): string =>
        "Un mensaje, un enlace o un aviso dirigido a la persona. No se vieron rastros de que el ataque funcionara.",
      lead: (): string => "Cosas fuera de lo común, que alguien tiene que mirar. Por sí solas no muestran un ataque.",
      "none-found": (): string => "No se encontraron rastros en lo que se pudo revisar.",
      unchecked: (): string => "No se pudo revisar lo que se entregó.",
    },
    saysSecondHand: "Del teléfono no se revisó nada. Hay lo que dijo otra herramienta, y no se comprobó.",
    state: {
      confirm: (who, n, of): string => `${who} confirma ${count(n)} de ${traces(of)}.`,
      dismiss: (who, n): string => `${who} encontró otra explicación para ${things(n)}.`,
      ask: (who, n): string => `${who} tiene ${n === 1 ? "una duda abierta" : `${count(n)} dudas abiertas`}.`,
    },
    notMeans: "Qué no dice",
    not: {
      match: [
        "Quién lo hizo, quién lo ordenó ni quién lo pagó.",
        "Qué se llevaron, desde cuándo, ni si el programa sigue ahí.",
      ],
      targeted: [
        "Que el ataque funcionara, ni que no.",
        "Quién lo mandó: el número o la cuenta pueden ser de otra persona.",
      ],
      lead: ["Que haya un programa espía.", "Que no lo haya."],
      "none-found": [
        "Que no hubo un ataque.",
        "Nada de los lugares que no se vieron, ni de programas que nadie ha descrito.",
      ],
      unchecked: ["Nada del teléfono, ni a favor ni en contra."],
    },
    notSecondHand: ["Si lo que dijo esa herramienta es cierto.", "Qué pudo leer, y qué no."],
    could: "Qué otra cosa podría ser",
    couldTargeted: [
      "Un enlace enviado a mucha gente, no a esta persona en particular.",
      "Un aviso falso que imita a Apple o a WhatsApp.",
      "Un enlace que alguien abrió para investigarlo.",
    ],
    evidence: "Qué evidencia existe, con su huella",
    made: "Hecho con",
    madeWith: (version, lists): string =>
      `Contraluz ${version}, ${lists === 0 ? "sin lista de señales" : `${count(lists)} ${plural(lists, "lista", "listas")} de señales`}`,
    levels: "Hallazgos",
    level: (level, n): string =>
      ({
        match: `${count(n)} ${plural(n, "coincide", "coinciden")}`,
        targeted: `${count(n)} ${plural(n, "intento", "intentos")}`,
        lead: `${count(n)} por revisar`,
        ask: `${count(n)} ${plural(n, "pregunta", "preguntas")} a la persona`,
        info: `${count(n)} sin peso`,
      })[level],
    custody: "Quién tuvo qué, y cuándo",
    custodyAway: (spans): string => `La persona dice que no tuvo el teléfono: ${spans}.`,
    custodyText: [
      "Quién hizo la copia, con qué, quién la recibió y con qué huella no está en este resultado. Hay que escribirlo y firmarlo ahora, mientras se recuerda.",
    ],
    court: "Qué puede preguntar un tribunal",
    courtAsks: [
      [
        "¿Es la misma copia?",
        "Si cambia un byte, cambia la huella SHA-256. Cualquiera puede calcularla, sin este programa.",
      ],
      ["¿Salió de ese teléfono?", "La huella no lo dice. Lo dice quien hizo la copia, y quien estaba presente."],
      [
        "¿Pudieron tocar el teléfono antes?",
        "Pudo pasar, y el resultado no lo excluye. Importa quién lo tuvo y cuándo.",
      ],
      [
        "¿Otra persona llega a lo mismo?",
        "Puede intentarlo. El programa es abierto, y cada hallazgo dice archivo y lugar. Un segundo laboratorio pesa más que una segunda opinión nuestra.",
      ],
      [
        "¿Cuánto se equivoca?",
        "No hay una cifra única. Cada hallazgo dice qué otra cosa puede ser, y la página de validación dice qué se midió.",
      ],
    ],
    whoAnswers: (who): readonly [string, string] => [
      "¿Quién responde por la conclusión?",
      who || "Una persona con nombre y firma. Aún no la hay.",
    ],
    keep: "Qué conservar, y plazos",
    keepText: [
      "No borrar, restablecer ni entregar el teléfono. No reiniciarlo ni actualizarlo antes de sacar las copias que hagan falta; después sí, para proteger a la persona.",
      "Guardar la evidencia sin cambiarla, en dos lugares, y trabajar con copias. También el aviso o mensaje original, con una foto tomada desde otro aparato.",
      "El teléfono tira registros en días o semanas. Empresas y operadores también: preguntar pronto si se les puede pedir que los conserven.",
      "Revisar ya qué plazos corren para denunciar, pedir medidas o impugnar.",
    ],
    limits: "Límites",
    seen: (read, partly, total): string =>
      total === 0
        ? "No se leyó ningún lugar del teléfono."
        : `Se leyeron ${count(read)} de ${places(total)}${partly > 0 ? `, y ${count(partly)} en parte` : ""}. De lo demás, el resultado no dice nada.`,
    signs: (could, not): string =>
      `Aquí podían verse ${count(could)} señales publicadas${not > 0 ? `; otras ${count(not)}, no` : ""}.`,
    noSigns: "No se comparó con ninguna lista de señales.",
    limitsText:
      "Fechas y nombres son los que anotó el aparato. Un aparato puede estar mal de hora, y sus datos pueden alterarse.",
  },
  contact: {
    ran: "se ejecutó",
    installed: "estaba instalado",
    present: "estaba en el disco",
    resolved: "una app se conectó, o buscó su dirección",
    opened: "se abrió",
    visited: "se visitó",
    shown: "un servidor lo mostró",
    received: "llegó en un mensaje",
    "looked-up": "el teléfono lo buscó",
    listed: "está en una lista",
    shared: "una dirección que comparten muchos sitios",
  },
  foot: (version, state): string => `Contraluz ${version} · ${state}`,
  byName: (name, role): string => (role === "" ? name : `${name}, ${role},`),
};
