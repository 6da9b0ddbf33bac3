import assert from "node:assert/strict";
import { test } from "node:test";
import { mixer } from "./installed.js";
import { distance, flat, naive, numbers, rows } from "./naive.js";

const { attend, attendHeads, gradient, project, default: init } = mixer;

const Q = [[1, 2], [0, 1], [2, 3]];
const K = [[1, 1], [1, 0], [2, 1]];
const V = [[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]];

test("everything is there after the import, and init may be awaited", async () => {
  assert.deepEqual(attend({ q: Q, k: K, v: V }).scores[2], [5, 2, 7]);
  assert.equal(await init(), undefined);
});

test("Bob's row of the walkthrough", () => {
  const { scaled, weights, output } = attend({ q: Q, k: K, v: V });
  assert.deepEqual(scaled[2], [5, 2, 7]);
  assert.ok(distance([weights[2]], [[0.1185, 0.0059, 0.875601]]) < 5e-7);
  assert.ok(distance([output[2]], [[0.81469, 0.44563]]) < 5e-7);
});

test("both forms, every setting, many shapes", () => {
  for (const [n, m, d, e] of [[1, 1, 1, 1], [3, 3, 2, 2], [5, 7, 3, 4], [40, 33, 8, 5]]) {
    const [q, k, v] = [numbers(n, d, 1), numbers(m, d, 2), numbers(m, e, 3)];
    const cells = q.map((_, i) => k.map((_, j) => (i * 7 + j * 3) % 4 > 0 && i !== 2));
    for (const [mask, allows] of [
      [undefined, () => true],
      ["none", () => true],
      ["causal", (i, j) => j <= i],
      [cells, (i, j) => cells[i][j]],
    ]) {
      for (const [scale, temperature, factor] of [
        [undefined, undefined, 1],
        ["none", 1, 1],
        ["sqrt_dk", 0.5, 2 / Math.sqrt(d)],
        [-3, 2, -1.5],
      ]) {
        const settings = { scale, temperature, mask };
        const expected = naive(q, k, v, { factor, allows });
        const answer = attend({ q, k, v, ...settings });
        const single = attend({ q: flat(q), k: flat(k), v: flat(v), ...settings });
        for (const part of ["scores", "scaled", "weights", "output"]) {
          assert.ok(distance(answer[part], expected[part]) < 1e-12, part);
          assert.ok(single[part].data instanceof Float32Array);
          assert.ok(distance(rows(single[part]), expected[part]) < 2e-5, part);
        }
      }
    }
  }
});

test("more queries than are traced at once", () => {
  const [q, k, v] = [numbers(300, 64, 1), numbers(300, 64, 2), numbers(300, 64, 3)];
  const answer = attend({ q, k, v, scale: "sqrt_dk", mask: "causal" });
  const expected = naive(q, k, v, { factor: 1 / 8, allows: (i, j) => j <= i });
  for (const part of ["scores", "weights", "output"]) assert.ok(distance(answer[part], expected[part]) < 1e-12, part);
  q[299][5] = NaN;
  assert.throws(() => attend({ q, k, v }), { code: "not_finite", row: 299 });
});

test("scores of ±1e30, and denormals", () => {
  const { scores, weights } = attend({ q: [[1e15], [-1e15], [5e-324]], k: [[1e15], [-1e15]], v: [[1], [2]] });
  assert.deepEqual(scores.slice(0, 2), [[1e30, -1e30], [-1e30, 1e30]]);
  assert.deepEqual(weights, [[1, 0], [0, 1], [0.5, 0.5]]);
});

test("projections, and heads made of them", () => {
  const x = numbers(4, 3, 5);
  const heads = [1, 2].map((seed) => ({ wQ: numbers(3, 2, seed), wK: numbers(3, 2, seed + 10), wV: numbers(3, 2, seed + 20) }));
  const wO = numbers(4, 3, 9);
  const answer = attendHeads({ x, heads, wO, scale: "sqrt_dk", mask: "causal" });
  heads.forEach((weights, index) => {
    const { q, k, v } = project({ x, ...weights });
    const alone = attend({ q, k, v, scale: "sqrt_dk", mask: "causal" });
    assert.deepEqual(answer.heads[index], { q, k, v, ...alone });
  });
  const joined = x.map((_, i) => answer.heads.flatMap((head) => head.output[i]));
  assert.deepEqual(answer.concatenation, joined);
  const mixed = joined.map((row) => wO[0].map((_, c) => row.reduce((sum, number, r) => sum + number * wO[r][c], 0)));
  assert.ok(distance(answer.output, mixed) < 1e-12);
});

test("gradients against finite differences", () => {
  const target = [0.24, 0.03, 0.73];
  const settings = { query: 2, target, temperature: 1.5, scale: "sqrt_dk" };
  const [x, wQ, wK] = [numbers(3, 4, 1), numbers(4, 2, 2), numbers(4, 2, 3)];
  const from = gradient({ x, wQ, wK, ...settings });
  const step = 1e-6;
  const check = (request, name) => {
    const answer = gradient(request);
    const value = request[name];
    const slope = (change) => {
      const moved = structuredClone(request);
      change(moved, step);
      const up = gradient(moved).divergence;
      change(moved, -2 * step);
      return (up - gradient(moved).divergence) / (2 * step);
    };
    if (typeof value === "number") {
      assert.ok(Math.abs(answer[name] - slope((moved, by) => (moved[name] += by))) < 1e-7, name);
      return;
    }
    value.forEach((row, i) =>
      row.forEach((_, c) => assert.ok(Math.abs(answer[name][i][c] - slope((moved, by) => (moved[name][i][c] += by))) < 1e-7, name)),
    );
  };
  for (const name of ["x", "wQ", "wK", "temperature"]) check({ x, wQ, wK, ...settings }, name);
  for (const name of ["q", "k", "temperature"]) check({ q: Q, k: K, ...settings }, name);
  const { weights } = attend({ q: Q, k: K, v: V });
  const { scaled, divergence } = gradient({ q: Q, k: K, query: 2, target });
  assert.ok(distance([scaled], [weights[2].map((weight, j) => weight - target[j])]) < 1e-12);
  assert.ok(divergence > 0 && from.divergence > 0);
});

// What attention-core's own tests compute natively, in the same order.
test("the bits are those of every other machine", () => {
  const matrix = (factor) => Array.from({ length: 12 }, (_, i) => Array.from({ length: 6 }, (_, c) => (((i * 6 + c) * factor) % 23) / 8 - 1.25));
  const [q, k, v] = [7, 11, 5].map(matrix);
  const settings = { scale: "sqrt_dk", temperature: 0.3, mask: "causal" };
  const { weights, output } = attend({ q, k, v, ...settings });
  const { divergence, temperature } = gradient({ q, k, query: 11, target: new Array(12).fill(1), ...settings });
  const answers = Float64Array.from([...weights.flatMap((row, i) => [...row, ...output[i]]), divergence, temperature]);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(answers.buffer)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  assert.equal(hash, 17066574756320403288n);
});
