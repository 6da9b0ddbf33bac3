import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundle, skip } from "./bundler.js";
import { folder } from "./installed.js";

const attended = `console.log(attend({ q: [[2, 3]], k: [[1, 1], [1, 0], [2, 1]], v: [[1], [1], [1]] }).scores[0].join());`;
const run = (file) => execFileSync(process.execPath, [file], { encoding: "utf8" }).trim();

for (const format of ["esm", "cjs"]) {
  // Nothing but what it needs is imported, so that whatever a bundler may leave out is left out.
  test(`a bundle for Node.js, ${format}`, { skip }, async () => {
    const program = `import { attend } from "attention-mixer"; ${attended}`;
    assert.equal(run(await bundle(program, { platform: "node", format })), "5,2,7");
  });
}

test("a bundle for browsers, where await is there", { skip }, async () => {
  const program = `import init, { attend } from "attention-mixer"; await init(); ${attended}`;
  assert.equal(run(await bundle(program, { platform: "browser", format: "esm" })), "5,2,7");
});

// esbuild keeps what an entry does even where it need not; webpack takes the manifest at its word.
test("what the entry for Node.js does is owned up to", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules/attention-mixer/package.json"), "utf8"));
  assert.deepEqual(manifest.sideEffects, [manifest.exports["."].node]);
});
