// A page in Chromium, and what it reports.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { folder } from "./installed.js";

const chromium = process.env.ATTENTION_CHROMIUM;

/** Why a test in a browser is skipped: never where nobody would see it. */
export const skip = chromium || process.env.CI === "true" ? false : "ATTENTION_CHROMIUM names no browser";

/** Runs a script, served from a folder with the files beside it, which puts JSON into `report`. */
export async function reported(script, root) {
  if (!chromium) throw new Error("ATTENTION_CHROMIUM names no browser");
  const page = `<!doctype html><meta charset="utf-8"><title>attention-mixer</title><pre></pre>
<script>globalThis.report = (value) => { document.querySelector("pre").textContent = JSON.stringify(value); };</script>
<script type="module">${script}</script>`;
  const server = createServer((request, response) => {
    const path = normalize(request.url);
    if (path === "/") return response.writeHead(200, { "content-type": "text/html" }).end(page);
    try {
      const body = readFileSync(join(root, path));
      const type = extname(path) === ".js" ? "text/javascript" : "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const address = `http://127.0.0.1:${server.address().port}/`;
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom", `--user-data-dir=${join(folder, "profile")}`];
    const { stdout } = await promisify(execFile)(chromium, [...flags, address], { timeout: 60_000 });
    const text = /<pre>(.*)<\/pre>/.exec(stdout)?.[1];
    if (!text) throw new Error(`the page reports nothing:\n${stdout}`);
    return JSON.parse(text);
  } finally {
    server.close();
  }
}
