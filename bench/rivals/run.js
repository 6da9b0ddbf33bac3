// Prints the package's times beside its rivals', from one run of one browser:
// Beside each ratio stands what it is to be at most, and beside a share of the loop what it is to be at least.
//   node run.js [--npm FOLDER] [--rounds N] [--shapes 8x4,64x64] [--json FILE]
// ATTENTION_CHROMIUM is the browser; without it, chromium on PATH.
import { createServer } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import binaryen from "binaryen";
import { chromium } from "playwright-core";
import { plainSource, relaxedSource } from "./peak.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options } = parseArgs({
  options: {
    npm: { type: "string", default: join(here, "../../dist/npm") },
    rounds: { type: "string", default: "31" },
    shapes: { type: "string", default: "8x4,64x64,512x64,2048x64" },
    json: { type: "string" },
  },
});
const rounds = Number(options.rounds);
const shapes = options.shapes.split(",").map((shape) => shape.split("x").map(Number));

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const folders = { npm: options.npm, modules: join(here, "node_modules") };

let relaxed = true;
const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  // The engine would take the relaxed build; it is given the other in its place.
  const [, first, ...rest] = (relaxed ? path : path.replace("wasm/relaxed.js", "wasm/simd.js")).split("/");
  const file = folders[first] ? join(folders[first], ...rest) : join(here, path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/page.html`;

function assemble(source) {
  const module = binaryen.parseText(source);
  module.setFeatures(binaryen.Features.All);
  return [...module.emitBinary()];
}

const executablePath = process.env.ATTENTION_CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
const variants = [
  { name: "SIMD128", peak: plainSource, relaxed: false, targets: { "8x4": 0.33, "64x64": 0.45, "512x64": 0.75, "2048x64": 0.75 }, share: 50 },
  { name: "relaxed SIMD", peak: relaxedSource, relaxed: true, targets: { "8x4": 0.33, "64x64": 0.45, "512x64": 0.55, "2048x64": 0.55 }, share: 68 },
];
const report = [];
for (const variant of variants) {
  ({ relaxed } = variant);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.measure);
  const peak = await page.evaluate(([module, rounds]) => measure.peak(module, rounds), [assemble(variant.peak), rounds]);
  console.log(`\n${variant.name}, Chromium ${browser.version()}: a loop in registers reaches ${peak.toFixed(1)} GFLOP/s`);
  for (const shape of shapes) {
    const entries = await page.evaluate(([shape, rounds]) => measure.compare(shape, rounds), [shape, rounds]);
    const target = variant.targets[shape.join("x")];
    report.push({ variant: variant.name, peak, shape, target, entries });
    print(shape, entries, peak, target, variant.share);
  }
  await browser.close();
}
server.close();
if (options.json) await writeFile(options.json, JSON.stringify(report, undefined, 1));

function print([n, d], entries, peak, target, share) {
  const ours = entries.find((entry) => entry.ours);
  const best = entries.filter((entry) => !entry.ours).reduce((best, entry) => (entry.median < best.median ? entry : best));
  const rate = (4 * n * n * d) / ours.median / 1e6;
  const atMost = target === undefined ? "" : ` (at most ${target.toFixed(2)})`;
  const atLeast = n < 512 ? "" : ` (at least ${share}%)`;
  console.log(`(${n}, ${d}): ${(ours.median / best.median).toFixed(2)}${atMost} of ${best.name}, least over least ` +
    `${(ours.least / Math.min(...entries.filter((entry) => !entry.ours).map((entry) => entry.least))).toFixed(2)}; ` +
    `${rate.toFixed(1)} GFLOP/s, ${((100 * rate) / peak).toFixed(0)}%${atLeast} of the loop, at its least time ${((100 * rate * ours.median) / ours.least / peak).toFixed(0)}%`);
  for (const { name, median, least } of entries) {
    console.log(`  ${name.padEnd(38)} ${(median * 1e3).toFixed(2).padStart(12)} µs  least ${(least * 1e3).toFixed(2)}`);
  }
}
