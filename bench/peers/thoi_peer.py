"""THOI (https://github.com/Laouen/THOI) by its own function for given n-plets, on the CPU and on one thread.

It takes the covariance as it is and T=None, so that no bias is corrected: the raw values that everyone here computes. For scans it
gets the n-plets of consecutive ranks; its own walk over an order would write every n-plet to a table.
"""

from importlib.metadata import version

import torch
from driver import Peer
from thoi.measures.gaussian_copula import nplets_measures


class NpletsMeasures(Peer):
    word = "thoi"
    name = f"THOI {version('thoi')}, nplets_measures"

    def __init__(self, r):
        torch.set_num_threads(1)
        self.r = r

    def measures(self, nplets):
        # [B, 1, 4]: one matrix.
        return nplets_measures(self.r, nplets, covmat_precomputed=True, use_cpu=True)[:, 0, :].numpy()


def open(r, order):
    return [NpletsMeasures(r)]
