#!/usr/bin/env python3
"""Takes the cells of a grid of studies into the record: record.py GRID

GRID is the folder of `oinfo study grid`. The record lies beside this file: grid.csv (claims), cells.csv (networks and what they
learnt) and kept.csv (accuracy of sub-networks). Cells that it holds already are replaced.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

RECORD = Path(__file__).parent
CELL = ["images", "network", "condition"]
CHOICES = "random synergistic redundant min-tc entropy reconstruction label variance weight ablation taylor wanda".split()
# Below this, networks have not learnt what sub-networks could keep.
LEARNT = 50.0


def read(path):
    with open(path, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def cell_of(row):
    return tuple(row[column] for column in CELL)


def merge(name, more):
    """More rows, and those of the record whose cells they do not hold."""
    new = {cell_of(row) for row in more}
    columns = list(more[0])
    # Claims stay in their order: they follow from each other.
    rows = sorted([row for row in read(RECORD / name) if cell_of(row) not in new] + more, key=cell_of)
    with open(RECORD / name, "w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, columns, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def mean(values):
    return f"{100 * sum(values) / len(values):.2f}"


def sizes(cell, study):
    """Means over networks, of every hidden layer cut to so many neurons and refitted."""
    of = defaultdict(lambda: defaultdict(list))
    for pruning in study["prunings"]:
        if pruning["scope"] == "hidden":
            of[pruning["size"]][pruning["choice"]].append(pruning["refitted"])
    return [
        dict(zip(CELL, cell), kept=size, **{choice: mean(values[choice]) for choice in CHOICES})
        for size, values in sorted(of.items())
    ]


def main(grid):
    claims = read(Path(grid, "grid.csv"))
    cells, kept = [], []
    for cell in sorted({cell_of(row) for row in claims}):
        study = json.loads(Path(grid, "_".join(cell), "study.json").read_text(encoding="utf-8"))
        right = [network["testAccuracy"] for network in study["training"]]
        cells.append(dict(zip(CELL, cell), networks=len(right), accuracy=mean(right)))
        if float(cells[-1]["accuracy"]) >= LEARNT:
            kept += sizes(cell, study)
    merge("grid.csv", claims)
    merge("cells.csv", cells)
    merge("kept.csv", kept)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
