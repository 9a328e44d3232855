/** Where a record comes from, in words. `es` is the source. @module */
import type { Lang } from "@contraluz/core";

export interface OriginWords {
  readonly evidence: string;
  readonly storedFile: string;
  readonly nameOnDevice: string;
  readonly where: string;
  readonly readBy: string;
  readonly when: string;
  readonly tableRow: (table: string, row: string) => string;
  readonly pageCell: (page: string, cell: string) => string;
  readonly page: (page: string) => string;
  readonly inWal: string;
  readonly inJournal: string;
  readonly inFree: string;
  readonly frame: (n: string) => string;
  readonly deleted: string;
  readonly superseded: string;
  readonly torn: string;
  readonly tableOnly: (table: string) => string;
  readonly line: (n: string) => string;
  readonly bytesAt: (offset: string, length: string) => string;
  readonly atByte: (offset: string) => string;
  readonly key: string;
  readonly packet: (n: string) => string;
  readonly recordNo: (n: string, file: string) => string;
  readonly unknownFile: string;
  readonly seeRow: string;
}

const es: OriginWords = {
  evidence: "Evidencia",
  storedFile: "Archivo dentro de la evidencia",
  nameOnDevice: "Su nombre en el teléfono",
  where: "Dónde",
  readBy: "Leído por",
  when: "Cuándo",
  tableRow: (table, row): string => `tabla ${table}, fila ${row}`,
  pageCell: (page, cell): string => `página ${page}, celda ${cell}`,
  page: (page): string => `página ${page}`,
  inWal: "en el diario de cambios (-wal)",
  inJournal: "en el diario de reversa (-journal)",
  inFree: "en espacio libre",
  frame: (n): string => `marco ${n}`,
  deleted: "fila borrada: no hay certeza",
  superseded: "versión anterior de una fila que cambió: no hay certeza",
  torn: "está incompleta",
  tableOnly: (table): string => `tabla ${table}, fila sin número`,
  line: (n): string => `línea ${n}`,
  bytesAt: (offset, length): string => `desde el byte ${offset}, ${length} bytes`,
  atByte: (offset): string => `byte ${offset}`,
  key: "llave",
  packet: (n): string => `paquete ${n}`,
  recordNo: (n, file): string => `registro ${n} de ${file}`,
  unknownFile: "archivo que no está en la lista",
  seeRow: "Para verlo con otra herramienta, en una copia del archivo:",
};

const en: OriginWords = {
  evidence: "Evidence",
  storedFile: "File inside the evidence",
  nameOnDevice: "Its name on the phone",
  where: "Where",
  readBy: "Read by",
  when: "When",
  tableRow: (table, row): string => `table ${table}, row ${row}`,
  pageCell: (page, cell): string => `page ${page}, cell ${cell}`,
  page: (page): string => `page ${page}`,
  inWal: "in the write-ahead log (-wal)",
  inJournal: "in the rollback journal (-journal)",
  inFree: "in free space",
  frame: (n): string => `frame ${n}`,
  deleted: "deleted row: not certain",
  superseded: "earlier version of a row that changed: not certain",
  torn: "it is incomplete",
  tableOnly: (table): string => `table ${table}, row without a number`,
  line: (n): string => `line ${n}`,
  bytesAt: (offset, length): string => `from byte ${offset}, ${length} bytes`,
  atByte: (offset): string => `byte ${offset}`,
  key: "key",
  packet: (n): string => `packet ${n}`,
  recordNo: (n, file): string => `record ${n} of ${file}`,
  unknownFile: "file that is not in the list",
  seeRow: "To see it with another tool, in a copy of the file:",
};

export const ORIGIN: Readonly<Record<Lang, OriginWords>> = { es, en };
