"""The measures from their definitions: log-determinants of numpy, nothing of the engine."""

from __future__ import annotations

from itertools import combinations
from statistics import NormalDist

import numpy as np


def entropy(matrix):
    """Of a Gaussian, without the constants that cancel: ln det / 2."""
    return 0.5 * np.linalg.slogdet(matrix)[1]


def measures(correlations, nplet):
    """tc, dtc, o, s of some columns, nats."""
    part = correlations[np.ix_(nplet, nplet)]
    k = len(nplet)
    joint = entropy(part)
    tc = sum(entropy(part[i : i + 1, i : i + 1]) for i in range(k)) - joint
    without = [[j for j in range(k) if j != i] for i in range(k)]
    dtc = joint - sum(joint - entropy(part[np.ix_(rest, rest)]) for rest in without)
    return np.array([tc, dtc, tc - dtc, tc + dtc])


def ranked(correlations, order):
    """All n-plets of an order with their O-information, smallest first."""
    every = [(measures(correlations, nplet)[2], nplet) for nplet in combinations(range(len(correlations)), order)]
    return sorted(every)


def copula(samples):
    """Correlations of normal scores; no ties."""
    t = len(samples)
    ranks = samples.argsort(axis=0).argsort(axis=0) + 1
    score = np.vectorize(NormalDist().inv_cdf)(ranks / (t + 1))
    return np.corrcoef(score, rowvar=False)


def samples(t=400, seed=11):
    """Six columns: 2 is a sum (synergy), 3 and 4 share a cause (redundancy), 5 is alone."""
    rng = np.random.default_rng(seed)
    a, b, cause, *noise = rng.normal(size=(7, t))
    return np.column_stack([a, b, a + b + 0.5 * noise[0], cause + noise[1], cause + noise[2], cause + noise[3]])
