"""The jobs that are timed as whole processes, and their inputs: the same bytes every time."""

from dataclasses import dataclass
from math import comb

import numpy as np

SEED = 1
SAMPLES = 1000
GIVEN = 1_000_000


@dataclass(frozen=True)
class Job:
    """One job, as the command line runs it and as a peer is asked for it."""

    name: str
    text: str
    variables: int
    orders: range
    threads: int
    # Options of `oinfo scan` or `oinfo measures`; {folder} is where the inputs are.
    options: str
    # Is it small enough for a peer, and for the backend simd beside native?
    small: bool = True
    given: bool = False
    # A job of many seconds is steady after fewer runs.
    most_runs: int = 1000

    @property
    def nplets(self):
        return GIVEN if self.given else sum(comb(self.variables, k) for k in self.orders)

    def command(self, folder):
        """Words after ./oinfo."""
        verb = "measures" if self.given else "scan"
        return [verb, f"{folder}/x{self.variables}.npy", "--quiet", "--threads", str(self.threads),
                *self.options.format(folder=folder).split()]

    def peer_options(self, folder):
        """Words after the name of the peer, see peers/job.py."""
        words = [f"{folder}/x{self.variables}.npy", str(self.threads)]
        if self.given:
            return [*words, "--nplets", f"{folder}/nplets.npy"]
        return [*words, "--orders", str(self.orders.start), str(self.orders.stop - 1)]


JOBS = [
    Job("triplets", "8,436 triplets of 38 variables", 38, range(3, 4), 2, "--order 3"),
    Job("table", "THOI's README: a table of all n-plets of orders 3 to 5 of 30 variables", 30, range(3, 6), 2,
        "--order 3..5 --top all --format csv --out {folder}/table.csv"),
    Job("given", "1 million given n-plets of order 5 of 100 variables, .npy in, .npy out", 100, range(5, 6), 2,
        "--nplets {folder}/nplets.npy --format npy --out {folder}/given.npy", given=True),
    Job("600", "every quadruplet of 600 variables, one thread", 600, range(4, 5), 1, "--order 4", small=False, most_runs=5),
    Job("600-2", "every quadruplet of 600 variables, two threads", 600, range(4, 5), 2, "--order 4", small=False, most_runs=10),
    Job("1000", "every quadruplet of 1,000 variables, two threads", 1000, range(4, 5), 2, "--order 4", small=False, most_runs=3),
]


def make_inputs(folder):
    """Samples of a factor model of N/4 factors for each number of variables, and the given n-plets, distinct members ascending."""
    for variables in sorted({job.variables for job in JOBS}):
        random = np.random.default_rng([SEED, variables])
        factors = random.standard_normal((SAMPLES, variables // 4))
        loadings = 0.3 * random.standard_normal((variables // 4, variables))
        np.save(folder / f"x{variables}.npy", factors @ loadings + random.standard_normal((SAMPLES, variables)))
    random = np.random.default_rng([SEED, 0])
    nplets = np.sort(random.random((GIVEN, 100)).argpartition(5, axis=1)[:, :5], axis=1)
    np.save(folder / "nplets.npy", nplets.astype(np.int32))
