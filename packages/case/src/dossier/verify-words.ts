/** VERIFICAR.md and VERIFY.md, which lie in every dossier: how a stranger checks it with ordinary commands. es is the source. @module */
import type { Lang } from "@contraluz/core";
import { COMMANDS } from "./commands.ts";

const sh = (command: string): string => `\`\`\`sh\n${command}\n\`\`\`\n`;

const ES = `# Cómo comprobar este expediente

No hace falta ningún programa nuestro. Abre una terminal en esta carpeta y copia las órdenes.
Sirven en Linux; en macOS escribe \`shasum -a 256\` en lugar de \`sha256sum\`. Contraluz hace lo mismo con \`contraluz verify .\`

## 1. ¿Están los archivos tal como se hicieron?
${sh(COMMANDS.sums)}
Si no escribe nada, cada archivo es el que dicen las listas. Esta orden busca archivos de más o de menos; tampoco debe escribir nada:
${sh(COMMANDS.added)}
Con la herramienta de bibliotecas (BagIt, \`pip install bagit\`):
${sh(COMMANDS.bag)}
## 2. ¿Quién lo firmó?
Se firma \`tagmanifest-sha256.txt\`, que abarca todo lo demás. Las llaves en \`proofs/keys\` son una comodidad:
compáralas con las que el laboratorio publica en su propio sitio. Si una orden no escribe nada, no hay firma de ese tipo.
${sh(COMMANDS.minisign)}${sh(COMMANDS.ssh)}
## 3. ¿Desde cuándo existe?
${sh(COMMANDS.stamps)}
Si no escribe nada, no hay sello. Busca «Verification: OK» de dos autoridades distintas. Compara sus certificados con los que ellas publican.
Si el certificado ya venció, agrega \`-attime\` con los segundos de la hora que dice el sello.

## 4. ¿Cada registro es el que se anotó?
\`data/commitments.txt\` tiene una huella con sal por registro y por hallazgo, también de los que no se muestran.
Cambia \`part\` y \`file\` según lo que quieras comprobar. Para los hallazgos: \`0001/finding\` y \`data/checks/0001/findings.jsonl\`.
No debe escribir nada:
${sh(COMMANDS.records)}
## 5. ¿El registro de custodia está completo?
Cada renglón lleva la huella del anterior. La última línea que escribe debe ser \`Contraluz-Custody-Last\` de \`bag-info.txt\`:
${sh(COMMANDS.chain)}
Los datos de cada renglón van aparte, con su sal. No debe escribir nada:
${sh(COMMANDS.data)}
Si el renglón dice \`"salted":true\`, sus huellas en \`input\` y \`output\` llevan la misma sal: así nadie reconoce un archivo por su huella.
Con la sal y la huella del archivo, \`printf '%s%s' SAL HUELLA | sha256sum\` da la del renglón.
En una edición completa, cada resultado es el que se anotó. No debe escribir nada:
${sh(COMMANDS.results)}
## 6. Si trae evidencia
\`data/evidence\` tiene archivos que leyó la revisión, cada uno con su huella SHA-256 como nombre. \`files\` de cada \`result.json\` dice de qué lugar
del teléfono viene. No debe escribir nada:
${sh(COMMANDS.evidence)}
## 7. Si es una edición con partes reservadas
\`bag-info.txt\` dice \`Contraluz-Edition: redacted\` y la huella de la edición completa (\`Contraluz-Full-Tagmanifest\`).
Quien tenga la completa puede comparar: \`sha256sum tagmanifest-sha256.txt\` allá, y \`data/commitments.txt\`, que es igual en las dos.
Un registro reservado se puede mostrar después: basta su texto y su sal.
\`data/incidents.json\` va ahí sin quién lo contó: su dato en el registro de custodia queda reservado, y no se puede comparar.

## Qué no lee ninguna orden
- El primer renglón de cada \`.minisig\` («untrusted comment») y el de cada \`.pub\`.
- En \`.tsr\`: avisos, certificados que no se usan. En \`.pem\`: lo que está fuera de los certificados. Los \`.tsq\`, si no usas \`-queryfile\`.
- Carpetas vacías, fechas y permisos de los archivos.

Las páginas (\`.html\`) y \`data/export\` se hicieron de los registros y de la bitácora. Las listas y la firma las abarcan; que digan lo mismo que
los registros no lo compara ninguna orden.

## Qué no prueba esto
- Un sello prueba que existía antes de una hora. No prueba que sea verdad.
- Una firma prueba qué llave firmó. No prueba quién la tenía.
- Nada de esto prueba lo que pasó antes de que la evidencia llegara al caso.
- El registro de custodia dice lo que anotó quien lo llevó, con el reloj de su equipo.
- Sin firma ni sello, quien cambie un archivo puede rehacer las listas.
`;

const EN = `# How to check this dossier

No program of ours is needed. Open a terminal in this folder and copy the commands.
They work on Linux; on macOS write \`shasum -a 256\` instead of \`sha256sum\`. Contraluz does the same with \`contraluz verify .\`

## 1. Are the files as they were made?
${sh(COMMANDS.sums)}
If it prints nothing, each file is the one that the lists name. This looks for files that were added or removed; it must print nothing too:
${sh(COMMANDS.added)}
With the tool of libraries (BagIt, \`pip install bagit\`):
${sh(COMMANDS.bag)}
## 2. Who signed it?
What is signed is \`tagmanifest-sha256.txt\`, which covers all the rest. The keys in \`proofs/keys\` are a convenience:
compare them with those that the lab publishes on its own site. If a command prints nothing, there is no signature of that kind.
${sh(COMMANDS.minisign)}${sh(COMMANDS.ssh)}
## 3. Since when does it exist?
${sh(COMMANDS.stamps)}
If it prints nothing, there is no stamp. Look for “Verification: OK” of two different authorities. Compare their certificates with those that they publish.
If a certificate has run out since, add \`-attime\` with the seconds of the time in the stamp.

## 4. Is each record the one that was noted?
\`data/commitments.txt\` has a salted hash for each record and finding, also for those that are not shown.
Change \`part\` and \`file\` to what you want to check. For findings: \`0001/finding\` and \`data/checks/0001/findings.jsonl\`.
It must print nothing:
${sh(COMMANDS.records)}
## 5. Is the custody log whole?
Each line carries the hash of the one before. The last line it prints must be \`Contraluz-Custody-Last\` of \`bag-info.txt\`:
${sh(COMMANDS.chain)}
The data of each line stands apart, with its salt. It must print nothing:
${sh(COMMANDS.data)}
If the line says \`"salted":true\`, its hashes in \`input\` and \`output\` carry the same salt: so nobody knows a file by its hash.
With the salt and the hash of the file, \`printf '%s%s' SALT HASH | sha256sum\` gives that of the line.
In a full edition each result is the one that was noted. It must print nothing:
${sh(COMMANDS.results)}
## 6. If it holds evidence
\`data/evidence\` has files that the check read, each one called by its SHA-256. \`files\` in each \`result.json\` says where on the phone it
comes from. It must print nothing:
${sh(COMMANDS.evidence)}
## 7. If it is an edition with parts withheld
\`bag-info.txt\` says \`Contraluz-Edition: redacted\` and the hash of the full edition (\`Contraluz-Full-Tagmanifest\`).
Who has the full one can compare: \`sha256sum tagmanifest-sha256.txt\` there, and \`data/commitments.txt\`, which is the same in both.
A withheld record can be shown later: its text and its salt are enough.
\`data/incidents.json\` has nobody there who told it: its data in the custody log is withheld, and cannot be compared.

## What no command reads
- The first line of each \`.minisig\` (“untrusted comment”) and of each \`.pub\`.
- In \`.tsr\`: notices, certificates that are not used. In \`.pem\`: what stands outside the certificates. The \`.tsq\`, unless you use \`-queryfile\`.
- Empty folders, dates and permissions of files.

The pages (\`.html\`) and \`data/export\` were made from the records and the log. The lists and the signature cover them; that they say the same
as the records is compared by no command.

## What this does not prove
- A stamp proves that it existed before a time. It does not prove that it is true.
- A signature proves which key signed. It does not prove who held it.
- None of this proves what happened before the evidence came to the case.
- The custody log says what its keeper noted, by the clock of their machine.
- Without a signature or a stamp, who changes a file can make the lists anew.
`;

/** The text for people who read that language. */
export function verifyText(lang: Lang): string {
  return lang === "es" ? ES : EN;
}
