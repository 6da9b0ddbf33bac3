import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { folder } from "./installed.js";

const page = `<!doctype html><meta charset="utf-8"><title>attention-mixer</title><pre></pre><script type="module">
import init, { Attention, attend } from "/index.js";
const report = {};
try { attend({}); } catch (error) { report.early = error.code; }
await Promise.all([init(), init()]);
const [q, k, v] = [[[1, 2], [0, 1], [2, 3]], [[1, 1], [1, 0], [2, 1]], [[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]];
report.answer = attend({ q, k, v });
const single = (rows) => Float32Array.from(rows.flat());
report.fast = [...new Attention({ tokens: 3, d: 2 }).run(single(q), single(k), single(v))];
try { attend({ q: [[1], ["x"]], k, v }); } catch (error) { report.refusal = { code: error.code, row: error.row }; }
document.querySelector("pre").textContent = JSON.stringify(report);
</script>`;

const chromium = process.env.ATTENTION_CHROMIUM;

test("the package in a browser", { skip: chromium ? false : "ATTENTION_CHROMIUM names no browser" }, async () => {
  const root = join(folder, "node_modules/attention-mixer");
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
    assert.ok(text, stdout);
    const report = JSON.parse(text);
    assert.equal(report.early, "not_ready");
    assert.deepEqual(report.answer.scores[2], [5, 2, 7]);
    assert.ok(Math.abs(report.answer.output[2][0] - 0.81469) < 5e-7);
    assert.ok(Math.abs(report.fast[4] - 0.81469) < 1e-6);
    assert.deepEqual(report.refusal, { code: "not_a_number", row: 1 });
  } finally {
    server.close();
  }
});
