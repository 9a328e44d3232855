import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Conexiones cifradas (TLS, QUIC)", en: "Encrypted connections (TLS, QUIC)" },
  shows: {
    es: "A qué sitio se conectó cada aparato, aunque lo demás vaya cifrado, y quién firmó al sitio.",
    en: "Which site each machine connected to, though the rest is encrypted, and who signed for the site.",
  },
  hides: {
    es: "Lo que se dijo dentro. El nombre, si el sitio lo esconde o si va por una VPN.",
    en: "What was said inside. The name, where the site hides it or a VPN carries it.",
  },
};

export const fields: ArtifactFields = {
  hello: {
    client: { words: { es: "Quién se conectó", en: "Who connected" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    server: { words: { es: "Servidor", en: "Server" } },
    port: { words: { es: "Puerto", en: "Port" } },
    over: { words: { es: "Por dónde", en: "Over" } },
    sni: { words: { es: "Sitio", en: "Site" } },
    alpn: { words: { es: "Qué iban a hablar", en: "What they were to speak" } },
    ech: { words: { es: "El nombre verdadero va cifrado", en: "The true name is encrypted" } },
    version: { words: { es: "Versión de TLS", en: "Version of TLS" } },
    ja3: { words: { es: "Huella del programa (JA3)", en: "Fingerprint of the program (JA3)" } },
    ja4: { words: { es: "Huella del programa (JA4)", en: "Fingerprint of the program (JA4)" } },
    ja3s: { words: { es: "Huella del servidor (JA3S)", en: "Fingerprint of the server (JA3S)" } },
    certificates: { words: { es: "Certificados del servidor", en: "Certificates of the server" } },
    decrypted: {
      words: {
        es: "Los certificados iban cifrados y se abrieron con las claves",
        en: "The certificates were encrypted, and opened with the keys",
      },
    },
  },
};
