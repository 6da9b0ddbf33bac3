"""Checks the files of this folder against each other; needs NumPy alone.

    python real-heads/check.py

Softmax(Q·Kᵀ/√d_k) of every head has to be the weights that the model itself computed, within LIMIT;
the files have to be the ones that provenance.json describes, and heads.json has to agree with it.
"""

import hashlib
import json
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent
LIMIT = 1e-4
"""The furthest that a weight may be from the model's own."""

NUMBER = np.dtype("<f4")


def softmax_weights(q, k):
    """softmax(Q·Kᵀ/√d_k), for as many heads as there are in front of the last two axes."""
    scaled = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    exponentials = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def read_numbers(name, *shape):
    return np.fromfile(FOLDER / name, NUMBER).reshape(shape).astype(np.float64)


def read_heads(sentence, about):
    """Q, K and V of a sentence, each layers × heads × tokens × d_k."""
    shape = (about["layers"], about["heads"], 3, len(sentence["tokens"]), about["d_k"])
    return np.moveaxis(read_numbers(sentence["file"], *shape), 2, 0)


def read_weights(sentence, about):
    """The model's own weights, layers × heads × tokens × tokens."""
    n = len(sentence["tokens"])
    return read_numbers(sentence["weights_file"], about["layers"], about["heads"], n, n)


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def require(holds, otherwise):
    if not holds:
        raise SystemExit(otherwise)


def check():
    provenance = json.loads((FOLDER / "provenance.json").read_text(encoding="utf-8"))
    heads = json.loads((FOLDER / "heads.json").read_text(encoding="utf-8"))
    for key in ("model", "licence", "layers", "heads", "d_k"):
        require(heads[key] == provenance[key], f"heads.json has another {key} than provenance.json")
    names = [[sentence["name"] for sentence in about["sentences"]] for about in (heads, provenance)]
    require(names[0] == names[1], "heads.json has other sentences than provenance.json")

    for sentence, described in zip(heads["sentences"], provenance["sentences"]):
        require(sentence.items() <= described.items(), f"{sentence['name']} is described otherwise")
        for name, hash in described["sha256"].items():
            require(sha256(FOLDER / name) == hash, f"{name} has changed")

        q, k, _ = read_heads(described, provenance)
        deviation = np.abs(softmax_weights(q, k) - read_weights(described, provenance)).max()
        require(deviation <= LIMIT, f"{sentence['name']}: a weight is {deviation:.1e} off")
        print(f"{sentence['name']}: {' '.join(sentence['tokens'])}: at most {deviation:.1e} off")


if __name__ == "__main__":
    check()
