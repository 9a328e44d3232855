/** The ordinary page that a quick exit shows: a table of conversions. @module */
import type { Lang } from "@contraluz/core";

export interface PlainPage {
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

const es: PlainPage = {
  title: "Tabla de conversiones",
  heads: ["Medida", "Equivale a"],
  rows: [
    ["1 taza", "240 ml"],
    ["1 cucharada", "15 ml"],
    ["1 cucharadita", "5 ml"],
    ["1 litro", "4.17 tazas"],
    ["1 galón", "3.785 l"],
    ["1 onza", "28.35 g"],
    ["1 libra", "453.6 g"],
    ["1 kilo", "2.205 libras"],
    ["1 pulgada", "2.54 cm"],
    ["1 pie", "30.48 cm"],
    ["1 milla", "1.609 km"],
    ["325 °F", "163 °C"],
    ["350 °F", "177 °C"],
    ["400 °F", "204 °C"],
  ],
};

const en: PlainPage = {
  title: "Conversion table",
  heads: ["Measure", "Equals"],
  rows: [
    ["1 cup", "240 ml"],
    ["1 tablespoon", "15 ml"],
    ["1 teaspoon", "5 ml"],
    ["1 litre", "4.17 cups"],
    ["1 gallon", "3.785 l"],
    ["1 ounce", "28.35 g"],
    ["1 pound", "453.6 g"],
    ["1 kilo", "2.205 pounds"],
    ["1 inch", "2.54 cm"],
    ["1 foot", "30.48 cm"],
    ["1 mile", "1.609 km"],
    ["325 °F", "163 °C"],
    ["350 °F", "177 °C"],
    ["400 °F", "204 °C"],
  ],
};

export const PLAIN: Readonly<Record<Lang, PlainPage>> = { es, en };
