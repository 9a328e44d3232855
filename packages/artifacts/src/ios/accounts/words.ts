import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cuentas del teléfono", en: "Accounts on the phone" },
  shows: {
    es: "Qué cuentas de Apple, correo, calendario, contactos o trabajo están puestas, desde cuándo y con qué servidor.",
    en: "Which Apple, mail, calendar, contacts or work accounts are set up, since when, and with which server.",
  },
  hides: {
    es: "Contraseñas, cuentas que se quitaron, y quién más entra a una cuenta desde otro aparato.",
    en: "Passwords, accounts that were removed, and who else enters an account from another device.",
  },
};

const f = {
  account: { es: "Número en la base", en: "Number in the database" },
  type: { es: "Tipo (nombre interno)", en: "Type (internal name)" },
  label: { es: "Tipo", en: "Type" },
  user: { es: "Usuario de la cuenta", en: "User of the account" },
  description: { es: "Nombre que se muestra", en: "Name shown" },
  servers: { es: "Servidores", en: "Servers" },
  parent: { es: "Cuenta a la que pertenece", en: "Account that it belongs to" },
  owner: { es: "App que la puso", en: "App that set it up" },
  active: { es: "Activa", en: "Active" },
  signed_in: { es: "Con la sesión abierta", en: "Signed in" },
  visible: { es: "Se ve en Configuración", en: "Visible in Settings" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  account: {
    account: { words: f.account },
    type: { words: f.type },
    label: { words: f.label },
    user: { words: f.user },
    description: { words: f.description },
    servers: { words: f.servers },
    parent: { words: f.parent },
    owner: { words: f.owner },
    active: { words: f.active },
    signed_in: { words: f.signed_in },
    visible: { words: f.visible },
  },
};
