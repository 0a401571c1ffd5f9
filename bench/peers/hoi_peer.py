"""HOI (https://github.com/brainets/hoi) by its class Oinfo, Gaussian copula, on the CPU: whole jobs only.

It starts from samples, not from a matrix, and computes in single precision, so it has no place beside the others that are
checked to 1e-9. XLA has threads of its own, which the number of processors that job.py leaves to the process limits.
"""

import jax
from hoi.metrics import Oinfo


def use(threads):
    jax.config.update("jax_platforms", "cpu")


def table(x, smallest, largest):
    return Oinfo(x, verbose=False).fit(smallest, largest, method="gc")


def given(x, nplets):
    k = nplets.shape[1]
    return Oinfo(x, multiplets=nplets.tolist(), verbose=False).fit(k, k, method="gc")[:, 0]
