"""The functions of THOI (https://github.com/Laouen/THOI) by their names, arguments and shapes, scored by this engine.

A script changes its imports, ``from oinfo.thoi.measures.gaussian_copula import nplets_measures``. Values are in nats, of D data sets in
one call; arrays are numpy's, and tensors where X is one. Differences are said once, by :class:`oinfo.DifferenceWarning`; docs/from-thoi.md
lists them.
"""

from . import collectors, commons, heuristics, measures

__all__ = ["collectors", "commons", "heuristics", "measures"]
