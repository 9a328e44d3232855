/**
 * `npm run conformance [-- WORD…]`: our readers against real files of `../shared` and against other implementations. One
 * line a case, counts at the end; words choose the cases whose names hold one of them. Where `../shared` is not there it
 * says so, and compares what needs none of it. Nothing of `../shared` is changed or copied into the project. With `--matrix`: every phone of
 * `conformance/phones.txt` and `conformance/android-phones.txt` instead. With `--table`: what is told of real
 * samples without traces, as the table of `docs/validation.md`.
 * @module
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { androidCases, androidMatrixCases } from "./conformance/android.ts";
import { archiveCases } from "./conformance/archive.ts";
import { artifactCases } from "./conformance/artifacts.ts";
import { captureCases, captureMatrixCases } from "./conformance/captures.ts";
import { cleanCases, cleanTable } from "./conformance/clean.ts";
import { communicationCases } from "./conformance/communications.ts";
import { deletedCases } from "./conformance/deleted.ts";
import { entityCases } from "./conformance/entities.ts";
import { exportCases } from "./conformance/exports.ts";
import { filesystemCases } from "./conformance/filesystem.ts";
import { generatorCases } from "./conformance/generator.ts";
import { indicatorCases } from "./conformance/indicators.ts";
import { jobCases } from "./conformance/jobs.ts";
import { killCases } from "./conformance/kill.ts";
import { ledgerCases } from "./conformance/ledger.ts";
import { liveCases } from "./conformance/live.ts";
import { logCases } from "./conformance/logs.ts";
import { matrixCases } from "./conformance/matrix.ts";
import { messengerCases } from "./conformance/messengers.ts";
import { mvtCases } from "./conformance/mvt.ts";
import { phoneTreeCases } from "./conformance/phone-trees.ts";
import { plistCases } from "./conformance/plist.ts";
import { radioCases } from "./conformance/radio.ts";
import { type Case, runCases, same } from "./conformance/runner.ts";
import { inventory, SHARED } from "./conformance/shared.ts";
import { sqliteCases } from "./conformance/sqlite.ts";
import { sysdiagnoseCases } from "./conformance/sysdiagnose.ts";
import { systemCases } from "./conformance/system.ts";
import { trinoCases } from "./conformance/trino.ts";
import { webCases } from "./conformance/web.ts";

const words = process.argv.slice(2).filter((w) => w !== "--matrix");
if (!existsSync(join(SHARED, "testdata"))) {
  process.stdout.write("../shared is not here: only what needs none of it\n");
  const { failed } = await runCases([exportCases, killCases, jobCases, trinoCases], words);
  process.exitCode = failed === 0 ? 0 : 1;
} else if (process.argv.includes("--table")) {
  const temp = mkdtempSync(join(tmpdir(), "contraluz-table-"));
  try {
    process.stdout.write(await cleanTable(temp));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
} else {
  const before = inventory();
  const untouched = (): readonly Case[] => [
    {
      name: "the files of ../shared",
      run() {
        const after = new Set(inventory());
        same(
          "gone or changed",
          before.filter((f) => !after.has(f)),
          [],
        );
        same("files in all", after.size, before.length);
        return `${before.length} files, none changed, none added`;
      },
    },
  ];
  const matrix = process.argv.includes("--matrix");
  const ordinary = [
    sqliteCases,
    deletedCases,
    plistCases,
    artifactCases,
    messengerCases,
    systemCases,
    sysdiagnoseCases,
    logCases,
    webCases,
    communicationCases,
    mvtCases,
    liveCases,
    indicatorCases,
    generatorCases,
    phoneTreeCases,
    filesystemCases,
    cleanCases,
    androidCases,
    captureCases,
    radioCases,
    ledgerCases,
    entityCases,
    archiveCases,
    exportCases,
    killCases,
    jobCases,
    trinoCases,
  ];
  const groups = [...(matrix ? [matrixCases, androidMatrixCases, captureMatrixCases] : ordinary), untouched];
  const { failed } = await runCases(groups, words);
  process.exitCode = failed === 0 ? 0 : 1;
}
