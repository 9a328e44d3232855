import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps en la lista de AndroidQF", en: "Apps in the list of AndroidQF" },
  shows: {
    es: "Qué apps tiene el teléfono, quién las instaló, y la huella y la firma de cada archivo.",
    en: "Which apps the phone has, who installed them, and the hash and signature of each file.",
  },
  hides: {
    es: "Cuándo se instaló cada app. Sin la copia de las apps no hay firmas, y en modo rápido no hay huellas.",
    en: "When each app was installed. Without the copy of the apps there are no signatures, and in fast mode no hashes.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  installer: { es: "Quién la instaló", en: "Who installed it" },
  uid: { es: "Número de usuario de la app", en: "User number of the app" },
  user: { es: "Usuario o perfil del teléfono", en: "User or profile of the phone" },
  disabled: { es: "Apagada", en: "Turned off" },
  system: { es: "Viene con el sistema", en: "Comes with the system" },
  thirdParty: { es: "Instalada después", en: "Installed later" },
  files: { es: "Cuántos archivos tiene", en: "How many files it has" },
  path: { es: "Ruta en el teléfono", en: "Path on the phone" },
  sha256: { es: "Huella SHA-256", en: "SHA-256 hash" },
  sha1: { es: "Huella SHA-1", en: "SHA-1 hash" },
  md5: { es: "Huella MD5", en: "MD5 hash" },
  signer: { es: "Certificado de quien firma (SHA-256)", en: "Certificate of the signer (SHA-256)" },
  signerSha1: { es: "Certificado de quien firma (SHA-1)", en: "Certificate of the signer (SHA-1)" },
  subject: { es: "Nombre en el certificado", en: "Name in the certificate" },
  error: { es: "Error al leer el archivo", en: "Error when the file was read" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  package: {
    app: { words: f.app },
    installer: { words: f.installer },
    uid: { words: f.uid },
    user: { words: f.user },
    disabled: { words: f.disabled },
    system: { words: f.system },
    thirdParty: { words: f.thirdParty },
    files: { words: f.files },
  },
  file: {
    app: { words: f.app },
    path: { words: f.path },
    sha256: { words: f.sha256 },
    sha1: { words: f.sha1 },
    md5: { words: f.md5 },
    signer: { words: f.signer },
    signerSha1: { words: f.signerSha1 },
    subject: { words: f.subject },
    error: { words: f.error },
  },
};
