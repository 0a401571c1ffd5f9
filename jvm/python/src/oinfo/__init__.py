"""O-information of every group of variables, at the speed of the machine.

Arrays, DataFrames or files in, tables out; the work is done by the engine, a child process that all calls share::

    import oinfo
    result = oinfo.scan(X, order=(3, 5))     # X: samples x variables
    result.synergistic                       # the groups with the smallest O-information

Options of the command line are keywords, with _ for -: ``oinfo.scan(X, rank_by="tc")``. What they may be, the engine checks, and names the nearest
one where a name is wrong. Every analysis takes these (defaults in brackets):

The estimate
    - ``estimator`` ("copula"): "copula", normal scores of ranks; "gaussian"; "discrete", counts; "knn", nearest neighbours, any dependence
    - ``ties`` ("average"): ranks of equal values, "average", "random" or "ordinal"
    - ``bias_correct``: subtract the bias of few samples; ``shrinkage`` ("none"): "ledoit-wolf" or "oas"
    - ``bins``, ``binning`` ("quantile" or "width"), ``entropy`` ("plug-in", "miller-madow", "grassberger", "chao-shen"): of discrete
    - ``neighbours`` (4), ``knn_scale`` ("scores", "standard", "none"): of knn
    - ``covariance``: the data is a covariance or correlation matrix; ``samples``: of how many samples

The data
    - ``columns``, ``drop``: numbers or names of those to use, or to leave out
    - ``rows``, ``rows_file``: numbers of rows, ranges such as "100..199,300..", or an array
    - ``missing`` ("refuse"): "drop-rows" leaves out samples with NaN
    - ``axes``, ``where``: of an array with more axes, what each is: "samples,variables,drop", and what is taken where one is dropped
    - ``dataset``, ``header``, ``na``, ``shape``, ``dtype``: how a file is read

The run
    - ``unit`` ("nats" or "bits"), ``seed`` (1), ``threads`` (all), ``backend`` ("auto")
    - ``strict``: an error where there is something to warn of; ``quiet``
    - ``out``: write the result to a file instead of returning it
    - ``report``, ``plot``: write a page (.html) and a picture (.svg, .png) of the same result, too

A few more belong to one analysis and are in its help, as ``help(oinfo.scan)``. Results draw, print and save themselves: :class:`Result`.
"""

from . import plot
from ._batch import Batch
from ._calls import bootstrap, compare, curve, dynamic, gradients, local, measures, null, resample, scan, search, subsets, target
from ._data import Data, load
from ._errors import DifferenceWarning, EngineError, InputError, OinfoError, OinfoWarning
from ._results import Result
from ._simulate import simulate

__all__ = [
    "Batch",
    "Data",
    "DifferenceWarning",
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
    "plot",
    "resample",
    "scan",
    "search",
    "simulate",
    "subsets",
    "target",
]
