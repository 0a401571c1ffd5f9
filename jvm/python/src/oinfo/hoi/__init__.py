"""The metrics of HOI (https://github.com/brainets/hoi) by their names, arguments and shapes, scored by this engine.

A script changes its imports, ``from oinfo.hoi.metrics import Oinfo``. Values are in bits; arrays are numpy's. Differences are said once, by
:class:`oinfo.DifferenceWarning`; docs/from-hoi.md lists them.
"""

from . import metrics, plot, simulation, utils

__all__ = ["metrics", "plot", "simulation", "utils"]
