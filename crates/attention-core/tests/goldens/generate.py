"""Writes the golden numbers that the tests hold attention-core against.

    cargo xtask goldens            # compares what is computed with what is kept
    cargo xtask goldens --write    # keeps it

Both run this file, the first with --check, under the versions that requirements.txt names.

NumPy's cases are written out formula by formula in float64 and go to numpy.csv. PyTorch's, which go
to pytorch.csv, come from its own scaled_dot_product_attention, MultiheadAttention and autograd, in
float64 on the CPU; without PyTorch that file is left alone, and a check fails. A line is an array:

    case,array,rows,columns,number,number,…

Numbers are printed so that reading them gives back the same bits. A mask has 1 where a query may
listen to a key. The random cases are seeded: another run writes the same inputs. Another processor may
round a product's sum otherwise, so that a check allows for the last bits.
"""

import pathlib
import sys
import zlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent
CHECK = "--check" in sys.argv[1:]

WALKTHROUGH = {
    "q": np.array([[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]]),
    "k": np.array([[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]]),
    "v": np.array([[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]),
}


def random(case):
    """A generator of its own for each case, so that adding one leaves the others' inputs alone."""
    return np.random.default_rng(zlib.crc32(case.encode()))


def random_qkv(case, n_queries, n_keys, d_k, d_v, size=1.0):
    rng = random(case)
    return {
        "q": size * rng.standard_normal((n_queries, d_k)),
        "k": size * rng.standard_normal((n_keys, d_k)),
        "v": rng.standard_normal((n_keys, d_v)),
    }


def causal(n_queries, n_keys):
    return np.tri(n_queries, n_keys, dtype=bool)


def attention(q, k, v, mask=None, factor=1.0, temperature=1.0):
    """Attention by the textbook, in whole matrices."""
    scores = q @ k.T
    scaled = scores * factor / temperature
    mask = np.ones(scores.shape, bool) if mask is None else mask
    masked = np.where(mask, scaled, -np.inf)
    maximum = masked.max(axis=1, keepdims=True)
    heard = np.isfinite(maximum)
    exponentials = np.exp(masked - np.where(heard, maximum, 0.0))
    weights = exponentials / np.where(heard, exponentials.sum(axis=1, keepdims=True), 1.0)
    return {"scores": scores, "scaled": scaled, "weights": weights, "output": weights @ v}


def sinusoidal(n, d_model):
    """Vaswani et al. 2017, section 3.5."""
    positions = np.zeros((n, d_model))
    for pos in range(n):
        for i in range(0, d_model, 2):
            positions[pos, i] = np.sin(pos / 10000 ** (i / d_model))
            if i + 1 < d_model:
                positions[pos, i + 1] = np.cos(pos / 10000 ** (i / d_model))
    return positions


class Table:
    def __init__(self, name):
        self.path = FOLDER / name
        self.lines = []

    def add(self, case, **arrays):
        for name, array in arrays.items():
            array = np.atleast_2d(np.asarray(array, dtype=float))
            rows, columns = array.shape
            numbers = ",".join(repr(float(number)) for number in array.flat)
            self.lines.append(f"{case},{name},{rows},{columns},{numbers}\n")

    def write(self):
        if CHECK:
            return self.check()
        self.path.write_text("".join(self.lines), encoding="utf-8", newline="\n")
        print(f"{self.path}: {len(self.lines)} arrays")


    def check(self):
        kept = self.path.read_text(encoding="utf-8").splitlines()
        if len(kept) != len(self.lines):
            sys.exit(f"{self.path}: {len(kept)} arrays are kept, but {len(self.lines)} are computed")
        for number, (old, new) in enumerate(zip(kept, self.lines), start=1):
            old, new = old.split(","), new.strip().split(",")
            if old[:4] != new[:4] or not close(old[4:], new[4:]):
                sys.exit(f"{self.path}:{number}: {','.join(new[:4])} is not what is kept")
        print(f"{self.path}: {len(kept)} arrays, as they are kept")


def close(old, new):
    old, new = (np.array(numbers, dtype=float) for numbers in (old, new))
    return old.shape == new.shape and np.allclose(old, new, rtol=1e-12, atol=1e-13)


def attention_cases():
    """The cases both libraries are asked, by name: inputs, mask, factor, temperature."""
    yield "walkthrough", WALKTHROUGH, None, 1.0, 1.0
    yield "walkthrough_scaled", WALKTHROUGH, None, 1.0 / np.sqrt(2.0), 1.0
    yield "walkthrough_hot", WALKTHROUGH, None, 1.0, 1.67
    yield "walkthrough_causal", WALKTHROUGH, causal(3, 3), 1.0, 1.0
    yield "one_token", random_qkv("one_token", 1, 1, 4, 3), None, 0.5, 1.0
    yield "wide", random_qkv("wide", 7, 7, 64, 64), None, 0.125, 1.0
    yield "cross", random_qkv("cross", 5, 9, 3, 6), None, 1.0 / np.sqrt(3.0), 0.25
    yield "cross_causal", random_qkv("cross_causal", 6, 4, 3, 2), causal(6, 4), 1.0, 1.0
    yield "large_scores", random_qkv("large_scores", 6, 6, 4, 4, size=30.0), None, 1.0, 1.0
    cells = random("cells").random((8, 8)) < 0.5
    cells[:, 2] = True
    yield "cells", random_qkv("cells", 8, 8, 5, 5), cells, 1.0 / np.sqrt(5.0), 2.0


def mask_or_everyone(mask, inputs):
    shape = (len(inputs["q"]), len(inputs["k"]))
    return np.ones(shape, bool) if mask is None else mask


def numpy_goldens():
    table = Table("numpy.csv")
    for case, inputs, mask, factor, temperature in attention_cases():
        answers = attention(**inputs, mask=mask, factor=factor, temperature=temperature)
        mask = mask_or_everyone(mask, inputs)
        table.add(case, **inputs, mask=mask, factor=factor, temperature=temperature, **answers)
    silent = random("silent_rows").random((5, 5)) < 0.6
    silent[[1, 4]] = False
    inputs = random_qkv("silent_rows", 5, 5, 3, 3)
    table.add("silent_rows", **inputs, mask=silent, factor=1.0, temperature=1.0)
    table.add("silent_rows", **attention(**inputs, mask=silent))
    for n, d_model in [(12, 8), (5, 3), (3, 512)]:
        table.add(f"sinusoidal_{n}_{d_model}", positions=sinusoidal(n, d_model))
    table.write()


def torch_goldens():
    try:
        import torch
    except ImportError:
        if CHECK:
            sys.exit("PyTorch is not installed: pytorch.csv cannot be checked")
        print("PyTorch is not installed: pytorch.csv is left as it is")
        return
    torch.set_num_threads(1)
    tensor = lambda array: torch.tensor(array, dtype=torch.float64)
    table = Table("pytorch.csv")

    for case, inputs, mask, factor, temperature in attention_cases():
        q, k, v = (tensor(inputs[name])[None, None] for name in "qkv")
        mask = mask_or_everyone(mask, inputs)
        output = torch.nn.functional.scaled_dot_product_attention(
            q, k, v, attn_mask=torch.tensor(mask)[None, None], scale=factor / temperature
        )
        table.add(case, **inputs, mask=mask, factor=factor, temperature=temperature)
        table.add(case, output=output[0, 0].numpy())

    n, d_model, heads = 6, 8, 2
    d = d_model // heads
    for case, mask in [("multihead", None), ("multihead_causal", causal(n, n))]:
        rng = random(case)
        x = rng.standard_normal((n, d_model))
        # Columns h·d to (h+1)·d make head h; PyTorch multiplies from the other side.
        w = {name: rng.standard_normal((d_model, d_model)) for name in ("w_q", "w_k", "w_v", "w_o")}
        module = torch.nn.MultiheadAttention(d_model, heads, bias=False, batch_first=True).double()
        with torch.no_grad():
            stacked = np.concatenate([w[name].T for name in ("w_q", "w_k", "w_v")])
            module.in_proj_weight.copy_(tensor(stacked))
            module.out_proj.weight.copy_(tensor(w["w_o"].T))
            output, weights = module(
                *[tensor(x)[None]] * 3,
                attn_mask=None if mask is None else torch.tensor(~mask),
                average_attn_weights=False,
            )
        table.add(case, x=x, w_o=w["w_o"], mask=np.ones((n, n)) if mask is None else mask)
        for head in range(heads):
            columns = slice(head * d, (head + 1) * d)
            table.add(case, **{f"{name}_{head}": w[name][:, columns] for name in ("w_q", "w_k", "w_v")})
            table.add(case, **{f"weights_{head}": weights[0, head].numpy()})
        table.add(case, output=output[0].numpy())

    for case, mask, temperature in [("gradient", None, 1.5), ("gradient_causal", causal(5, 5), 0.7)]:
        rng = random(case)
        row = 3
        leaves = {
            "x": rng.standard_normal((5, 4)),
            "w_q": rng.standard_normal((4, 3)),
            "w_k": rng.standard_normal((4, 3)),
            "temperature": np.array(temperature),
        }
        mask = np.ones((5, 5), bool) if mask is None else mask
        target = rng.random(5) * mask[row]
        target /= target.sum()
        leaf = {name: tensor(array).requires_grad_() for name, array in leaves.items()}
        q, k = leaf["x"] @ leaf["w_q"], leaf["x"] @ leaf["w_k"]
        q.retain_grad(), k.retain_grad()
        scaled = (q[row] @ k.T) / np.sqrt(3.0) / leaf["temperature"]
        logs = torch.log_softmax(scaled.masked_fill(torch.tensor(~mask[row]), -torch.inf), dim=0)
        share = tensor(target)
        heard = torch.tensor(target > 0)
        divergence = (share[heard] * (share[heard].log() - logs[heard])).sum()
        divergence.backward()
        table.add(case, **leaves, mask=mask, row=row, target=target, divergence=divergence.item())
        table.add(case, **{f"d_{name}": tensor.grad.numpy() for name, tensor in leaf.items()})
        table.add(case, d_q=q.grad.numpy(), d_k=k.grad.numpy())
    table.write()


if __name__ == "__main__":
    numpy_goldens()
    torch_goldens()
