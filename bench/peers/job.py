"""One whole job by one peer, cold, or warm in this process: job.py PEER DATA THREADS (--orders MIN MAX | --nplets FILE).

A peer's module has use(threads) and, on samples [T, N], table(x, smallest, largest), every n-plet of some orders, and
given(x, nplets), the O-information of given ones. What they return stays in memory.
"""

import argparse
import importlib
import importlib.metadata
import json
import os
import statistics
import time

import numpy as np


def version(name):
    """The version of a package; one that was put on the path by hand has none to tell."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "of unknown version"


def main():
    parser = argparse.ArgumentParser(prog="job.py")
    parser.add_argument("peer")
    parser.add_argument("data")
    parser.add_argument("threads", type=int)
    parser.add_argument("--orders", type=int, nargs=2)
    parser.add_argument("--nplets")
    parser.add_argument("--out", help="writes the values of the given n-plets as .npy")
    parser.add_argument("--warm", type=float, metavar="SECONDS", help="repeats the job, and prints its wall and CPU seconds as JSON")
    given = parser.parse_args()
    # Both must be known before the library is loaded.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
        os.environ[name] = str(given.threads)
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    if given.threads == 1:
        os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: given.threads])
    peer = importlib.import_module(f"{given.peer}_peer")
    peer.use(given.threads)

    def run():
        x = np.load(given.data)
        if given.orders:
            return peer.table(x, *given.orders)
        values = peer.given(x, np.load(given.nplets).astype(np.int64))
        if given.out:
            np.save(given.out, values)
        return values

    run()
    if given.warm is not None:
        print(json.dumps(measure(run, given.warm) | {"name": f"{given.peer.upper()} {version(given.peer)}"}))


def measure(run, seconds):
    """Median wall and mean CPU seconds of runs after the first."""
    wall, cpu = [], time.process_time()
    while not wall or sum(wall) < seconds:
        start = time.perf_counter()
        run()
        wall.append(time.perf_counter() - start)
    return {"wall": statistics.median(wall), "cpu": (time.process_time() - cpu) / len(wall), "runs": len(wall)}


if __name__ == "__main__":
    main()
