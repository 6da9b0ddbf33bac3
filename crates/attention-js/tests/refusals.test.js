import assert from "node:assert/strict";
import { test } from "node:test";
import { mixer } from "./installed.js";
import { flat } from "./naive.js";

const { Attention, attend, attendHeads, gradient, project } = mixer;

const q = [[1, 2], [0, 1], [2, 3]];
const k = [[1, 1], [1, 0], [2, 1]];
const v = [[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]];

function refused(call, code, row) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error, String(error));
    assert.equal(error.code, code, error.message);
    assert.equal(error.row, row, error.message);
    assert.match(error.message, /\w+ \w+/);
    if (row !== undefined) assert.match(error.message, new RegExp(`(row|query) ${row}\\b`));
    return true;
  });
  // The module is as good as ever.
  assert.deepEqual(attend({ q, k, v }).scores[2], [5, 2, 7]);
}

const detached = new Float32Array(6);
structuredClone(detached, { transfer: [detached.buffer] });
const revoked = Proxy.revocable([], {});
revoked.revoke();
const throwing = new Proxy([], {
  get() {
    throw new RangeError("no");
  },
});

const fake = Object.create(Float32Array.prototype);
const throws = (thrown) => ({ get: () => { throw thrown; } });
const unspeakable = Object.defineProperty(new Error(), "message", throws(new Error("no")));
class Longer extends Float32Array {
  get length() {
    return 4;
  }
}

const cases = [
  ["nothing", undefined, "input"],
  ["null", null, "input"],
  ["a string", "q", "input"],
  ["a list", [], "input"],
  ["no matrices", {}, "input"],
  ["a matrix that is a string", { q: "12", k, v }, "input"],
  ["a matrix that is null", { q: null, k, v }, "input"],
  ["keys that are null", { q, k: null, v }, "input"],
  ["values that are a string", { q, k, v: "1" }, "input"],
  ["a matrix that is a number", { q, k: 3, v }, "input"],
  ["a matrix that is a function", { q, k: () => {}, v }, "input"],
  ["no rows", { q: [], k, v }, "no_tokens"],
  ["rows of nothing", { q: [[], []], k, v }, "no_components"],
  ["a ragged row", { q: [[1, 2], [0]], k, v }, "ragged_row", 1],
  ["a row that is a number", { q: [[1, 2], 5], k, v }, "not_a_row", 1],
  ["a row that is missing", { q: [[1, 2], , [2, 3]], k, v }, "not_a_row", 1],
  ["a number that is missing", { q: [[1, 2], [, 1]], k, v }, "not_a_number", 1],
  ["rows that are all missing", { q: new Array(3), k, v }, "not_a_row", 0],
  ["a row of holes", { q, k, v: [[1], [1], new Array(1)] }, "not_a_number", 2],
  ["null among numbers", { q: [[1, null]], k, v }, "not_a_number", 0],
  ["a row that is null", { q, k: [null, [1, 0], [2, 1]], v }, "not_a_row", 0],
  ["a row that is a string", { q, k: [[1, 1], "10", [2, 1]], v }, "not_a_row", 1],
  ["a row that is detached", { q: [[1, 2], detached], k, v }, "ragged_row", 1],
  ["a row of bigints", { q: [[1, 2], new BigInt64Array(2)], k, v }, "not_a_number", 1],
  ["a string among numbers", { q, k: [[1, 1], [1, 0], [2, "1"]], v }, "not_a_number", 2],
  ["a bigint among numbers", { q: [[1n, 2]], k, v }, "not_a_number", 0],
  ["NaN", { q, k, v: [[0, 1], [NaN, 1], [1, 1]] }, "not_finite", 1],
  ["infinity", { q: [[1, -Infinity]], k, v }, "not_finite", 0],
  ["keys of another length", { q, k: [[1], [2], [3]], v }, "shape_mismatch"],
  ["fewer values than keys", { q, k, v: [[1]] }, "shape_mismatch"],
  ["scores out of range", { q: [[1, 1], [1e200, 1]], k: [[1e200, 1]], v: [[1]] }, "overflow", 1],
  ["temperature 0", { q, k, v, temperature: 0 }, "temperature"],
  ["a negative temperature", { q, k, v, temperature: -1 }, "temperature"],
  ["a temperature that is NaN", { q, k, v, temperature: NaN }, "temperature"],
  ["a temperature that is a string", { q, k, v, temperature: "1" }, "temperature"],
  ["a temperature that is null", { q, k, v, temperature: null }, "temperature"],
  ["a scale of another name", { q, k, v, scale: "sqrt" }, "scale"],
  ["a scale that is null", { q, k, v, scale: null }, "scale"],
  ["a scale without end", { q, k, v, scale: "none".repeat(1e6) }, "scale"],
  ["an infinite scale", { q, k, v, scale: Infinity }, "scale_factor"],
  ["a mask of another name", { q, k, v, mask: "future" }, "mask"],
  ["a mask that is a number", { q, k, v, mask: 1 }, "mask"],
  ["a mask that is null", { q, k, v, mask: null }, "mask"],
  ["a mask of holes", { q, k, v, mask: [[true, true, true], [true, , true], [true, true, true]] }, "mask", 1],
  ["a mask of missing rows", { q, k, v, mask: new Array(3) }, "mask", 0],
  ["a mask of strings", { q, k, v, mask: ["110", "111", "011"] }, "mask", 0],
  ["a mask of longer rows", { q, k, v, mask: new Array(3).fill(new Array(1e6).fill(true)) }, "mask_size"],
  ["a mask of more rows than there is memory for", { q, k, v, mask: new Array(2 ** 32 - 1) }, "mask_size"],
  ["a mask of fewer rows", { q, k, v, mask: [[true, true, true]] }, "mask_size"],
  ["a ragged mask", { q, k, v, mask: [[true, true, true], [true], [true, true, true]] }, "mask_size", 1],
  ["a mask of numbers", { q, k, v, mask: [[true, true, true], [1, 0, 1], [true, true, true]] }, "mask", 1],
  ["flat data that is no Float32Array", { q: { data: [1, 2], shape: [1, 2] }, k, v }, "input"],
  ["flat data that is null", { q: { data: null, shape: [1, 2] }, k, v }, "input"],
  ["flat data of doubles", { q: { data: new Float64Array(2), shape: [1, 2] }, k, v }, "input"],
  ["flat data in name only", { q: { data: fake, shape: [1, 2] }, k, v }, "input"],
  ["flat data that says it is longer", { q: { data: new Longer(2), shape: [2, 2] }, k, v }, "data_length"],
  ["a shape that is null", { q: { data: new Float32Array(2), shape: null }, k, v }, "input"],
  ["flat data without a shape", { q: { data: new Float32Array(2) }, k, v }, "input"],
  ["a shape of strings", { q: { data: new Float32Array(2), shape: ["1", "2"] }, k, v }, "input"],
  ["a shape of halves", { q: { data: new Float32Array(2), shape: [0.5, 4] }, k, v }, "input"],
  ["a shape that does not fit", { q: { data: new Float32Array(3), shape: [2, 2] }, k, v }, "data_length"],
  ["a detached buffer", { q: { data: detached, shape: [3, 2] }, k, v }, "data_length"],
  ["a million rows", { q: new Array(1e6).fill([1, 2]), k, v }, "too_large"],
  ["more rows than there is memory for", { q: new Array(2 ** 32 - 1), k, v }, "too_large"],
  ["a million rows, flat", { q: { data: new Float32Array(2e6), shape: [1e6, 2] }, k, v }, "too_large"],
  ["a getter that throws", Object.defineProperty({ k, v }, "q", { get() { throw new Error("no"); } }), "input"],
  ["a getter that throws nothing", Object.defineProperty({ k, v }, "q", throws(null)), "input"],
  ["a getter that throws what it says in numbers", Object.defineProperty({ k, v }, "q", throws({ message: 1 })), "input"],
  ["a getter that throws an error whose message is none", Object.defineProperty({ k, v }, "q", throws(Object.assign(new Error(), { message: 1 }))), "input"],
  ["a getter that throws an error that throws", Object.defineProperty({ k, v }, "q", throws(unspeakable)), "input"],
  ["a proxy that throws", { q: throwing, k, v }, "input"],
  ["a proxy that was revoked", { q: revoked.proxy, k, v }, "input"],
  ["a request that is a proxy that was revoked", revoked.proxy, "input"],
];

const many = Array.from({ length: 5_000 }, () => [1]);
const flatMany = { data: new Float32Array(5_000), shape: [5_000, 1] };
const wide = { data: new Float32Array(2 ** 14), shape: [1, 2 ** 14] };
cases.push(
  ["an answer of 5,000 by 5,000", { q: many, k: many, v: many }, "too_large"],
  ["the same, flat", { q: flatMany, k: flatMany, v: flatMany }, "too_large"],
  ["the same, with a mask", { q: many, k: many, v: many, mask: "causal" }, "too_large"],
  ["an output of 5,000 by 16,384", { q: flatMany, k: [[1]], v: wide }, "too_large"],
);

for (const [name, request, code, row] of cases) test(`attend refuses ${name}`, () => refused(() => attend(request), code, row));

test("a row in which nobody may be heard is no refusal", () => {
  const { weights, output } = attend({ q, k, v, mask: [[true, true, true], [false, false, false], [true, true, true]] });
  assert.deepEqual(weights[1], [0, 0, 0]);
  assert.deepEqual(output[1], [0, 0]);
});

test("no function takes for a matrix what is none", () => {
  const matrices = [
    [null, "input"],
    [undefined, "input"],
    ["12", "input"],
    [new Array(2), "not_a_row", 0],
    [[[1], null], "not_a_row", 1],
    [[[1], ["2"]], "not_a_number", 1],
    [[[1], [, ]], "not_a_number", 1],
    [{ data: detached, shape: [2, 1] }, "data_length"],
    [{ data: fake, shape: [2, 1] }, "input"],
    [revoked.proxy, "input"],
  ];
  const two = [[1], [2]];
  const one = [[1]];
  const head = { wQ: one, wK: one, wV: one };
  const requests = [
    [attend, { q: two, k: two, v: two }, ["q", "k", "v"]],
    [project, { x: two, ...head }, ["x", "wQ", "wK", "wV"]],
    [attendHeads, { x: two, heads: [head], wO: one }, ["x", "wO"]],
    [gradient, { q: two, k: two, query: 0, target: [1, 1] }, ["q", "k"]],
    [gradient, { x: two, wQ: one, wK: one, query: 0, target: [1, 1] }, ["x", "wQ", "wK"]],
  ];
  for (const [call, request, names] of requests) {
    call(request);
    for (const name of names) {
      for (const [matrix, code, row] of matrices) {
        // Without x, gradient looks for q.
        refused(() => call({ ...request, [name]: matrix }), code, row);
      }
    }
  }
  for (const [target, code, row] of [
    [null, "not_a_row", 0],
    ["ab", "not_a_row", 0],
    [new Array(2), "not_a_number", 0],
    [[1, null], "not_a_number", 0],
    [detached, "length"],
  ]) {
    refused(() => gradient({ q: two, k: two, query: 0, target }), code, row);
  }
});

test("heads, projections and gradients refuse", () => {
  const wide = [[1], [2]];
  const head = { wQ: wide, wK: wide, wV: wide };
  refused(() => attendHeads({ x: q, heads: 3, wO: [[1]] }), "input");
  refused(() => attendHeads({ x: q, heads: [], wO: [[1]] }), "no_tokens");
  refused(() => attendHeads({ x: q, heads: [head, null], wO: [[1]] }), "input");
  refused(() => attendHeads({ x: q, heads: [head, { ...head, wK: [[1]] }], wO: [[1], [1]] }), "shape_mismatch");
  assert.throws(() => attendHeads({ x: q, heads: [head, { ...head, wK: "k" }], wO: [[1]] }), { head: 1 });
  refused(() => attendHeads({ x: q, heads: [head], wO: [[1], [2]] }), "shape_mismatch");
  refused(() => project({ x: q, wQ: wide, wK: wide }), "input");
  refused(() => project({ x: q, wQ: wide, wK: [[1]], wV: wide }), "shape_mismatch");
  refused(() => gradient({ q, k, query: 3, target: [1, 0, 0] }), "query_index", 3);
  refused(() => gradient({ q, k, query: "0", target: [1, 0, 0] }), "query_index");
  refused(() => gradient({ q, k, query: 0, target: [1, 0] }), "length");
  refused(() => gradient({ q, k, query: 0, target: [0, 0, 0] }), "empty_target");
  refused(() => gradient({ q, k, query: 0, target: [1, -1, 0] }), "number");
  refused(() => gradient({ q, k, query: 0, target: "abc" }), "not_a_row", 0);
});

test("Attention refuses", () => {
  for (const [options, code, row] of [
    [undefined, "input"],
    [null, "input"],
    ["8", "input"],
    [{}, "input"],
    [throwing, "input"],
    [revoked.proxy, "input"],
    [Object.defineProperty({ d: 2 }, "tokens", throws(Object.assign(new Error(), { code: 5 }))), "input"],
    [{ tokens: 2, d: 2, mask: null }, "mask"],
    [{ tokens: 2, d: 2, mask: [[true, true], [true, ,]] }, "mask", 1],
    [{ tokens: null, d: 2 }, "input"],
    [{ tokens: 2 }, "input"],
    [{ tokens: 2.5, d: 2 }, "input"],
    [{ tokens: "2", d: 2 }, "input"],
    [{ tokens: 0, d: 2 }, "no_tokens"],
    [{ tokens: 2, d: 0 }, "no_components"],
    [{ tokens: 1e6, d: 2 }, "too_large"],
    [{ tokens: 1e12, d: 2 }, "too_large"],
    [{ tokens: 32768, d: 32768 }, "too_large"],
    [{ tokens: 32768, d: 1, weights: true }, "too_large"],
    [{ tokens: 2, d: 2, temperature: 0 }, "temperature"],
    [{ tokens: 2, d: 2, mask: [[true]] }, "mask_size"],
  ]) {
    refused(() => { const attention = new Attention(options); attention.run(); }, code, row);
  }
  const attention = new Attention({ tokens: 3, d: 2 });
  refused(() => attention.run(new Float32Array(6).fill(NaN)), "not_finite", 0);
  refused(() => attention.run(new Float32Array(5)), "data_length");
  refused(() => attention.run([1, 2, 3, 4, 5, 6]), "input");
  refused(() => attention.run(null), "input");
  refused(() => attention.run("123456"), "input");
  refused(() => attention.run(fake), "input");
  refused(() => attention.run(detached), "data_length");
  assert.equal(attention.run(flat(q).data, flat(k).data, flat(v).data).length, 6);
  attention.free();
  attention.free();
  refused(() => attention.run(), "freed");
  refused(() => attention.q, "freed");
});
