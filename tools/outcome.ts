/** What a check of the project found: data; one place prints it. @module */

export interface Outcome {
  /** What was looked at, in a few words: `146 files`. */
  readonly summary: string;
  /** Each makes the check fail. */
  readonly breaches: readonly string[];
  /** Worth reading, fails nothing. */
  readonly notes?: readonly string[];
}

/** One line, then the details. */
export function print(name: string, { summary, breaches, notes = [] }: Outcome): void {
  const failed = breaches.length > 0;
  const state = `${failed ? "FAIL " : "ok   "} ${name}: ${summary}`;
  process.stdout.write(`${[state, ...[...breaches, ...notes].map((l) => `      ${l}`)].join("\n")}\n`);
}

/** For a tool that is run by itself: prints, and fails the process if anything is wrong. */
export function report(name: string, outcome: Outcome): void {
  print(name, outcome);
  if (outcome.breaches.length > 0) process.exitCode = 1;
}
