/** Words of the list of programs that any place saw. @module */
import { count, plural, type Words } from "@contraluz/core";

export const P: Readonly<
  Record<"title" | "none" | "sources" | "alone" | "shared" | "apps" | "there" | "caveat", Words>
> = {
  title: { es: "Programas que el iPhone dejó ver", en: "Programs that the iPhone let be seen" },
  none: {
    es: "En este resultado ningún lugar nombra programas.",
    en: "In this result no place names programs.",
  },
  sources: { es: "Dónde se vieron", en: "Where they were seen" },
  alone: { es: "Los vio un solo lugar", en: "Seen by one place only" },
  shared: { es: "Los vieron varios lugares", en: "Seen by several places" },
  apps: { es: "Apps, por su identificador", en: "Apps, by their identifier" },
  there: { es: "solo su archivo", en: "only its file" },
  caveat: {
    es: "Que un solo lugar lo haya visto es lo común: cada lista cuenta de otros días y otras cosas. Un programa que no conoces puede ser de Apple. La señal que importa es una carpeta rara, o que falte donde debía estar.",
    en: "That one place only saw it is the common case: each list tells of other days and other things. A program that you do not know may be Apple's. What matters is an odd folder, or that it is missing where it should be.",
  },
};

export const PN: {
  readonly source: Words<{ programs: number; alone: number }>;
  readonly over: Words<{ n: number }>;
} = {
  source: {
    es: (p: { programs: number; alone: number }) =>
      `${count(p.programs)} ${plural(p.programs, "programa", "programas")}, ${count(p.alone)} que ningún otro lugar vio`,
    en: (p: { programs: number; alone: number }) =>
      `${count(p.programs)} ${plural(p.programs, "program", "programs")}, ${count(p.alone)} that no other place saw`,
  },
  over: {
    es: (p: { n: number }) => `Faltan ${count(p.n)} nombres o más: son demasiados.`,
    en: (p: { n: number }) => `${count(p.n)} names or more are left out: they are too many.`,
  },
};
