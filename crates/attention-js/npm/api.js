import * as wasm from "./attention.js";

/** What the engine loaded; none before. */
let memory;

/** Tells this module that the mathematics is there. */
export function begin(exports) {
  memory = exports.memory;
}

function loaded(call) {
  return (request) => {
    if (!memory) throw refusal("not_ready", "attention-mixer is not loaded: await its default export first");
    try {
      return call(request);
    } catch (thrown) {
      if (typeof thrown?.code === "string") throw thrown;
      // An object of the caller's that throws where no object does.
      throw Object.assign(refusal("input", `an argument cannot be read: ${thrown?.message}`), { cause: thrown });
    }
  };
}

function refusal(code, message) {
  return Object.assign(new Error(message), { code });
}

export const attend = loaded(wasm.attend);
export const attendHeads = loaded(wasm.attendHeads);
export const project = loaded(wasm.project);
export const gradient = loaded(wasm.gradient);

const make = loaded((options) => {
  if (typeof options !== "object" || options === null) throw refusal("input", "Attention takes an object {tokens, d}");
  const { tokens, keys = tokens, d, dV = d, weights = false } = options;
  for (const [name, size] of Object.entries({ tokens, keys, d, dV })) {
    if (!Number.isInteger(size) || size < 0) throw refusal("input", `${name} has to be a whole number`);
    // A larger one would not survive the crossing; what the limit is, the mathematics says.
    if (size > 0x7fffffff) throw refusal("too_large", `${name} is ${size}, which is too large`);
  }
  const kernel = new wasm.FlatAttention(tokens, keys, d, dV, Boolean(weights), options);
  return { kernel, weights: Boolean(weights), tokens, keys, d, dV };
});

function fill(view, numbers, name) {
  if (!(numbers instanceof Float32Array)) throw refusal("input", `${name} has to be a Float32Array`);
  const length = view.length;
  if (numbers.length !== length) {
    throw refusal("data_length", `${name} has ${numbers.length} numbers, but ${length} are needed`);
  }
  view.set(numbers);
}

export class Attention {
  #kernel;
  #sizes;
  #q;
  #k;
  #v;
  #output;
  #weights;

  constructor(options) {
    const { kernel, ...sizes } = make(options);
    this.#kernel = kernel;
    this.#sizes = sizes;
    this.#look();
  }

  get q() {
    this.#refresh();
    return this.#q;
  }

  get k() {
    this.#refresh();
    return this.#k;
  }

  get v() {
    this.#refresh();
    return this.#v;
  }

  get output() {
    this.#refresh();
    return this.#output;
  }

  get weights() {
    this.#refresh();
    return this.#weights;
  }

  run(q, k, v) {
    this.#refresh();
    if (q !== undefined) fill(this.#q, q, "q");
    if (k !== undefined) fill(this.#k, k, "k");
    if (v !== undefined) fill(this.#v, v, "v");
    if (!this.#kernel.run()) throw this.#kernel.refusal();
    return this.#output;
  }

  free() {
    this.#kernel?.free();
    this.#kernel = undefined;
  }

  /** The module's memory moves when it grows; views of where it was then have a length of 0. */
  #refresh() {
    if (this.#kernel === undefined) throw refusal("freed", "this Attention has been freed");
    if (this.#q.length === 0) this.#look();
  }

  #look() {
    const kernel = this.#kernel;
    const { tokens, keys, d, dV, weights } = this.#sizes;
    const view = (address, length) => new Float32Array(memory.buffer, address, length);
    this.#q = view(kernel.q(), tokens * d);
    this.#k = view(kernel.k(), keys * d);
    this.#v = view(kernel.v(), keys * dV);
    this.#output = view(kernel.output(), tokens * dV);
    this.#weights = weights ? view(kernel.weights(), tokens * keys) : undefined;
  }
}
