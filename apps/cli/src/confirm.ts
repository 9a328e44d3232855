/** A question with yes or no, where there is somebody to ask. @module */
import { createInterface } from "node:readline/promises";

/** True for yes. Where nobody sits at a terminal, what was typed is the answer. */
export async function confirm(question: string, yes: RegExp = /^(s|si|sí|y|yes)$/i): Promise<boolean> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return true;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D are a no.
    const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    return yes.test((await Promise.race([lines.question(question), closed])).trim());
  } finally {
    lines.close();
  }
}
