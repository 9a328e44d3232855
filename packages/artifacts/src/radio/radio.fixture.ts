/** Reads a made-up log of a modem, or a capture, with an artifact of this folder. @module */
import type { ArtifactRecord, Problem } from "@contraluz/core";
import type { Artifact, CaptureItem } from "../artifact.ts";
import { checkRecords, FILE, memory, type Options, type Parsed } from "../artifacts.fixture.ts";
import { runCapture } from "../feeds/capture/index.ts";

export async function parseRadio(artifact: Artifact<"capture">, file: Uint8Array, o: Options = {}): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const problem = (p: Problem): void => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const acquisition = { kind: "radio-capture" };
  const parser = artifact.parse({ acquisition, file: FILE, path: "log/a.qmdl", content: o.content === true, problem });
  const { want } = artifact.where["radio-capture"]!;
  const take = (i: CaptureItem): void => parser.take(i, emit);
  const ok = await runCapture(memory(file), [{ want, take }], { file: FILE, report: problem });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}
