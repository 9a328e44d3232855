/** A reporter of node:test that writes nothing but the counts of the whole run, as JSON. */
export default async function* countReporter(/** @type {AsyncIterable<any>} */ source) {
  for await (const event of source) {
    if (event.type !== "test:summary" || event.data.file !== undefined) continue;
    const { passed, failed, cancelled, skipped, todo } = event.data.counts;
    yield `${JSON.stringify({ passed, failed: failed + cancelled, skipped: skipped + todo })}\n`;
  }
}
