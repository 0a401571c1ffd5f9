"""The measures from their definitions: log-determinants of numpy, nothing of the engine."""

from __future__ import annotations

import signal
from itertools import combinations
from statistics import NormalDist

import numpy as np

# A shell that runs the tests in the background has them ignore Ctrl-C, which they send to themselves.
signal.signal(signal.SIGINT, signal.default_int_handler)


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


def scores(samples):
    """Normal scores of the ranks; no ties."""
    t = len(samples)
    ranks = samples.argsort(axis=0).argsort(axis=0) + 1
    return np.vectorize(NormalDist().inv_cdf)(ranks / (t + 1))


def copula(samples):
    """Correlations of normal scores; no ties."""
    return np.corrcoef(scores(samples), rowvar=False)


def samples(t=400, seed=11):
    """Six columns: 2 is a sum (synergy), 3 and 4 share a cause (redundancy), 5 is alone."""
    rng = np.random.default_rng(seed)
    a, b, cause, *noise = rng.normal(size=(7, t))
    return np.column_stack([a, b, a + b + 0.5 * noise[0], cause + noise[1], cause + noise[2], cause + noise[3]])


def digamma(x):
    """By its asymptotic series, from 20 on, and psi(x) = psi(x + 1) - 1 / x below."""
    shift = 0.0
    while x < 20:
        shift, x = shift + 1 / x, x + 1
    square = 1 / (x * x)
    return np.log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240))) - shift


def entropy_bias(k, t):
    """Of a Gaussian of k variables from t samples, nats."""
    return 0.5 * (k * np.log(2 / (t - 1)) + sum(digamma((t - i) / 2) for i in range(1, k + 1)))


def bias(k, t):
    """Of tc, dtc, o, s."""
    tc = k * entropy_bias(1, t) - entropy_bias(k, t)
    dtc = k * entropy_bias(k - 1, t) - (k - 1) * entropy_bias(k, t)
    return np.array([tc, dtc, tc - dtc, tc + dtc])


def local(scores, covariance, nplet):
    """tc, dtc, o, s at every sample, from densities [samples, 4]."""

    def surprise(columns):
        part = covariance[np.ix_(columns, columns)]
        x = scores[:, columns]
        return 0.5 * (np.einsum("ti,ij,tj->t", x, np.linalg.inv(part), x) + np.linalg.slogdet(2 * np.pi * part)[1])

    nplet = list(nplet)
    joint = surprise(nplet)
    tc = sum(surprise([i]) for i in nplet) - joint
    dtc = joint - sum(joint - surprise([j for j in nplet if j != i]) for i in nplet)
    return np.column_stack([tc, dtc, tc - dtc, tc + dtc])
