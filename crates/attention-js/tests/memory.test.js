// Where there is no memory left. A process of its own: what the module has taken, it keeps.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { folder, mixer } from "./installed.js";

const { Attention, attend } = mixer;

test("without memory large calls are refused, and small ones answered", async () => {
  const { initSync } = await import(pathToFileURL(join(folder, "node_modules/attention-mixer/attention.js")));
  // What small calls have taken and given back is left to them.
  const small = Array.from({ length: 50 }, () => [1, 2]);
  attend({ q: small, k: small, v: small });
  // Loaded already, it answers with what it has.
  const { memory } = initSync();
  memory.grow(65_536 - memory.buffer.byteLength / 65_536);
  const [q, k, v] = [[[1, 2], [0, 1], [2, 3]], [[1, 1], [1, 0], [2, 1]], [[1], [1], [1]]];
  const rows = Array.from({ length: 4_000 }, () => new Float64Array(500));
  const flat = { data: new Float32Array(2_000_000), shape: [4_000, 500] };
  const mask = new Array(2_000).fill(new Array(2_000).fill(true));
  const thin = Array.from({ length: 2_000 }, () => [1]);
  for (const call of [
    () => attend({ q: rows, k: rows, v: rows }),
    () => attend({ q: flat, k: flat, v: flat }),
    () => attend({ q: thin, k: thin, v: thin, mask }),
    () => new Attention({ tokens: 4_000, d: 500 }),
  ]) {
    assert.throws(call, { code: "out_of_memory" });
    assert.deepEqual(attend({ q, k, v }).scores[2], [5, 2, 7]);
  }
});
