"""One function an analysis. What each option means and may be, the engine says: ``oinfo scan --help``."""

from __future__ import annotations

import warnings
from contextvars import ContextVar
from typing import Any

import numpy as np

from ._arrays import Sent, speaking
from ._bulk import opened
from ._engine import ENGINE, Progress
from ._errors import InputError, OinfoWarning
from ._folder import removed
from ._options import params
from ._results import Result

_INTERRUPTS = ("raise", "return")

collecting: ContextVar[list[tuple[str, Any, dict[str, Any]]] | None] = ContextVar("collecting", default=None)
"""Where calls are put that are not to run yet."""


class Prepared:
    """A call whose data is written and whose options are converted; its files are removed by ``sent``."""

    def __init__(self, method: str, data: Any, options: dict[str, Any], sent: Sent) -> None:
        self.method = method
        self.sent = sent
        path = sent.data(data, options.get("axes") is not None)
        values = sent.new_file("local.npy", 0, "the values") if method == "local" and options.get("out") is None else None
        asked = params(options if values is None else {**options, "out": values}, sent)
        for fixed in ("format", "dry-run", "arrays"):
            if fixed in asked:
                raise InputError(f"{fixed.replace('-', '_')} must not be given here: results are objects; leave it out")
        self._values = asked.get("out") if method == "local" else None
        if "out" not in asked:
            asked["arrays"] = sent.folder()
        self.params = {"data": path, **asked}

    def result(self, answer: Any) -> Any:
        """What a caller gets of an answer."""
        if "schema" not in answer and isinstance(answer, dict):
            # With out= the result is in a file.
            return answer
        values = np.load(self._values) if self._values is not None else None
        results = [Result(opened(one), self.sent.names, values) for one in (answer if isinstance(answer, list) else [answer])]
        return results if isinstance(answer, list) else results[0]

    def warn(self, result: Any, stacklevel: int) -> None:
        """Issues what there is to warn of, where the analysis was called."""
        for one in result if isinstance(result, list) else [result]:
            for warning in one.warnings if isinstance(one, Result) else ():
                warnings.warn(self.sent.spoken(warning["message"]), OinfoWarning, stacklevel=stacklevel + 1)


def _run(method: str, data: Any, options: dict[str, Any], on_interrupt: str, progress: Progress | None) -> Any:
    check_interrupt(on_interrupt)
    batch = collecting.get()
    if batch is not None:
        return batch.append((method, data, options))
    sent = Sent()
    with removed(sent.files), speaking(sent):
        call = Prepared(method, data, options, sent)
        result = call.result(ENGINE.call(method, call.params, progress, on_interrupt))
    call.warn(result, 3)
    return result


def check_interrupt(on_interrupt: str) -> None:
    if on_interrupt not in _INTERRUPTS:
        raise InputError(f"on_interrupt must be raise or return: found {on_interrupt!r}")


def scan(data: Any, order: Any = 3, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """The O-information of every n-plet (group of k columns) of the given orders k.

    Omega = TC - DTC, where TC = sum_i H(X_i) - H(X) and DTC = H(X) - sum_i H(X_i | all others): above 0 redundancy dominates, below
    0 synergy (Rosas et al. 2019, arXiv 1902.11239). Values in nats; ``unit="bits"`` converts.

    Args:
        data: samples x variables, float or integer: an array, a DataFrame, a nested list, or the path of a file; a list of arrays,
            tables or paths is several data sets, with a result each (or one of all their rows with ``stack=True``).
        order: 3, (3, 5) or range(3, 6) for 3 to 5, [3, 5] for these two, or "3..5".
        on_interrupt: at Ctrl-C "raise" KeyboardInterrupt, or "return" what is finished (``result.partial``).
        progress: called with a dict of done, total, rate, left, order and best, five times a second.
        options: those of ``oinfo scan`` with _ for -: top, level, ends, rank_by, estimator, bias_correct, columns, covariance, ...

    >>> import numpy as np, oinfo
    >>> rng = np.random.default_rng(7)
    >>> a, b, noise, other = rng.normal(size=(4, 1000))
    >>> result = oinfo.scan(np.column_stack([a, b, a + b + noise, other]), order=3, top=1)
    >>> tuple(result.synergistic["nplet"][0])
    (0, 1, 2)
    >>> bool(result.synergistic["o"][0] < 0)
    True
    """
    return _run("scan", data, {"order": order, **options}, on_interrupt, progress)


def measures(data: Any, nplets: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """TC, DTC, Omega and S = TC + DTC of given n-plets, a row of ``.table`` each, in their order; NaN where one is singular.

    Args:
        data: as for :func:`scan`.
        nplets: an integer array [n-plets, order], a list of lists of column numbers (or names of a DataFrame), or a path.
        on_interrupt, progress: as for :func:`scan`.
        options: those of ``oinfo measures`` with _ for -.

    With two columns of correlation r, TC = DTC = -ln(1 - r^2) / 2 and Omega = 0:

    >>> import oinfo
    >>> table = oinfo.measures([[1, 0.6], [0.6, 1]], [[0, 1]], covariance=True).table
    >>> round(float(table["tc"][0]), 6), round(float(table["o"][0]), 6)
    (0.223144, 0.0)
    """
    return _run("measures", data, {"nplets": nplets, **options}, on_interrupt, progress)


def search(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Large n-plets dominated by synergy or redundancy, where there are too many to scan: greedy, or ``method="anneal"``, ...

    >>> import numpy as np, oinfo
    >>> data = np.random.default_rng(1).normal(size=(300, 8))
    >>> found = oinfo.search(data, starts=2, max_order=4)
    >>> set(map(int, found.table["order"])) == {3, 4}
    True
    """
    return _run("search", data, options, on_interrupt, progress)


def target(data: Any, target: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """What groups of columns, the sources X, say about a target Y: I(X; Y), and dOmega = Omega(X, Y) - Omega(X), in nats.

    Args:
        data: as for :func:`scan`.
        target: a column by number or name; or an array [samples] of numbers or class labels; or a path.

    >>> import numpy as np, oinfo
    >>> rng = np.random.default_rng(3)
    >>> x = rng.normal(size=(500, 3))
    >>> result = oinfo.target(x, (x[:, 0] + x[:, 1] > 0).astype(int), order=2, top=1, target_kind="classes")
    >>> tuple(result.table["nplet"][0])
    (0, 1)
    """
    return _run("target", data, {"target": target, **options}, on_interrupt, progress)


def dynamic(data: Any, target: Any = None, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """What the past of groups of series (columns; rows are points in time) says about the next value of a target series, in nats.

    >>> import numpy as np, oinfo
    >>> x = np.random.default_rng(5).normal(size=(400, 3))
    >>> x[1:, 2] += x[:-1, 0]
    >>> result = oinfo.dynamic(x, target=2, order=2)
    >>> tuple(result.table["nplet"][0])
    (0, 1)
    """
    return _run("dynamic", data, {"target": target, **options}, on_interrupt, progress)


def null(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Are the extremes of a scan more than chance (``surrogate="shuffle"``, "shift"), more than pairwise dependence ("tree")?

    Every surrogate is scanned in full: ``p_fwer`` of ``.table`` holds for the whole order.

    >>> import numpy as np, oinfo
    >>> data = np.random.default_rng(2).normal(size=(200, 5))
    >>> result = oinfo.null(data, surrogates=19, top=1)
    >>> bool((result.table["p_fwer"] >= 1 / 20).all())
    True
    """
    return _run("null", data, options, on_interrupt, progress)


def subsets(data: Any, nplets: Any = None, **options: Any) -> Any:
    """What all subsets of an n-plet of at most 30 columns say together: co-information, with a bound on its rounding, and complexity.

    A row of ``.table`` an n-plet; without ``nplets``, which are as for :func:`measures`, the one of all columns. Of two columns the co-information
    is their mutual information, -ln(1 - r^2) / 2:

    >>> import oinfo
    >>> round(float(oinfo.subsets([[1, 0.6], [0.6, 1]], covariance=True).table["co_information"][0]), 6)
    0.223144
    """
    return _run("subsets", data, options if nplets is None else {"nplets": nplets, **options}, "raise", None)


def compare(data: Any, other: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Where two data sets with the same columns differ: n-plets by Omega(data) - Omega(other), with family-wise p.

    p comes from data sets whose rows were dealt out anew, ``permutations`` times (1000), each scored in full; numbers of rows may differ.
    A row of ``.table`` an n-plet; ``paired=True`` where rows belong together.

    >>> import numpy as np, oinfo
    >>> rng = np.random.default_rng(5)
    >>> a, b, noise, other = rng.normal(size=(4, 300))
    >>> found = oinfo.compare(np.column_stack([a, b, a + b + noise, other]), rng.normal(size=(200, 4)), permutations=99, top=1)
    >>> tuple(found.table["nplet"][0]), bool(found.table["p_fwer"][0] <= 0.05)
    ((0, 1, 2), True)
    """
    if data is None or other is None:
        raise InputError("compare must have two data sets: found None")
    return _run("compare", [data, other], options, on_interrupt, progress)


def bootstrap(data: Any, nplets: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Confidence intervals of the measures of given n-plets: ``low`` and ``high`` of ``.table``, in nats.

    >>> import numpy as np, oinfo
    >>> data = np.random.default_rng(2).normal(size=(200, 4))
    >>> table = oinfo.bootstrap(data, [[0, 1, 2]], resamples=99).table
    >>> bool((table["low"] <= table["high"]).all())
    True
    """
    return _run("bootstrap", data, {"nplets": nplets, **options}, on_interrupt, progress)


def resample(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """How much the extremes, mean and shares of a scan would differ between data sets drawn from the fitted Gaussian.

    >>> import numpy as np, oinfo
    >>> len(oinfo.resample(np.random.default_rng(2).normal(size=(200, 4)), resamples=39).table) > 0
    True
    """
    return _run("resample", data, options, on_interrupt, progress)


def curve(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Smallest, mean and largest O-information against the number of samples (``sizes``), raw and bias-corrected, in nats.

    >>> import numpy as np, oinfo
    >>> table = oinfo.curve(np.random.default_rng(2).normal(size=(200, 4)), sizes=[50, 200], repeats=2).table
    >>> [int(size) for size in table["samples"]]
    [50, 200]
    """
    return _run("curve", data, options, on_interrupt, progress)


def gradients(data: Any, nplets: Any = None, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """What each member adds to its n-plet: Omega(X) - Omega(X without it), in nats; of pairs of members with ``pairs=True``.

    >>> import numpy as np, oinfo
    >>> table = oinfo.gradients(np.random.default_rng(2).normal(size=(200, 4)), [[0, 1, 2]]).table
    >>> [tuple(one) for one in table["variable"]]
    [(0,), (1,), (2,)]
    """
    return _run("gradients", data, {"nplets": nplets, **options}, on_interrupt, progress)


def local(data: Any, nplets: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """The measures at every sample: ``.values``, float64 [samples, n-plets, 4] of tc, dtc, o, s, whose means are the measures.

    >>> import numpy as np, oinfo
    >>> oinfo.local(np.random.default_rng(2).normal(size=(200, 4)), [[0, 1, 2], [1, 2, 3]]).values.shape
    (200, 2, 4)
    """
    return _run("local", data, {"nplets": nplets, **options}, on_interrupt, progress)
