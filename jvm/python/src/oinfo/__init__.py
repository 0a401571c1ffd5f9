"""O-information of every group of variables, at the speed of the machine.

Arrays, DataFrames or files in, tables out; the work is done by the engine, a child process that all calls share::

    import oinfo
    result = oinfo.scan(X, order=(3, 5))     # X: samples x variables
    result.synergistic                       # the groups with the smallest O-information

Options of the command line are keywords, with _ for -: ``oinfo.scan(X, rank_by="tc")``.
"""

from ._batch import Batch
from ._calls import bootstrap, compare, curve, dynamic, gradients, local, measures, null, resample, scan, search, subsets, target
from ._data import Data, load
from ._errors import EngineError, InputError, OinfoError, OinfoWarning
from ._results import Result

__all__ = [
    "Batch",
    "Data",
    "EngineError",
    "InputError",
    "OinfoError",
    "OinfoWarning",
    "Result",
    "bootstrap",
    "compare",
    "curve",
    "dynamic",
    "gradients",
    "load",
    "local",
    "measures",
    "null",
    "resample",
    "scan",
    "search",
    "subsets",
    "target",
]
