import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundle } from "./bundler.js";
import { reported, skip } from "./chromium.js";
import { folder } from "./installed.js";

const calls = `
const answers = {};
try { attend({}); } catch (error) { answers.early = error.code; }
await Promise.all([init(), init()]);
const [q, k, v] = [[[1, 2], [0, 1], [2, 3]], [[1, 1], [1, 0], [2, 1]], [[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]];
answers.exact = attend({ q, k, v });
const single = (rows) => Float32Array.from(rows.flat());
answers.fast = [...new Attention({ tokens: 3, d: 2 }).run(single(q), single(k), single(v))];
try { attend({ q: [[1], ["x"]], k, v }); } catch (error) { answers.refusal = { code: error.code, row: error.row }; }
report(answers);
`;

function check({ early, exact, fast, refusal }) {
  assert.equal(early, "not_ready");
  assert.deepEqual(exact.scores[2], [5, 2, 7]);
  assert.ok(Math.abs(exact.output[2][0] - 0.81469) < 5e-7);
  assert.ok(Math.abs(fast[4] - 0.81469) < 1e-6);
  assert.deepEqual(refusal, { code: "not_a_number", row: 1 });
}

test("the package in a browser", { skip }, async () => {
  const script = `import init, { Attention, attend } from "/index.js";${calls}`;
  check(await reported(script, join(folder, "node_modules/attention-mixer")));
});

test("a bundle of it in a browser", { skip }, async () => {
  const file = await bundle(`import init, { Attention, attend } from "attention-mixer";${calls}`, { platform: "browser", format: "esm" });
  check(await reported(readFileSync(file, "utf8").replaceAll("</script", "<\\/script"), folder));
});
