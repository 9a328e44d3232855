/**
 * A check by the rooms, without the command line: `node docs/examples/check.ts BACKUP NEW-FOLDER [FILE-OF-SIGNS…]`.
 * Prints a line a finding; the folder is a result that `contraluz report` reads.
 * @module
 */
import type { Problem } from "@contraluz/core";
import { BUILTIN_SET, compileIndicators, readIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { inputOf, nodePlatform, readFileStream, resultFolder } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";

const [backup, folder, ...lists] = process.argv.slice(2);
if (backup === undefined || folder === undefined) throw new TypeError("BACKUP and NEW-FOLDER are needed");

// What is wrong in a file of signs costs the sign, not the file: say it, or nobody knows that it was left out.
const odd: Problem[] = [];
const signs = lists.map((path) => readIndicators(readFileStream(path), path, (p) => odd.push(p)));
const compiled = await compileIndicators([BUILTIN_SET, ...signs]);

// Without `worker` all runs in this thread. The bytes of the result are the same.
const platform = nodePlatform();
const writer = new ResultWriter(await resultFolder(folder), platform);
try {
  const result = await check([await inputOf(backup)], {
    platform,
    compiled,
    writer,
    version: "0.1.0",
    // An empty `asOf` means: the day of the backup.
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    // An encrypted backup asks here. The bytes are zeroed after use; undefined gives up.
    secret: async () => undefined,
  });
  await writer.finish(`${encodeStructure({ ...result, problems: [...odd, ...result.problems] })}\n`);
  const { evidence, complete, gaps } = result.verdict;
  console.log(`verdict: ${evidence}, ${complete ? "complete" : gaps.map((g) => `${g.about} ${g.state}`).join(", ")}`);
  // A subject may be text of the evidence: whoever wrote it may have put codes for the terminal into it.
  for (const f of result.findings) console.log(`${f.level} ${JSON.stringify(f.subject)}: ${f.text.es.title}`);
} catch (e) {
  await writer.discard();
  throw e;
}
