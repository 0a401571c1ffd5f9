"""Searches for large n-plets with an extreme metric."""

from . import simulated_annealing_multi_order as _of_all_orders  # noqa: F401
from .greedy import greedy
from .simulated_annealing import random_sampler, simulated_annealing

__all__ = ["greedy", "random_sampler", "simulated_annealing"]
