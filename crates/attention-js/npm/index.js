// For browsers and bundlers: there the module may be compiled asynchronously only, so `await init()` comes first.
import load from "./attention.js";
import { begin } from "./api.js";
import { decode, hasRelaxedSimd } from "./engine.js";

export { Attention, attend, attendHeads, gradient, project } from "./api.js";

let loading;

/** Loads the mathematics, once however often it is called. */
export default function init() {
  loading ??= loadBest().catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function loadBest() {
  const { default: encoded } = await (hasRelaxedSimd() ? import("./wasm/relaxed.js") : import("./wasm/simd.js"));
  begin(await load({ module_or_path: decode(encoded) }));
}
