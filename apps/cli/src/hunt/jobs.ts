/** `contraluz hunt jobs`: how jobs of a lab stand, and trying again what was set aside. @module */
import { say } from "@contraluz/core";
import { labHead } from "@contraluz/hunt";
import { again, type Job, type JobState, readJobs, writeJob } from "@contraluz/hunt/jobs/index.ts";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { whyLines } from "./jobs-lines.ts";
import { JW, STATE } from "./jobs-words.ts";
import { labFolder, labPath } from "./lab.ts";
import { HW } from "./words.ts";

const STATES: readonly JobState[] = ["done", "running", "waiting", "aside", "gone"];
/** Jobs that are named one by one, at most. */
const SHOWN = 200;

function jobLines(job: Job, args: Args): string[] {
  const { lang } = args;
  const { tries, crashes } = job;
  const counted = tries + crashes > 0 ? ` · ${say(JW.tries, lang, { tries, crashes })}` : "";
  const after = job.after === undefined ? "" : ` · ${say(JW.after, lang, { when: job.after })}`;
  const what = printable(job.what ?? job.id);
  return [`${job.id.slice(0, 8)} ${say(STATE[job.state], lang)}: ${what}${counted}${after}`, ...whyLines(job, lang)];
}

/** Jobs that were named by the beginning of their id; all that were set aside if none was. */
function named(jobs: readonly Job[], args: Args): readonly Job[] {
  const aside = jobs.filter((j) => j.state === "aside");
  const ids = args.paths.slice(2);
  if (ids.length === 0) return aside;
  return ids.map((id) => {
    const found = aside.filter((j) => id.length >= 4 && j.id.startsWith(id.toLowerCase()));
    if (found.length !== 1) throw new UsageError(say(JW.noJob, args.lang, { id: printable(id) }));
    return found[0]!;
  });
}

export async function jobsCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const folder = labFolder(path, args);
  if (!(await labHead(folder))) throw new UsageError(say(HW.needLab, lang, { line: `${NAME} hunt jobs LAB` }));
  const { jobs, damaged } = await readJobs(folder);
  if (args.paths[1] === "again") {
    const back = named(jobs, args);
    for (const j of back) await writeJob(folder, again(j, "forgiven"));
    await writeOut(`${say(JW.putBack, lang, { n: back.length, cmd: NAME })}\n`);
    return EXIT.result;
  }
  if (args.paths.length > 1) throw new UsageError(say(JW.noJob, lang, { id: printable(args.paths[1]!) }));
  if (args.flags.has("json")) {
    await writeOut(`${JSON.stringify({ jobs, damaged }, null, 1)}\n`);
    return EXIT.result;
  }
  const counts = Object.fromEntries(STATES.map((s) => [s, jobs.filter((j) => j.state === s).length])) as Record<
    JobState,
    number
  >;
  const open = jobs.filter((j) => j.state !== "done" && j.state !== "gone");
  const lines = [say(JW.counts, lang, counts), ...open.slice(0, SHOWN).flatMap((j) => jobLines(j, args))];
  if (damaged.length > 0) lines.push(say(JW.damaged, lang, { ids: damaged.join(", ") }));
  if (counts.aside > 0)
    lines.push(say(JW.toPutBack, lang, { line: `${NAME} hunt jobs ${typed(path) ?? printable(path)} again` }));
  await writeOut(`${lines.join("\n")}\n`);
  return EXIT.result;
}
