import { contenders } from "./contenders.js";
import { operations } from "./peak.js";

/** Time enough for a clock that a browser has made coarse. */
const SLICE = 10;

async function timed(call, calls) {
  const start = performance.now();
  for (let index = 0; index < calls; index++) {
    const pending = call();
    if (pending) await pending;
  }
  return (performance.now() - start) / calls;
}

/** How many calls fill a slice, once the engine has compiled them as well as it will. */
async function callsFor(call) {
  const start = performance.now();
  while (performance.now() - start < 20 * SLICE) await timed(call, 1);
  let calls = 1;
  for (;;) {
    const time = (await timed(call, calls)) * calls;
    const wanted = Math.max(1, Math.round((calls * SLICE) / time));
    // Again, lest something else took the time.
    if (time >= SLICE / 2 && (await timed(call, wanted)) * wanted >= SLICE / 2) return wanted;
    calls *= 2;
  }
}

function numbers(length, seed) {
  return Float32Array.from({ length }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 31 - 1;
  });
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

/** Every contender in turn, round after round, so that what else the machine does falls on all alike. */
async function compare([n, d], rounds) {
  const [q, k, v] = [1, 2, 3].map((seed) => numbers(n * d, seed));
  const entries = [];
  for (const { name, ours, make } of await contenders()) {
    const output = new Float32Array(n * d);
    const attend = await make(n, d);
    const call = () => attend(q, k, v, output);
    await call();
    entries.push({ name, ours, call, calls: await callsFor(call), output, times: [] });
  }
  for (const { name, output } of entries) {
    const off = output.reduce((max, number, index) => Math.max(max, Math.abs(number - entries[0].output[index])), 0);
    if (!(off < 1e-4)) throw new Error(`${name} computes something else: off by ${off}`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const entry of entries) entry.times.push(await timed(entry.call, entry.calls));
  }
  return entries.map(({ name, ours, times }) => ({
    name,
    ours: Boolean(ours),
    median: median(times),
    least: Math.min(...times),
    times,
  }));
}

async function peak(module, rounds) {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(module));
  const { loop } = instance.exports;
  const n = 100_000;
  loop(n);
  loop(n);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(() => void loop(n), 5));
  return operations(n) / Math.min(...times) / 1e6;
}

globalThis.measure = { compare, peak };
