/** Attention as one would write it: a row at a time. */
export function plain(n, d) {
  const weights = new Float32Array(n);
  const scale = 1 / Math.sqrt(d);
  return (q, k, v, output) => {
    for (let query = 0; query < n; query++) {
      let max = -Infinity;
      for (let key = 0; key < n; key++) {
        let score = 0;
        for (let c = 0; c < d; c++) score += q[query * d + c] * k[key * d + c];
        score *= scale;
        weights[key] = score;
        if (score > max) max = score;
      }
      let sum = 0;
      for (let key = 0; key < n; key++) {
        const exponential = Math.exp(weights[key] - max);
        weights[key] = exponential;
        sum += exponential;
      }
      const row = query * d;
      for (let c = 0; c < d; c++) output[row + c] = 0;
      for (let key = 0; key < n; key++) {
        const weight = weights[key] / sum;
        for (let c = 0; c < d; c++) output[row + c] += weight * v[key * d + c];
      }
    }
  };
}

/** The same with four sums at a time, which a processor can work on side by side. */
export function blocked(n, d) {
  const weights = new Float32Array(n);
  const scale = 1 / Math.sqrt(d);
  const four = d - (d % 4);
  return (q, k, v, output) => {
    for (let query = 0; query < n; query++) {
      const row = query * d;
      let max = -Infinity;
      for (let key = 0; key < n; key++) {
        const start = key * d;
        let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        let c = 0;
        for (; c < four; c += 4) {
          s0 += q[row + c] * k[start + c];
          s1 += q[row + c + 1] * k[start + c + 1];
          s2 += q[row + c + 2] * k[start + c + 2];
          s3 += q[row + c + 3] * k[start + c + 3];
        }
        for (; c < d; c++) s0 += q[row + c] * k[start + c];
        const score = (s0 + s1 + s2 + s3) * scale;
        weights[key] = score;
        if (score > max) max = score;
      }
      let sum = 0;
      for (let key = 0; key < n; key++) {
        const exponential = Math.exp(weights[key] - max);
        weights[key] = exponential;
        sum += exponential;
      }
      const share = 1 / sum;
      let c = 0;
      for (; c < four; c += 4) {
        let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (let key = 0, at = c; key < n; key++, at += d) {
          const weight = weights[key];
          s0 += weight * v[at];
          s1 += weight * v[at + 1];
          s2 += weight * v[at + 2];
          s3 += weight * v[at + 3];
        }
        output[row + c] = s0 * share;
        output[row + c + 1] = s1 * share;
        output[row + c + 2] = s2 * share;
        output[row + c + 3] = s3 * share;
      }
      for (; c < d; c++) {
        let s = 0;
        for (let key = 0; key < n; key++) s += weights[key] * v[key * d + c];
        output[row + c] = s * share;
      }
    }
  };
}
