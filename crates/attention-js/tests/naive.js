// Attention written down as it stands, to check against.

/** Rows of numbers that are always the same. */
export function numbers(rows, columns, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, next));
}

export const flat = (rows) => ({ data: Float32Array.from(rows.flat()), shape: [rows.length, rows[0].length] });

export function naive(q, k, v, { factor = 1, allows = () => true } = {}) {
  const scores = q.map((query) => k.map((key) => query.reduce((sum, number, c) => sum + number * key[c], 0)));
  const scaled = scores.map((row) => row.map((score) => score * factor));
  const weights = scaled.map((row, i) => {
    const heard = row.filter((_, j) => allows(i, j));
    const max = Math.max(...heard);
    const exponentials = row.map((score, j) => (allows(i, j) ? Math.exp(score - max) : 0));
    const sum = exponentials.reduce((a, b) => a + b, 0);
    return exponentials.map((exponential) => (sum > 0 ? exponential / sum : 0));
  });
  const output = weights.map((row) => v[0].map((_, c) => row.reduce((sum, weight, j) => sum + weight * v[j][c], 0)));
  return { scores, scaled, weights, output };
}

/** The largest difference between two matrices of rows. */
export function distance(a, b) {
  if (a.length !== b.length) return Infinity;
  return a.reduce(
    (max, row, i) => row.reduce((max, number, j) => Math.max(max, Math.abs(number - b[i][j])), row.length === b[i].length ? max : Infinity),
    0,
  );
}

export const rows = ({ data, shape: [n, d] }) => Array.from({ length: n }, (_, i) => [...data.subarray(i * d, (i + 1) * d)]);
