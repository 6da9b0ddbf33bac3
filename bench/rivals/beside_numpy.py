"""The fast forward beside NumPy with its BLAS on one thread, in turn, so that both meet the same machine.

    cargo bench -p attention-core --features fast --bench fast --no-run
    python bench/rivals/beside_numpy.py [ROUNDS]

Prints microseconds, the median of the rounds' medians and the least, at 512 tokens of 64 components, and what ours
are of NumPy's.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

for name in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{name}_NUM_THREADS"] = "1"
# A BLAS that is told to be another processor's is not at its best.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)

import numpy as np  # noqa: E402

N, D = 512, 64
ROOT = Path(__file__).resolve().parents[2]
BENCH = ["cargo", "bench", "--quiet", "-p", "attention-core", "--features", "fast", "--bench", "fast"]


def attend(q, k, v, scores, output):
    np.matmul(q, k.T, out=scores)
    scores *= np.float32(1 / D**0.5)
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    np.matmul(scores, v, out=output)


def numpy_round():
    random = np.random.default_rng(1)
    q, k, v = (random.uniform(-1, 1, (N, D)).astype(np.float32) for _ in range(3))
    scores, output = np.empty((N, N), np.float32), np.empty((N, D), np.float32)
    times = []
    for _ in range(101):
        start = time.perf_counter()
        attend(q, k, v, scores, output)
        times.append((time.perf_counter() - start) * 1e6)
    return statistics.median(times), min(times)


def ours_round():
    lines = subprocess.run(BENCH, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    words = next(line.split() for line in lines if line.startswith(f"{N} {D} "))
    return float(words[3]), float(words[5])


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    times = {"attention-core": [], "NumPy": []}
    for _ in range(rounds):
        times["attention-core"].append(ours_round())
        times["NumPy"].append(numpy_round())
    medians = {name: statistics.median(median for median, _ in of) for name, of in times.items()}
    for name, of in times.items():
        print(f"{name:16} median {medians[name]:9.1f} µs  least {min(least for _, least in of):9.1f} µs")
    ratio = medians["attention-core"] / medians["NumPy"]
    print(f"({N}, {D}) natively: {ratio:.2f} of NumPy, to be at most 1.00")


if __name__ == "__main__":
    main()
