#!/usr/bin/env python3
"""Makes the files of this folder, from nothing but the digits that ship with oinfo and Python's own random numbers (3.8 or newer)."""
import random
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
DIGITS = HERE.parent / "jvm/cli/src/main/resources/org/oinfo/cli/digits"

# The second hidden layer of the example network, and which digit each of its images shows.
shutil.copyfile(DIGITS / "layer2.npy", HERE / "activations.npy")
shutil.copyfile(DIGITS / "labels.npy", HERE / "labels.npy")

(HERE / "groups.txt").write_text("""\
# Groups of columns of activations.npy, counted from 0, one a line; commas or semicolons between them.
10;22;31
24;32;34
0,1,2,3
4,5,6,7,8
""", encoding="ascii")

# Six invented series: breath and motion drive heart together, oxygen and skin each follow one of them, pressure follows heart.
rng = random.Random(1)
names = ["heart", "breath", "pressure", "oxygen", "skin", "motion"]
now = dict.fromkeys(names, 0.0)
rows = []
for step in range(220):
    before, noise = now, {name: rng.gauss(0, 1) for name in names}
    now = {
        "heart": 0.3 * before["heart"] + 0.5 * before["breath"] + 0.5 * before["motion"] + 0.5 * noise["heart"],
        "breath": 0.6 * before["breath"] + noise["breath"],
        "pressure": 0.7 * before["heart"] + 0.5 * noise["pressure"],
        "oxygen": 0.8 * before["breath"] + 0.5 * noise["oxygen"],
        "skin": 0.8 * before["motion"] + 0.5 * noise["skin"],
        "motion": 0.7 * before["motion"] + noise["motion"],
    }
    if step >= 20:  # the first steps remember where they began
        rows.append([now[name] for name in names])
with open(HERE / "series.csv", "w", encoding="ascii", newline="\n") as out:
    out.write(",".join(names) + "\n")
    out.writelines(",".join(f"{value:.3f}" for value in row) + "\n" for row in rows)

# Their correlations, for what starts from a matrix.
columns = list(zip(*rows))
means = [sum(column) / len(column) for column in columns]
products = [[sum((x - a) * (y - b) for x, y in zip(p, q)) for q, b in zip(columns, means)] for p, a in zip(columns, means)]
with open(HERE / "correlations.csv", "w", encoding="ascii", newline="\n") as out:
    out.write(",".join(names) + "\n")
    for i, row in enumerate(products):
        out.write(",".join(f"{value / (row[i] * products[j][j]) ** 0.5:.12f}" for j, value in enumerate(row)) + "\n")
