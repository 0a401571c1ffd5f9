#!/usr/bin/env python3
"""Puts the tables of the record (see record.py) into a page: tables.py PAGE.md

They stand in the page between <!-- table NAME --> and <!-- end -->.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from record import CHOICES, RECORD, cell_of, read

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
MARKS = {"held": "**{}**", "failed": "{} x", "no side beyond the margin": "{} ~", "undecided": "{} ?"}
NUMBER = re.compile(r"-?[\d.]+ \[-?[\d.]+, -?[\d.]+\]")


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


def cells(record):
    rows = [[name(cell_of(row)), row["networks"], f"{float(row['accuracy']):.1f} %"] for row in record]
    return table(["cell", "networks", "accuracy on the test images"], rows, 1)


def kept(record):
    rows = []
    for row in record:
        # To a tenth, as they are printed: equals share the first place.
        right = [round(float(row[choice]), 1) for choice in CHOICES]
        best = max(right)
        rows.append([name(cell_of(row)), row["kept"], *(f"**{r}**" if r == best else f"{r}" for r in right)])
    return table(["cell", "kept", *CHOICES], rows, 1)


def main(page):
    claims = defaultdict(list)
    for line in read(RECORD / "grid.csv"):
        claims[cell_of(line)].append((line["claim"], line["verdict"], line["number"]))
    claims = dict(sorted(claims.items()))
    tables = {
        "cells": cells(read(RECORD / "cells.csv")),
        "sides": claimed(claims, SIDES),
        "depth": claimed(claims, DEPTH),
        "label": claimed(claims, LABEL),
        "groups": claimed(claims, GROUPS),
        "kept": kept(read(RECORD / "kept.csv")),
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
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
