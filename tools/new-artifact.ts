/**
 * `npm run new:artifact ios/name [-- --feed sqlite|plist] [-- --path PATH]`: the folder of a new artifact with its words and
 * its test, and its lines in the catalogue. What it makes works and passes the checks; then change it.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FEEDS, type Feed, filesOf, type NewArtifact } from "./new-artifact-files.ts";

const CATALOGUE = "packages/artifacts/src/catalogue.ts";
/** The usual evidence of each group, and where its files lie. */
const GROUPS: Readonly<Record<string, { readonly acquisition: string; readonly folder: string }>> = {
  ios: { acquisition: "ios-backup", folder: "HomeDomain/Library" },
  android: { acquisition: "androidqf", folder: "files" },
  network: { acquisition: "capture", folder: "files" },
  radio: { acquisition: "radio-capture", folder: "files" },
  documents: { acquisition: "documents", folder: "files" },
};
const ENDING: Readonly<Record<Feed, string>> = { sqlite: "db", plist: "plist" };
/** Words that cannot name a constant in a module. */
const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|fields|words)$/;

/** A mistake in what was typed. */
export class AskedWrongly extends Error {}

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, c: string) => c.toUpperCase());

/** What to make. `catalogue` is its text. Throws AskedWrongly. */
export function planArtifact(id: string, feed: string, path: string | undefined, catalogue: string): NewArtifact {
  const [, group = "", name = ""] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
  const where = GROUPS[group];
  if (!where)
    throw new AskedWrongly(
      `“${id}”: write GROUP/NAME, like ios/call-history; GROUP is ${Object.keys(GROUPS).join(", ")}`,
    );
  if (!FEEDS.includes(feed as Feed)) throw new AskedWrongly(`--feed ${feed}: it can be ${FEEDS.join(" or ")}`);
  if (catalogue.includes(`"./${id}/index.ts"`)) throw new AskedWrongly(`${id} is there already`);
  if (path !== undefined && !/^[\w.*@ -]+(?:\/[\w.*@ -]+)*$/.test(path))
    throw new AskedWrongly(`--path ${path}: write it as it stands in the evidence, like HomeDomain/Library/X/x.db`);
  const plain = camel(name);
  const taken = RESERVED.test(plain) || new RegExp(`\\b${plain}\\b`).test(catalogue);
  return {
    id,
    feed: feed as Feed,
    constant: taken ? camel(`${group}-${name}`) : plain,
    acquisition: where.acquisition,
    path: path ?? `${where.folder}/${name}/${name}.${ENDING[feed as Feed]}`,
  };
}

/** The catalogue with one more artifact. */
export function addToCatalogue(catalogue: string, a: NewArtifact): string {
  const [at, entry] = ["// new-artifact: import", "// new-artifact: entry"];
  if (!catalogue.includes(at) || !catalogue.includes(entry))
    throw new AskedWrongly(`${CATALOGUE} has lost its markers`);
  return catalogue
    .replace(at, `import { ${a.constant} } from "./${a.id}/index.ts";\n${at}`)
    .replace(entry, `${a.constant},\n  ${entry}`);
}

/** Makes it in the project at `root`. @returns the paths that were written */
export function newArtifact(root: string, id: string, feed: string, path?: string): string[] {
  const catalogue = readFileSync(join(root, CATALOGUE), "utf8");
  const a = planArtifact(id, feed, path, catalogue);
  const folder = `packages/artifacts/src/${id}`;
  if (existsSync(join(root, folder))) throw new AskedWrongly(`${folder} is there already`);
  const files = Object.entries(filesOf(a)).map(([name, text]) => [`${folder}/${name}`, text] as const);
  const all = [...files, [CATALOGUE, addToCatalogue(catalogue, a)] as const];
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of all) writeFileSync(join(root, name), text);
  const names = all.map(([name]) => name);
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, stderr } = spawnSync(process.execPath, [biome, "check", "--write", ...names], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`biome: ${stderr}`);
  return names;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { feed: { type: "string", default: "sqlite" }, path: { type: "string" } },
    });
    const root = dirname(dirname(fileURLToPath(import.meta.url)));
    for (const name of newArtifact(root, positionals[0] ?? "", values.feed, values.path)) console.log(name);
    console.log(
      "Next: what it reads and what it means, its words in both languages, its test, a line in docs/validation.md",
    );
  } catch (e) {
    if (!(e instanceof AskedWrongly) && !(e instanceof TypeError)) throw e;
    console.error(e.message);
    process.exitCode = 2;
  }
}
