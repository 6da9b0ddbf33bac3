import * as wasm from "./attention.js";

/** What the engine loaded; none before. */
let memory;

/** Tells this module that the mathematics is there. */
export function begin(exports) {
  memory = exports.memory;
}

/** What came upon the module half-way; nothing while it is sound. */
let fall;

const withCode = (thrown) => thrown instanceof Error && typeof thrown.code === "string";

/** What to throw for what a call threw: its refusal, or that the module has stopped, for then and ever after. */
function told(thrown) {
  if (withCode(thrown)) return thrown;
  // Every object of a caller's is read with care; what arrives here has left the module's memory as it was just then.
  fall ??= { thrown };
  return stopped();
}

function stopped() {
  const message = "attention-mixer has stopped and computes no more: import it anew, in another page, worker or process";
  return Object.assign(refusal("stopped", message), { cause: fall.thrown });
}

function look() {
  if (fall) throw stopped();
  if (!memory) throw refusal("not_ready", "attention-mixer is not loaded: await its default export first");
}

function careful(call) {
  return (...given) => {
    look();
    try {
      return call(...given);
    } catch (thrown) {
      throw told(thrown);
    }
  };
}

function refusal(code, message) {
  return Object.assign(new Error(message), { code });
}

export const attend = careful(wasm.attend);
export const attendHeads = careful(wasm.attendHeads);
export const project = careful(wasm.project);
export const gradient = careful(wasm.gradient);

const newKernel = careful((...sizes) => new wasm.FlatAttention(...sizes));

function make(options) {
  look();
  const { tokens, keys, d, dV, weights } = read(options);
  for (const [name, size] of Object.entries({ tokens, keys, d, dV })) {
    if (!Number.isInteger(size) || size < 0) throw refusal("input", `${name} has to be a whole number`);
    // A larger one would not survive the crossing; what the limit is, the mathematics says.
    if (size > 0x7fffffff) throw refusal("too_large", `${name} is ${size}, which is too large`);
  }
  return { kernel: newKernel(tokens, keys, d, dV, weights, options), weights, tokens, keys, d, dV };
}

/** The options, which are the caller's: reading them may throw anything. */
function read(options) {
  if (typeof options !== "object" || options === null) throw refusal("input", "Attention takes an object {tokens, d}");
  try {
    const { tokens, keys = tokens, d, dV = d, weights = false } = options;
    return { tokens, keys, d, dV, weights: Boolean(weights) };
  } catch (cause) {
    throw Object.assign(refusal("input", "the options of Attention cannot be read"), { cause });
  }
}

function fill(view, numbers, name) {
  if (!(numbers instanceof Float32Array && ArrayBuffer.isView(numbers))) throw refusal("input", `${name} has to be a Float32Array`);
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
    let done;
    try {
      done = this.#kernel.run();
    } catch (thrown) {
      throw told(thrown);
    }
    if (!done) throw this.#kernel.refusal();
    return this.#output;
  }

  free() {
    if (!fall) this.#kernel?.free();
    this.#kernel = undefined;
  }

  /** The module's memory moves when it grows; views of where it was then have a length of 0. */
  #refresh() {
    if (fall) throw stopped();
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
