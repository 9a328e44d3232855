import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Nombres de sitios que se buscaron", en: "Names of sites that were looked up" },
  shows: {
    es: "Qué nombre buscó cada aparato, cuántas veces, y qué le contestaron. También los que se buscan sin conectarse después.",
    en: "Which name each machine looked up, how often, and what it was told. Also those that are looked up without a connection after.",
  },
  hides: {
    es: "Lo que se buscó de forma cifrada, con una VPN o con otra red, y qué programa lo buscó.",
    en: "What was looked up encrypted, through a VPN or on another network, and which program did it.",
  },
};

export const fields: ArtifactFields = {
  lookup: {
    name: { words: { es: "Nombre", en: "Name" } },
    type: { words: { es: "Qué se preguntó", en: "What was asked" } },
    client: { words: { es: "Quién preguntó", en: "Who asked" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    over: { words: { es: "Por dónde", en: "Over" } },
    count: { words: { es: "Veces", en: "Times" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    answered: { words: { es: "Hubo respuesta", en: "There was an answer" } },
    rcode: { words: { es: "Resultado (0 bien, 3 no existe)", en: "Outcome (0 well, 3 no such name)" } },
    answers: { words: { es: "Servidores que contestaron", en: "Servers that were answered" } },
    aliases: { words: { es: "Es otro nombre de", en: "It is an alias of" } },
    bytes: { words: { es: "Datos en las respuestas", en: "Data in the answers" }, unit: "B" },
    ech: { words: { es: "El sitio permite esconder su nombre", en: "The site lets its name be hidden" } },
  },
  lookups: {
    zone: { words: { es: "Zona", en: "Zone" } },
    type: { words: { es: "Qué se preguntó", en: "What was asked" } },
    client: { words: { es: "Quién preguntó", en: "Who asked" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    over: { words: { es: "Por dónde", en: "Over" } },
    count: { words: { es: "Nombres, cada uno una vez", en: "Names, each of them once" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    missing: { words: { es: "Que no existen", en: "That do not exist" } },
    unanswered: { words: { es: "Sin respuesta", en: "Without an answer" } },
    bytes: { words: { es: "Datos en las respuestas", en: "Data in the answers" }, unit: "B" },
    names: { words: { es: "Nombres", en: "Names" } },
    packets: { words: { es: "El paquete de cada uno", en: "Packet of each" } },
    seconds: { words: { es: "Cuánto después del primero", en: "How long after the first" }, unit: "s" },
    aliases: { words: { es: "Son otros nombres de", en: "They are aliases of" } },
  },
  zone: {
    name: { words: { es: "Zona", en: "Zone" } },
    client: { words: { es: "Quién preguntó", en: "Who asked" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    names: { words: { es: "Nombres largos distintos", en: "Different long names" } },
    letters: { words: { es: "Letras que salieron en los nombres", en: "Letters that went out in names" } },
    longest: { words: { es: "El más largo", en: "The longest" } },
    bytes: { words: { es: "Datos en las respuestas", en: "Data in the answers" }, unit: "B" },
    carriers: { words: { es: "De tipos que llevan datos (TXT, NULL)", en: "Of types that carry data (TXT, NULL)" } },
    missing: { words: { es: "Que no existen", en: "That do not exist" } },
    unanswered: { words: { es: "Sin respuesta", en: "Without an answer" } },
    last: { words: { es: "Última vez", en: "Last time" } },
  },
};
