/**
 * Self-attention, exactly: `softmax(Q · Kᵀ · s / T) · V`, with its intermediates.
 *
 * Rows stand for tokens, columns for components. A matrix is written as an array of rows or as a flat
 * `Float32Array` with its shape; the answer comes in the form in which `q` (or `x`) was written. Either way it is
 * computed in double precision; a `Float32Array` of the answer holds it rounded.
 */

export type Rows = readonly (readonly number[] | Float32Array | Float64Array)[];

export interface FlatMatrix {
  data: Float32Array;
  /** Rows, then columns. */
  shape: readonly [rows: number, columns: number];
}

export type Matrix = Rows | FlatMatrix;

/** The form of the answer follows that of the question. */
export type Answer<M extends Matrix> = M extends FlatMatrix ? FlatMatrix : number[][];

export interface Settings {
  /** What scores are multiplied by: 1, 1/√d_k, or a number. `"none"` by default. */
  scale?: "none" | "sqrt_dk" | number;
  /** What they are divided by: a number above 0, 1 by default. */
  temperature?: number;
  /** Who may listen to whom: everyone (the default), each to itself and those before it, or a row of booleans for
   * each query, `true` = may listen. A query that may listen to nobody gets weights and an output of 0. */
  mask?: "none" | "causal" | readonly (readonly boolean[])[];
}

/** What is thrown where a call is refused. The module stays usable, unless the code is `"stopped"`. */
export interface Refusal extends Error {
  /** A name for programs: see the README for all of them. */
  code: string;
  /** The row at fault, from 0, where one is. */
  row?: number;
  /** The head at fault, from 0, where one of several is. */
  head?: number;
}

export interface Attended<M extends Matrix> {
  /** `q · k`, a row per query, a column per key. */
  scores: Answer<M>;
  /** The scores times the scale, divided by the temperature. */
  scaled: Answer<M>;
  /** The softmax of the scaled scores over the keys that may be heard: each row sums to 1. */
  weights: Answer<M>;
  /** The weighted sums of the values, a row per query. */
  output: Answer<M>;
}

/** One head, every query: at most 32,768 rows, and 16,777,216 numbers in a matrix, answers included. As many tokens as
 * keys may be 4,096. */
export function attend<M extends Matrix>(request: { q: M; k: Matrix; v: Matrix } & Settings): Attended<M>;

export interface HeadWeights {
  /** `d_model × d_k`. */
  wQ: Matrix;
  /** `d_model × d_k`. */
  wK: Matrix;
  /** `d_model × d_v`. */
  wV: Matrix;
}

export interface Projected<M extends Matrix> {
  q: Answer<M>;
  k: Answer<M>;
  v: Answer<M>;
}

/** Queries, keys and values of the inputs: `x · wQ`, `x · wK`, `x · wV`. */
export function project<M extends Matrix>(request: { x: M } & HeadWeights): Projected<M>;

export interface AttendedHeads<M extends Matrix> {
  /** Each head by itself. */
  heads: (Projected<M> & Attended<M>)[];
  /** Their outputs side by side. */
  concatenation: Answer<M>;
  /** That times `wO`. */
  output: Answer<M>;
}

/** Several heads over the same inputs, and their outputs made one by `wO`. */
export function attendHeads<M extends Matrix>(
  request: { x: M; heads: readonly HeadWeights[]; wO: Matrix } & Settings,
): AttendedHeads<M>;

export interface Gradient<M extends Matrix> {
  /** KL(target ‖ weights of the query), in nats. */
  divergence: number;
  /** With respect to the query's scaled scores: weight − target. */
  scaled: M extends FlatMatrix ? Float32Array : number[];
  q: Answer<M>;
  k: Answer<M>;
  temperature: number;
}

export interface InputGradient<M extends Matrix> extends Gradient<M> {
  x: Answer<M>;
  wQ: Answer<M>;
  wK: Answer<M>;
}

export interface Target {
  /** The query, from 0. */
  query: number;
  /** The weights it is wished to have, as proportions: a number per key. */
  target: readonly number[] | Float32Array | Float64Array;
}

/** How the distance of a query's weights from a target changes with everything that makes them. */
export function gradient<M extends Matrix>(request: { q: M; k: Matrix } & Target & Settings): Gradient<M>;
export function gradient<M extends Matrix>(
  request: { x: M; wQ: Matrix; wK: Matrix } & Target & Settings,
): InputGradient<M>;

export interface AttentionOptions extends Settings {
  /** The queries, and the keys unless `keys` says otherwise. */
  tokens: number;
  keys?: number;
  /** The components of queries and keys, and of values unless `dV` says otherwise. */
  d: number;
  dV?: number;
  /** Whether `weights` is to be filled too. */
  weights?: boolean;
}

/**
 * For speed: attention in single precision over buffers that are made once and used again.
 *
 * Write into `q`, `k` and `v`, then `run()`; or hand them to `run`, which copies. The output is read in place, until
 * the next run. The buffers are views of the module's memory, which moves when it grows: take them anew from the
 * object after any other call of this package, rather than keep them.
 */
export class Attention {
  constructor(options: AttentionOptions);
  /** `tokens × d`, row by row; so are `k` and `v`. */
  get q(): Float32Array;
  get k(): Float32Array;
  get v(): Float32Array;
  /** `tokens × dV`. */
  get output(): Float32Array;
  /** `tokens × keys`, if asked for. */
  get weights(): Float32Array | undefined;
  /** Computes the output of what is in the buffers, or of what is given, and answers with `output`. */
  run(q?: Float32Array, k?: Float32Array, v?: Float32Array): Float32Array;
  /** Gives the memory back. */
  free(): void;
}

/**
 * Loads the mathematics. In a browser it has to be awaited, once, before the first call; in Node.js everything is
 * there after the import.
 */
export default function init(): Promise<void>;
