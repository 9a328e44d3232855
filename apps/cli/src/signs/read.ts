/** From bytes of files to one set of signs, ready to be compared with. @module */
import type { ObservableType, Problem } from "@contraluz/core";
import {
  type CompiledIndicators,
  compileIndicators,
  type IndicatorSource,
  KNOWN_SETS,
  type KnownSet,
  readIndicators,
  type SetMeta,
} from "@contraluz/detection";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const knownSet = (name: string): KnownSet | undefined => KNOWN_SETS.find((s) => s.name === name);

/** All files of one version as one set. What the files say of themselves comes before what the index says of them. */
export function sourceOf(
  name: string,
  files: readonly NamedBytes[],
  report: (p: Problem) => void,
  modified?: string,
): IndicatorSource {
  const known = knownSet(name);
  const own: SetMeta = {
    name,
    source: known?.publisher ?? "",
    licence: known?.licence ?? "",
    date: modified?.slice(0, 10) ?? "",
  };
  const campaign = known?.format === "list" ? known.campaigns[0] : undefined;
  return {
    meta: own,
    async read(sink) {
      let stated: Partial<SetMeta> = {};
      for (const f of files) {
        const told = (p: Problem): void => report({ ...p, path: p.path ?? `${name}/${f.name}` });
        const source = readIndicators(once(f.bytes), f.name, told, campaign === undefined ? {} : { campaign });
        const { source: who, licence, date } = (await source.read(sink)) ?? {};
        stated = {
          ...stated,
          ...(who ? { source: who } : {}),
          ...(licence ? { licence } : {}),
          ...(date && date > (stated.date ?? "") ? { date } : {}),
        };
      }
      return stated;
    },
  };
}

export interface ReadVersion {
  readonly compiled: CompiledIndicators;
  readonly signs: number;
  readonly date: string;
  readonly types: Partial<Record<ObservableType, number>>;
  readonly problems: readonly Problem[];
}

/** Signs by type: of paths all folders together. */
export function typesOf(counts: CompiledIndicators["counts"]): Partial<Record<ObservableType, number>> {
  const types: Partial<Record<ObservableType, number>> = {};
  for (const byKind of counts.values())
    for (const [kind, n] of byKind) {
      const type = kind.split(":")[0] as ObservableType;
      types[type] = (types[type] ?? 0) + n;
    }
  return types;
}

/** Reads a version alone. Throws a ContraluzError ("too-large") for one beyond every published set. */
export async function readVersion(name: string, files: readonly NamedBytes[], modified?: string): Promise<ReadVersion> {
  const problems: Problem[] = [];
  const compiled = await compileIndicators([sourceOf(name, files, (p) => problems.push(p), modified)]);
  const [set] = compiled.sets;
  return { compiled, signs: set!.count, date: set!.date, types: typesOf(compiled.counts), problems };
}
