#!/usr/bin/env python3
"""Puts the tables of a grid of studies into a page: tables.py GRID PAGE.md

GRID is the folder of `oinfo study grid`; tables stand in the page between <!-- table NAME --> and <!-- end -->.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

# Columns: heading, what the claim begins with, what the claim holds besides.
SIDES = [
    ("first layer redundant", "The first layer is dominated by redundancy", ""),
    ("last hidden layer synergistic", "The last hidden layer is dominated by synergy", ""),
    ("output synergistic", "The output layer (logits) is dominated by synergy", ""),
    ("from redundancy to synergy with depth", "The balance moves from redundancy towards synergy", ""),
]
DEPTH = [
    ("spread grows, nats", "The spread of Omega, largest less smallest, grows", ""),
    ("beyond the eigenvalues, nats", "The spread grows", "eigenvalues"),
    ("wider than matched, nats", "Which neurons go together matters", ""),
    ("dimensions lost by training", "Training lowers the effective dimension", ""),
]
LABEL = [
    ("r grows", "About the class, neurons become more redundant", ""),
    ("v falls", "... and less vulnerable", ""),
    ("S within classes / S below half", "The class is what neurons of the last hidden layer share most", ""),
    ("beyond a tree, %", "Each hidden layer has synergy that no tree", ""),
]
GROUPS = [
    ("Omega", "Omega tells which groups matter together", ""),
    ("TC", "TC tells which groups matter together", ""),
    ("dOmega", "dOmega about the class tells which groups", ""),
    ("lower mean Omega, larger loss (single neurons)", "Neurons of synergistic groups matter more", ""),
]
RIVALS = [
    ("synergistic less random", "Synergistic sub-networks do better than random", ""),
    ("less redundant", "Synergistic sub-networks do better than redundant", ""),
    ("less the best single score", "Synergistic sub-networks do better than those", "score best alone"),
]
CHOICES = "random synergistic redundant min-tc entropy reconstruction label variance weight ablation taylor wanda".split()
MARKS = {"held": "**{}**", "failed": "{} x", "no side beyond the margin": "{} ~", "undecided": "{} ?"}
NUMBER = re.compile(r"-?[\d.]+ \[-?[\d.]+, -?[\d.]+\]")
# Below this, networks have not learnt what sub-networks could keep.
LEARNT = 0.5


def row(words):
    return "| " + " | ".join(words) + " |"


def table(head, rows, right):
    return "\n".join([row(head), "|" + "---|" * right + "--:|" * (len(head) - right), *map(row, rows)])


def name(cell):
    images, network, condition = cell
    return f"{network}, {condition}" if images == "digits" else f"{images} {network}, {condition}"


def claimed(claims, columns):
    rows = []
    for cell, found in claims.items():
        numbers = []
        for _, start, holds in columns:
            verdict, number = next(
                ((v, n) for claim, v, n in found if claim.startswith(start) and holds in claim), ("", "")
            )
            value = NUMBER.search(number)
            numbers.append(MARKS[verdict].format(value.group()) if value else "")
        rows.append([name(cell), *numbers])
    return table(["cell", *(heading for heading, _, _ in columns)], rows, 1)


def accuracy(study):
    networks = study["training"]
    return sum(network["testAccuracy"] for network in networks) / len(networks)


def cells(studies):
    rows = [[name(cell), str(len(study["training"])), f"{100 * accuracy(study):.1f} %"] for cell, study in studies.items()]
    return table(["cell", "networks", "accuracy on the test images"], rows, 1)


def kept(studies):
    rows = []
    for cell, study in studies.items():
        if accuracy(study) < LEARNT:
            continue
        means = defaultdict(lambda: defaultdict(list))
        for pruning in study["prunings"]:
            if pruning["scope"] == "hidden":
                means[pruning["size"]][pruning["choice"]].append(100 * pruning["refitted"])
        for size, of in sorted(means.items()):
            # To a tenth, as they are printed: equals share the first place.
            right = [round(sum(of[choice]) / len(of[choice]), 1) for choice in CHOICES]
            best = max(right)
            rows.append([name(cell), str(size), *(f"**{r}**" if r == best else f"{r}" for r in right)])
    return table(["cell", "kept", *CHOICES], rows, 1)


def main(grid, page):
    claims = defaultdict(list)
    with open(Path(grid, "grid.csv"), newline="", encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            cell = line["images"], line["network"], line["condition"]
            claims[cell].append((line["claim"], line["verdict"], line["number"]))
    claims = dict(sorted(claims.items()))
    studies = {cell: json.loads(Path(grid, "_".join(cell), "study.json").read_text()) for cell in claims}
    tables = {
        "cells": cells(studies),
        "sides": claimed(claims, SIDES),
        "depth": claimed(claims, DEPTH),
        "label": claimed(claims, LABEL),
        "groups": claimed(claims, GROUPS),
        "kept": kept(studies),
        "rivals": claimed(claims, RIVALS),
    }
    text = Path(page).read_text(encoding="utf-8")
    for title, lines in tables.items():
        text, times = re.subn(
            rf"(<!-- table {title} -->\n).*?(<!-- end -->)",
            lambda match: f"{match.group(1)}{lines}\n{match.group(2)}",
            text,
            flags=re.S,
        )
        if times != 1:
            sys.exit(f"tables.py: {page} must have one table {title}: found {times}")
    Path(page).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
