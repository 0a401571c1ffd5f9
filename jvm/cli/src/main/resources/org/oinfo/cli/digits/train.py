#!/usr/bin/env python3
"""Trains a small ReLU network on handwritten digits and writes the activations of its layers.

    python3 train.py PATH/TO/digits.csv.gz [--out FOLDER]

Needs numpy only. digits.csv.gz holds one image a line: 64 pixels of 0..16, then the digit.
Everything random comes from one seed and the arithmetic runs on one thread, so a second run on the
same machine writes the same bytes. README.md beside this file says what is written and why.
"""

import argparse
import hashlib
import os
from pathlib import Path

# The order in which a threaded BLAS adds is not fixed. This has to be said before numpy is loaded.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402

WIDTHS = (64, 40, 40, 40, 10)
TEST_IMAGES = 500
EPOCHS = 60
BATCH = 32
LEARNING_RATE = 1e-3
WEIGHT_DECAY = 1e-4
SEED = 1


def read_digits(path):
    """Returns images [T, 64] in 0..1 and digits [T]."""
    table = np.loadtxt(path, delimiter=",")
    if table.ndim != 2 or table.shape[1] != WIDTHS[0] + 1:
        raise SystemExit(f"{path}: {WIDTHS[0]} pixels and a digit must stand on every line, found shape {table.shape}")
    return table[:, :-1] / 16.0, table[:, -1].astype(np.uint8)


def initial_parameters(rng):
    """He et al. 2015 (arXiv 1502.01852): weights of variance 2 / inputs keep the scale of ReLU layers; zero biases."""
    parameters = []
    for inputs, outputs in zip(WIDTHS, WIDTHS[1:]):
        parameters += [rng.normal(0.0, np.sqrt(2.0 / inputs), (inputs, outputs)), np.zeros(outputs)]
    return parameters


def forward(parameters, images):
    """Returns the values of every layer from the images to the logits; hidden ones after their ReLU."""
    layers = [images]
    for weights, bias in zip(parameters[0::2], parameters[1::2]):
        if len(layers) > 1:
            layers[-1] = np.maximum(layers[-1], 0.0)
        layers.append(layers[-1] @ weights + bias)
    return layers


def gradients(parameters, images, digits):
    """Returns the gradient of the mean cross-entropy, in the order of the parameters."""
    layers = forward(parameters, images)
    logits = layers[-1] - layers[-1].max(axis=1, keepdims=True)
    delta = np.exp(logits)
    delta /= delta.sum(axis=1, keepdims=True)
    delta[np.arange(len(digits)), digits] -= 1.0
    delta /= len(digits)
    result = []
    for layer in range(len(WIDTHS) - 2, -1, -1):
        result = [layers[layer].T @ delta, delta.sum(axis=0)] + result
        delta = (delta @ parameters[2 * layer].T) * (layers[layer] > 0.0)
    return result


def train(parameters, images, digits, rng):
    """Adam (Kingma & Ba 2015, arXiv 1412.6980) in place, with decoupled weight decay (arXiv 1711.05101) on the weights."""
    means = [np.zeros_like(p) for p in parameters]
    squares = [np.zeros_like(p) for p in parameters]
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(digits))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            step += 1
            rate = LEARNING_RATE * np.sqrt(1.0 - 0.999**step) / (1.0 - 0.9**step)
            for p, m, v, g in zip(parameters, means, squares, gradients(parameters, images[batch], digits[batch])):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                if p.ndim == 2:
                    p *= 1.0 - LEARNING_RATE * WEIGHT_DECAY
                p -= rate * m / (np.sqrt(v) + 1e-8)


def accuracy(parameters, images, digits):
    return float(np.mean(forward(parameters, images)[-1].argmax(axis=1) == digits))


def write(folder, layers, digits):
    """Writes one .npy per layer [T, width] in half precision, the digits, and the list of the layers."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["file,layer,width,description"]
    names = [f"layer{i}" for i in range(1, len(layers) - 1)] + ["output"]
    for name, values in zip(names, layers[1:]):
        kind = "logits before the softmax" if name == "output" else f"hidden layer {name[5:]} after its ReLU"
        half = np.ascontiguousarray(values.astype("<f2"))
        np.save(folder / f"{name}.npy", half)
        lines.append(f"{name}.npy,{name},{half.shape[1]},{kind}")
        describe(name, half)
    np.save(folder / "labels.npy", digits)
    (folder / "index.csv").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    for file in [f"{n}.npy" for n in names] + ["labels.npy", "index.csv"]:
        print(hashlib.sha256((folder / file).read_bytes()).hexdigest(), "", file)


def describe(name, values):
    """Prints what an estimator has to cope with: neurons that never or seldom fire, and zeros."""
    active = np.count_nonzero(values, axis=0)
    dead = np.flatnonzero(np.ptp(values, axis=0) == 0)
    seldom = np.setdiff1d(np.flatnonzero(active < len(values) / 100), dead)
    print(f"{name}: dead {dead.tolist()}, active for under 1 % of the images {seldom.tolist()},"
          f" zeros {100.0 * np.mean(values == 0):.1f} %, largest {float(np.abs(values).max()):.2f}")


def main():
    parser = argparse.ArgumentParser(description="Train the example network and write its activations.")
    parser.add_argument("digits", type=Path, help="digits.csv.gz (or the same unpacked)")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write to (default: beside this file)")
    arguments = parser.parse_args()

    rng = np.random.Generator(np.random.PCG64(SEED))
    images, digits = read_digits(arguments.digits)
    order = rng.permutation(len(digits))
    test, training = order[:TEST_IMAGES], order[TEST_IMAGES:]
    parameters = initial_parameters(rng)
    train(parameters, images[training], digits[training], rng)
    print(f"{len(training)} training images: accuracy {accuracy(parameters, images[training], digits[training]):.4f}")
    print(f"{len(test)} test images: accuracy {accuracy(parameters, images[test], digits[test]):.4f}")
    write(arguments.out, forward(parameters, images), digits)


if __name__ == "__main__":
    main()
