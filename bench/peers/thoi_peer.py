"""THOI (https://github.com/Laouen/THOI) by its own functions, on the CPU.

For given n-plets it takes the covariance as it is and T=None, so that no bias is corrected: the raw values that everyone here
computes. For scans it gets the n-plets of consecutive ranks; its own walk over an order would write every n-plet to a table, which
is the whole job `table`.
"""

import inspect

import torch
from driver import Peer
from job import version
from thoi.measures.gaussian_copula import multi_order_measures, nplets_measures


def on_cpu(function):
    """How a version of THOI is told to stay on the CPU: newer ones take a device."""
    parameters = inspect.signature(function).parameters
    return {"device": torch.device("cpu")} if "device" in parameters else {"use_cpu": True}


class NpletsMeasures(Peer):
    word = "thoi"
    name = f"THOI {version('thoi')}, nplets_measures"

    def __init__(self, r):
        use(1)
        self.r = r

    def measures(self, nplets):
        # [B, 1, 4]: one matrix.
        return nplets_measures(self.r, nplets, covmat_precomputed=True, **on_cpu(nplets_measures))[:, 0, :].numpy()


def open(r, order):
    return [NpletsMeasures(r)]


def use(threads):
    torch.set_num_threads(threads)


def table(x, smallest, largest):
    return multi_order_measures(x, smallest, largest, **on_cpu(multi_order_measures))


def given(x, nplets):
    return nplets_measures(x, nplets, **on_cpu(nplets_measures))[:, 0, 2].numpy()
