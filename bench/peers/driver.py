"""Runs one peer: checks its answers, times it, appends JSON lines. Called by bench/peers/run."""

import importlib
import json
import sys
import time
from math import comb
from pathlib import Path

import numpy as np

BALANCED = 1e-10
ACCURACY = 1e-9
REPETITIONS = 5
# N-plets of a scan that are gathered and scored at a time.
CHUNK = 4096


class Peer:
    """One way to score n-plets of one order of one matrix."""

    # Word for the benchmark's name, and the implementation in words.
    word = name = ""

    def measures(self, nplets):
        """TC, DTC, O and S in nats [B, 4] of n-plets [B, k]."""
        raise NotImplementedError

    def scan(self, variables, order, start, end):
        """N-plets with O above 1e-10 and below -1e-10, and the sum, the smallest and the largest O of ranks [start, end)."""
        redundant = synergistic = 0
        total, lowest, highest = 0.0, np.inf, -np.inf
        for first in range(start, end, CHUNK):
            ranks = np.arange(first, min(first + CHUNK, end), dtype=np.int64)
            o = np.asarray(self.measures(unrank(variables, order, ranks)))[:, 2]
            redundant += int(np.count_nonzero(o > BALANCED))
            synergistic += int(np.count_nonzero(o < -BALANCED))
            total += float(o.sum())
            lowest, highest = min(lowest, float(o.min())), max(highest, float(o.max()))
        return redundant, synergistic, total, lowest, highest


def from_determinants(log_det, log_precisions):
    """The four measures [B, 4] from ln|R_S| and the sum of ln P_ii."""
    return np.stack(
        [-0.5 * log_det, 0.5 * (log_det + log_precisions), -log_det - 0.5 * log_precisions, 0.5 * log_precisions], axis=1)


def unrank(variables, order, ranks):
    """N-plets [B, k] of lexicographic ranks [B], ascending."""
    after = comb(variables, order) - 1 - ranks
    nplets = np.empty((len(ranks), order), dtype=np.int64)
    for i in range(order):
        counts = np.array([comb(m, order - i) for m in range(variables)], dtype=np.int64)
        m = np.searchsorted(counts, after, side="right") - 1
        after = after - counts[m]
        nplets[:, i] = variables - 1 - m
    return nplets


def correlations(folder, variables):
    return np.fromfile(folder / f"r-{variables}.f64", dtype="<f8").reshape(variables, variables)


def check(what, values, expected):
    """Stops the run where a peer answers something else."""
    worst = np.max(np.abs(np.asarray(values) - expected) / (1 + np.abs(expected)))
    if not worst <= ACCURACY:
        raise SystemExit(f"{what} must agree with the library's answer to {ACCURACY}: off by {worst}")


def rates(count, seconds, work):
    """N-plets per second, slowest first: each repetition takes at least the given seconds, after one that warms up."""
    found = []
    for repetition in range(REPETITIONS + 1):
        done, start = 0, time.perf_counter()
        while (elapsed := time.perf_counter() - start) < seconds or done == 0:
            work()
            done += count
        if repetition:
            found.append(done / elapsed)
    return sorted(found)


def line(benchmark, peer, params, found, seconds):
    return {
        "benchmark": f"{benchmark}.{peer.word}", "name": peer.name, "params": params,
        "per_second": found[len(found) // 2], "low": found[0], "high": found[-1],
        "settings": f"{REPETITIONS} x {seconds} s of each Python peer"}


def measures_lines(module, folder, seconds):
    for path in sorted(folder.glob("nplets-*.i32")):
        _, variables, order = path.stem.split("-")
        nplets = np.fromfile(path, dtype="<i4").reshape(-1, int(order)).astype(np.int64)
        expected = np.fromfile(folder / f"measures-{variables}-{order}.f64", dtype="<f8").reshape(-1, 4)
        for peer in module.open(correlations(folder, int(variables)), int(order)):
            check(f"{peer.name}, order {order}", peer.measures(nplets), expected)
            found = rates(len(nplets), seconds, lambda p=peer: p.measures(nplets))
            yield line("MeasuresBenchmark", peer, {"k": order}, found, seconds)


def scan_lines(module, folder, seconds):
    for scan in json.loads((folder / "scans.json").read_text(encoding="utf-8")):
        order, variables = map(int, scan["size"].split(":"))
        for peer in module.open(correlations(folder, variables), order):
            start, end = scan["from"], scan["to"]
            found = peer.scan(variables, order, start, end)
            expected = [scan[key] for key in ("redundant", "synergistic", "sum", "lowest", "highest")]
            check(f"{peer.name}, scan {scan['size']}", found, expected)
            found = rates(end - start, seconds, lambda p=peer, v=variables, k=order, a=start, b=end: p.scan(v, k, a, b))
            yield line("ScanBenchmark", peer, {"size": scan["size"]}, found, seconds)


def main():
    name, folder, out, seconds = sys.argv[1], Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])
    module = importlib.import_module(f"{name}_peer")
    with open(out, "a", encoding="utf-8") as file:
        for lines in (measures_lines, scan_lines):
            for result in lines(module, folder, seconds):
                print(json.dumps(result), file=file, flush=True)
                print(f"{result['benchmark']:28} {result['params']}  {result['per_second']:.4g}/s  {result['name']}", flush=True)


if __name__ == "__main__":
    main()
