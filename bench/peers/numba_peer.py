"""Numba: the closed form in compiled loops, one n-plet after the other, on one thread; buffers are made once for each call."""

import numba
import numpy as np
from driver import BALANCED, Peer, unrank


@numba.njit(parallel=False)
def score(r, nplet, low, inverse):
    """|R_S| and the product of P_ii: R_S = L diag(d) L^T without square roots, then L^-1 over L."""
    order = len(nplet)
    determinant = 1.0
    for a in range(order):
        pivot = 1.0
        for b in range(a):
            v = r[nplet[a], nplet[b]]
            for t in range(b):
                v -= low[a, t] * low[b, t]
            low[a, b] = v
        for b in range(a):
            scaled = low[a, b]
            unit = scaled * inverse[b]
            pivot -= scaled * unit
            low[a, b] = unit
        determinant *= pivot
        inverse[a] = 1.0 / pivot
    for i in range(1, order):
        for j in range(i):
            v = -low[i, j]
            for t in range(j + 1, i):
                v -= low[i, t] * low[t, j]
            low[i, j] = v
    precisions = 1.0
    for i in range(order):
        p = inverse[i]
        for row in range(i + 1, order):
            p += low[row, i] * low[row, i] * inverse[row]
        precisions *= p
    return determinant, precisions


@numba.njit(parallel=False)
def measures(r, nplets):
    count, order = nplets.shape
    low, inverse = np.empty((order, order)), np.empty(order)
    out = np.empty((count, 4))
    for n in range(count):
        determinant, precisions = score(r, nplets[n], low, inverse)
        log_det, log_precisions = np.log(determinant), np.log(precisions)
        out[n, 0] = -0.5 * log_det
        out[n, 1] = 0.5 * (log_det + log_precisions)
        out[n, 2] = -log_det - 0.5 * log_precisions
        out[n, 3] = 0.5 * log_precisions
    return out


@numba.njit(parallel=False)
def scan(r, first, count):
    """Counts, sum and extremes of O over n-plets in lexicographic order; one logarithm each."""
    variables, order = len(r), len(first)
    nplet = first.copy()
    low, inverse = np.empty((order, order)), np.empty(order)
    redundant, synergistic = 0, 0
    total, lowest, highest = 0.0, np.inf, -np.inf
    for _ in range(count):
        determinant, precisions = score(r, nplet, low, inverse)
        o = -0.5 * np.log(determinant * determinant * precisions)
        total += o
        if o > BALANCED:
            redundant += 1
        elif o < -BALANCED:
            synergistic += 1
        lowest, highest = min(lowest, o), max(highest, o)
        i = order - 1
        while i >= 0 and nplet[i] == variables - order + i:
            i -= 1
        if i >= 0:
            nplet[i] += 1
            for j in range(i + 1, order):
                nplet[j] = nplet[j - 1] + 1
    return redundant, synergistic, total, lowest, highest


class Loops(Peer):
    word = "numba"
    name = f"Numba {numba.__version__}, compiled loops"

    def __init__(self, r):
        self.r = r

    def measures(self, nplets):
        return measures(self.r, nplets)

    def scan(self, variables, order, start, end):
        return scan(self.r, unrank(variables, order, np.array([start]))[0], end - start)


def open(r, order):
    return [Loops(r)]
