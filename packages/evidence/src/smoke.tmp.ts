import { folderInput, nodePlatform } from "@contraluz/platform-node";
import { openInput } from "./open.ts";
import { openRef } from "./open-ref.ts";
import { createHash } from "node:crypto";
const platform = nodePlatform();
for (const p of process.argv.slice(2)) {
  const problems: any[] = [];
  const t = performance.now();
  try {
    const o = await openInput(await folderInput(p), { platform, report: (x) => problems.push(x) });
    let n = 0, bytes = 0; const h = createHash("sha256");
    for await (const b of o.tree.files()) for (const f of b) {
      n++; h.update(f.path + f.kind + (f.times?.modified?.utc ?? f.times?.modified?.wall ?? "") + "\n");
      if (f.stream) for await (const c of f.stream()) { bytes += c.length; h.update(c); }
      else if (f.ref) { const s = await openRef(f.ref, { platform, report: (x) => problems.push({...x, path: f.path}) }); const c = await s.read(0, s.size); bytes += c.length; h.update(c); await s.close?.(); }
    }
    console.log(p.slice(-60), o.layers.join(">"), o.local, n, "files", bytes, "bytes", h.digest("hex").slice(0, 8), Math.round(performance.now() - t), "ms", problems.length, JSON.stringify(problems.slice(0, 3)));
    await o.close();
  } catch (e) { console.log(p, String(e)); }
}
