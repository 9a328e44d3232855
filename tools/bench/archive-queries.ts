/** Queries that are timed: what people ask of such an archive, written down once. @module */

const PLACES = "puebla guadalajara monterrey acapulco tampico oaxaca morelia toluca veracruz tapachula".split(" ");
const WORDS = "vigilancia huelga sindicato abogado periodista imprenta mercado parroquia telegrama expediente".split(
  " ",
);
const NAMES =
  "bracamontes zempoalteca izaguirre chimalpopoca etchegaray hernandez garcia goycoechea tecuapetla villagomez".split(
    " ",
  );

export const QUERIES: { readonly plain: readonly string[]; readonly fuzzy: readonly string[] } = {
  plain: [
    ...PLACES,
    ...WORDS,
    ...NAMES,
    ...PLACES.map((p, i) => `${p} ${WORDS[i]}`),
    ...PLACES.map((p, i) => `${NAMES[i]} ${p} ${WORDS[(i + 3) % 10]}`),
    ...NAMES.map((n, i) => `cerca(${n} ${WORDS[i]}, 15)`),
    ...WORDS.map((w) => `${w.slice(0, 5)}*`),
    ...PLACES.map((p, i) => `${p} -${WORDS[i]}`),
    ...NAMES.map((n, i) => `${n} O ${NAMES[(i + 1) % 10]}`),
    '"unión de colonos"',
    '"se mantiene la vigilancia"',
    '"nadie será vigilado"',
    '"el antes nombrado"',
    '"de la"',
    "de",
    "año",
    "el tigre",
    '"la güera" puebla',
    "volkswagen rojo",
  ],
  fuzzy: [
    ...NAMES.map((n) => `${n}~`),
    ...WORDS.map((w) => `${w}~`),
    ...PLACES.map((p) => `${p}~1`),
    ...NAMES.map((n, i) => `${n}~ ${PLACES[i]}`),
    "gil~",
    "ruiz~",
    "cruz~",
    "luna~1",
    "montes~2",
  ],
};
