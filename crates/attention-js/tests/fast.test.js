import assert from "node:assert/strict";
import { test } from "node:test";
import { mixer } from "./installed.js";
import { distance, flat, naive, numbers } from "./naive.js";

const { Attention, attend } = mixer;

const asRows = (data, columns) => Array.from({ length: data.length / columns }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);

test("Attention is the mathematics, in single precision", () => {
  for (const [n, m, d, e] of [[1, 1, 1, 1], [8, 8, 4, 4], [9, 70, 5, 3], [64, 64, 64, 64], [130, 200, 16, 7]]) {
    const [q, k, v] = [numbers(n, d, 1), numbers(m, d, 2), numbers(m, e, 3)].map((matrix) => matrix.map((row) => row.map(Math.fround)));
    for (const [mask, allows] of [["none", () => true], ["causal", (i, j) => j <= i]]) {
      const expected = naive(q, k, v, { factor: 1 / Math.sqrt(d), allows });
      const attention = new Attention({ tokens: n, keys: m, d, dV: e, scale: "sqrt_dk", mask, weights: true });
      const output = attention.run(flat(q).data, flat(k).data, flat(v).data);
      assert.ok(distance(asRows(output, e), expected.output) < 2e-6);
      assert.ok(distance(asRows(attention.weights, m), expected.weights) < 2e-6);
      attention.free();
    }
  }
});

test("the buffers may be filled in place, and used again", () => {
  const attention = new Attention({ tokens: 2, d: 1 });
  attention.q.set([0, 0]);
  attention.k.set([1, 2]);
  attention.v.set([4, 8]);
  assert.deepEqual([...attention.run()], [6, 6]);
  attention.v.set([1, 3]);
  assert.deepEqual([...attention.run()], [2, 2]);
  assert.equal(attention.weights, undefined);
});

test("the buffers are found again where the memory has grown", () => {
  const attention = new Attention({ tokens: 2, d: 1 });
  attention.v.set([4, 8]);
  const before = attention.v;
  const others = Array.from({ length: 8 }, () => new Attention({ tokens: 4096, d: 256 }));
  assert.equal(before.length, 0, "the memory has moved");
  assert.deepEqual([...attention.v], [4, 8]);
  assert.deepEqual([...attention.run()], [6, 6]);
  for (const other of others) other.free();
});

test("nothing is left behind", () => {
  const memory = () => new Attention({ tokens: 1, d: 1 }).q.buffer.byteLength;
  const call = () => {
    const attention = new Attention({ tokens: 64, d: 64, weights: true });
    attention.run();
    attention.free();
    attend({ q: numbers(20, 4, 1), k: numbers(20, 4, 2), v: numbers(20, 4, 3) });
    assert.throws(() => attend({ q: [[1], [NaN]], k: [[1]], v: [[1]] }));
  };
  for (let round = 0; round < 50; round++) call();
  const before = memory();
  for (let round = 0; round < 500; round++) call();
  assert.equal(memory(), before);
});
