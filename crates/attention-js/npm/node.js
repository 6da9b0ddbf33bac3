// For Node.js, which compiles a module in place: everything is there once this is imported.
import { initSync } from "./attention.js";
import { begin } from "./api.js";
import { decode, hasRelaxedSimd } from "./engine.js";
import relaxed from "./wasm/relaxed.js";
import simd from "./wasm/simd.js";

export { Attention, attend, attendHeads, gradient, project } from "./api.js";

begin(initSync({ module: new WebAssembly.Module(decode(hasRelaxedSimd() ? relaxed : simd)) }));

/** There is nothing left to load; this is for code that runs in browsers too. */
export default async function init() {}
