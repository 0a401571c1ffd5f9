"""One function an analysis. What each option means and may be, the engine says: ``oinfo scan --help``."""

from __future__ import annotations

import sys
import warnings
from contextvars import ContextVar
from typing import Any

import numpy as np

from . import _own, _own_scan, _own_search
from ._arrays import Sent, speaking
from ._bulk import opened
from ._engine import ENGINE
from ._errors import InputError, OinfoWarning
from ._folder import removed
from ._interrupt import Interrupt
from ._options import params
from ._progress import Told, teller
from ._results import Result

Progress = Told | bool


collecting: ContextVar[list[tuple[str, Any, dict[str, Any]]] | None] = ContextVar("collecting", default=None)
"""Where calls are put that are not to run yet."""


class Prepared:
    """A call whose data is written and whose options are converted; its files are removed by ``sent``."""

    def __init__(self, method: str, data: Any, options: dict[str, Any], sent: Sent) -> None:
        self.method = method
        self.sent = sent
        path = sent.data(data, options)
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

    def warn(self, result: Any) -> None:
        """Issues what there is to warn of, where the analysis was called."""
        for one in result if isinstance(result, list) else [result]:
            for warning in one.warnings if isinstance(one, Result) else ():
                warnings.warn(self.sent.spoken(warning["message"]), OinfoWarning, stacklevel=_outside())


def _run(method: str, data: Any, options: dict[str, Any], on_interrupt: str | Interrupt, progress: Progress | None) -> Any:
    interrupt = on_interrupt if isinstance(on_interrupt, Interrupt) else Interrupt(on_interrupt)
    batch = collecting.get()
    if batch is not None:
        return batch.append((method, data, options))
    sent = Sent()
    with removed(sent.files), speaking(sent), teller(progress) as tell:
        call = Prepared(method, data, options, sent)
        result = call.result(ENGINE.call(method, call.params, tell, interrupt))
    call.warn(result)
    return result


def _outside() -> int:
    """How far the caller of this package is, for warnings, seen from the function that asks."""
    package = __name__.partition(".")[0]
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        frame, level = frame.f_back, level + 1
    return level


def scan(data: Any, order: Any = 3, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """The O-information of every n-plet (group of k columns) of the given orders k.

    Omega = TC - DTC, where TC = sum_i H(X_i) - H(X) and DTC = H(X) - sum_i H(X_i | all others): above 0 redundancy dominates, below
    0 synergy (Rosas et al. 2019, arXiv 1902.11239). Values in nats; ``unit="bits"`` converts.

    Args:
        data: samples x variables, float or integer: an array, a DataFrame, a nested list, or the path of a file; a list of arrays,
            tables or paths is several data sets, with a result each (or one of all their rows with ``stack=True``).
        order: 3, (3, 5) or range(3, 6) for 3 to 5, [3, 5] for these two, or "3..5".
        on_interrupt: at Ctrl-C "raise" KeyboardInterrupt, or "return" what is finished (``result.partial``).
        progress: True for a bar by tqdm; or a function that is told done, total, rate, left, part, order and best in a dict, five times a second.
        options: those of every analysis, see ``help(oinfo)``, and

            - ``top``: how many n-plets to list at each end (20), or "all",
            - ``ends``: "both", or only "smallest" ("synergistic") or "largest" ("redundant"),
            - ``level``: "extremes", "plain" (counts and mean), or "full" (histogram, variance, mean of each variable),
            - ``rank_by``: what the ends are of: "o", "tc", "dtc", "s", "delta3", a sum such as "0.5*tc-2*dtc", which the engine does; or a
              function f(tc, dtc, o, s) of four arrays [n] that gives an array [n], which is called here on blocks of n-plets and is some
              thousand times slower; its name is that of a column; values that agree to 2^-40 go by the order of columns, as in the engine,
            - ``groups``, ``mix``: only n-plets that mix groups of columns: [[0, 1, 2], [3, 4]], mixed "any", "all" or "one-each",
            - ``window``, ``step``: a result for each window of so many rows,
            - ``resume``: a file that keeps what is finished, from which the same call goes on after it was stopped or killed,
            - ``verify``: prove that every n-plet was scored once, by the sum of determinants: ``json["orders"][0]["verification"]``; a scan that
              is found wrong raises; ``no_verify``: not even where it costs next to nothing,
            - ``stack``: the rows of several data are one data set,
            - ``no_screen``: do not look for dependence that is not monotone.

    Returns:
        A :class:`Result`; a list of them for several data or windows; ``{"out": path}`` with ``out=``.

    >>> import numpy as np, oinfo
    >>> rng = np.random.default_rng(7)
    >>> a, b, noise, other = rng.normal(size=(4, 1000))
    >>> result = oinfo.scan(np.column_stack([a, b, a + b + noise, other]), order=3, top=1)
    >>> tuple(result.synergistic["nplet"][0])
    (0, 1, 2)
    >>> bool(result.synergistic["o"][0] < 0)
    True

    By a measure of one's own, the share of DTC in S:

    >>> def share(tc, dtc, o, s):
    ...     return dtc / s
    >>> data = np.column_stack([a, b, a + b + noise, other])
    >>> tuple(oinfo.scan(data, rank_by=share, top=1).largest["nplet"][0])
    (0, 1, 2)
    """
    rank_by = options.get("rank_by")
    if not callable(rank_by):
        return _run("scan", data, {"order": order, **options}, on_interrupt, progress)
    return _ranked(data, _own.Own(rank_by), {"order": order, **options}, Interrupt(on_interrupt), progress)


def _ranked(data: Any, own: _own.Own, options: dict[str, Any], interrupt: Interrupt, progress: Progress | None) -> Any:
    """A scan that is ranked by a measure of one's own."""
    options = {name: value for name, value in options.items() if name != "rank_by"}
    _own_scan.check(options)
    # Ranked by anything but O-information, whose signs would be warned about.
    counted = _run("scan", data, {**options, "rank_by": "tc"}, interrupt, None)
    with teller(progress) as tell:
        return _own_scan.rank(counted, data, own, options, interrupt, tell)


def measures(data: Any, nplets: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """TC, DTC, Omega and S = TC + DTC of given n-plets, a row of ``.table`` each, in their order; NaN where one is singular.

    Args:
        data: as for :func:`scan`.
        nplets: an integer array [n-plets, order], a list of lists of column numbers (or names of a DataFrame), or a path.
        on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``; ``groups``, ``mix``, ``resume`` and ``stack`` as for :func:`scan`; and

            - ``also``: further columns: "delta3", a sum such as "0.5*tc-2*dtc", a function f(tc, dtc, o, s) of arrays [n], a list of
              them, or a dict of functions by the names of their columns.

    With two columns of correlation r, TC = DTC = -ln(1 - r^2) / 2 and Omega = 0:

    >>> import oinfo
    >>> table = oinfo.measures([[1, 0.6], [0.6, 1]], [[0, 1]], covariance=True).table
    >>> round(float(table["tc"][0]), 6), round(float(table["o"][0]), 6)
    (0.223144, 0.0)
    """
    own, options = _own_measures(options)
    result = _run("measures", data, {"nplets": nplets, **options}, on_interrupt, progress)
    for one in result if isinstance(result, list) else [result]:
        for measure in own:
            _own.also(one.json["measures"], measure)
    return result


def _own_measures(options: dict[str, Any]) -> tuple[list[_own.Own], dict[str, Any]]:
    """Functions among what is asked for also, and the options without them."""
    also = options.get("also")
    if isinstance(also, dict):
        return [_own.Own(function, name) for name, function in also.items()], {**options, "also": None}
    asked = list(also) if isinstance(also, (list, tuple)) else [also]
    own = [_own.Own(one) for one in asked if callable(one)]
    if own and options.get("out") is not None:
        raise InputError("out must not be given where also is a function; use the result's .to_json(path) or .table")
    return own, {**options, "also": [one for one in asked if not callable(one)] or None} if own else options


def search(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Large n-plets dominated by synergy or redundancy, where there are too many to scan.

    Args:
        data, on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``; ``ends``, ``groups``, ``mix``, ``resume`` and ``stack`` as for :func:`scan`; and

            - ``method``: "greedy" (from the extremes of a scan, a column at a time), "anneal" (chains of random swaps), "refine" (from given
              n-plets to the best swap, until none is better), or "random",
            - greedy: ``start_order`` (3), ``starts`` at each end (10), ``beam`` (1, n-plets that each start keeps), ``max_order`` (20),
              ``paths`` ("best" or "all", whose steps are listed), ``seeds`` ("extremes", or "pairs": from every pair of columns),
            - anneal: ``order`` (10, or a range), ``chains`` (256), ``sweeps`` (30), ``restarts`` (0), ``top`` (20),
            - refine: ``nplets``, where it begins; random: ``order`` (3) and ``count`` (100),
            - ``rank_by``: anneal and refine: as for :func:`scan`; greedy: a function f(tc, dtc, o, s) of arrays [n], called here.

    >>> import numpy as np, oinfo
    >>> data = np.random.default_rng(1).normal(size=(300, 8))
    >>> found = oinfo.search(data, starts=2, max_order=4)
    >>> set(map(int, found.table["order"])) == {3, 4}
    True
    """
    rank_by = options.get("rank_by")
    if not callable(rank_by):
        return _run("search", data, options, on_interrupt, progress)
    asked, of_scan = _own_search.settings({name: value for name, value in options.items() if name != "rank_by"})
    own, interrupt = _own.Own(rank_by), Interrupt(on_interrupt)
    seeds = _ranked(data, own, of_scan, interrupt, progress)
    with teller(progress) as tell:
        return _own_search.grow(seeds, data, own, asked, of_scan, interrupt, tell)


def target(data: Any, target: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """What groups of columns, the sources X, say about a target Y: I(X; Y), and dOmega = Omega(X, Y) - Omega(X), in nats.

    Args:
        data: as for :func:`scan`.
        target: a column by number or name, or a list of them, one after another; or an array [samples] of numbers or class labels; or a path.
        on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``, and

            - ``order``: numbers of sources, as for :func:`scan` ((2, 3)),
            - ``target_kind``: "auto", "continuous" or "class",
            - ``rank_by``: "domega", "i" or "rsi" (the redundancy-synergy index); ``top``: how many at each end (20),
            - ``permutations``: of the target, for family-wise p (at least 19); ``resume``: as for :func:`scan`.

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

    Args:
        data, on_interrupt, progress: as for :func:`scan`.
        target: columns by numbers or names; by default each in turn.
        options: those of every analysis, see ``help(oinfo)``, ``resume`` as for :func:`scan`, and

            - ``lag``: how many past values of each series are used (1),
            - ``order``: numbers of sources ((2, 3)); ``top``: how many to list at each end (5); ``rank_by``: "domega", "i" or "rsi",
            - ``method``: "exhaustive", or "greedy" up to ``max_order`` sources (10),
            - ``nplets``: of these groups alone, each member in turn as the target of the others.

    >>> import numpy as np, oinfo
    >>> x = np.random.default_rng(5).normal(size=(400, 3))
    >>> x[1:, 2] += x[:-1, 0]
    >>> result = oinfo.dynamic(x, target=2, order=2)
    >>> tuple(result.table["nplet"][0])
    (0, 1)
    """
    return _run("dynamic", data, {"target": target, **options}, on_interrupt, progress)


def null(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Are the extremes of a scan more than chance (``surrogate="shuffle"``, "shift")? More than pairwise dependence ("tree")?

    More than the number of dimensions ("spectrum")?

    Every surrogate is scanned in full: ``p_fwer`` of ``.table`` holds for the whole order.

    Args:
        data, on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``; ``stack`` and ``resume`` as for :func:`scan`; and

            - ``order``: size of the n-plets (3); ``top``: how many to test at each end (20); or ``nplets``, to test these,
            - ``surrogate``: "shuffle" for independent samples, "shift" for series, "tree", "spectrum"; ``surrogates``: how
              many (1000),
            - ``family``: what p is corrected for: all n-plets of the "order", the given "list", or a greedy "search" with its
              ``start_order``, ``starts`` and ``beam``.

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
    is their mutual information, -ln(1 - r^2) / 2; options are those of every analysis, see ``help(oinfo)``:

    >>> import oinfo
    >>> round(float(oinfo.subsets([[1, 0.6], [0.6, 1]], covariance=True).table["co_information"][0]), 6)
    0.223144
    """
    return _run("subsets", data, options if nplets is None else {"nplets": nplets, **options}, "raise", None)


def compare(data: Any, other: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Where two data sets with the same columns differ: n-plets by Omega(data) - Omega(other), with family-wise p.

    p comes from data sets whose rows were dealt out anew, ``permutations`` times (1000), each scored in full; numbers of rows may differ.
    A row of ``.table`` an n-plet.

    Args:
        data, other: each as for :func:`scan`.
        on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``, ``resume`` as for :func:`scan`, and

            - ``order`` (3), ``top`` (20, at each end), ``rank_by`` ("o", "tc", "dtc" or "s": whose differences are tested),
            - ``permutations`` (1000); ``paired``: row t of both belong together, and only these change places.

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

    Args:
        data, nplets, on_interrupt, progress: as for :func:`measures`.
        options: those of every analysis, see ``help(oinfo)``, ``resume`` as for :func:`scan`, and

            - ``resamples`` (1000), ``confidence`` (0.95), ``interval`` ("bca" or "percentile"),
            - ``block``: draw runs of so many samples, for series (1).

    >>> import numpy as np, oinfo
    >>> data = np.random.default_rng(2).normal(size=(200, 4))
    >>> table = oinfo.bootstrap(data, [[0, 1, 2]], resamples=99).table
    >>> bool((table["low"] <= table["high"]).all())
    True
    """
    return _run("bootstrap", data, {"nplets": nplets, **options}, on_interrupt, progress)


def resample(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """How much the extremes, mean and shares of a scan would differ between data sets drawn from the fitted Gaussian.

    Args:
        data, on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``, ``resume`` as for :func:`scan`, ``order`` (3), ``resamples`` (200),
            ``confidence`` (0.95), ``draw`` ("samples", estimated anew, or their "covariance" at once).

    >>> import numpy as np, oinfo
    >>> len(oinfo.resample(np.random.default_rng(2).normal(size=(200, 4)), resamples=39).table) > 0
    True
    """
    return _run("resample", data, options, on_interrupt, progress)


def curve(data: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """Smallest, mean and largest O-information against the number of samples (``sizes``), raw and bias-corrected, in nats.

    Args:
        data, on_interrupt, progress: as for :func:`scan`.
        options: those of every analysis, see ``help(oinfo)``, ``resume`` as for :func:`scan`, ``order`` (3), ``sizes`` (doubling from
            50 to all), ``repeats`` (10 subsets of each size).

    >>> import numpy as np, oinfo
    >>> table = oinfo.curve(np.random.default_rng(2).normal(size=(200, 4)), sizes=[50, 200], repeats=2).table
    >>> [int(size) for size in table["samples"]]
    [50, 200]
    """
    return _run("curve", data, options, on_interrupt, progress)


def gradients(data: Any, nplets: Any = None, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """What each member adds to its n-plet: Omega(X) - Omega(X without it), in nats.

    Args:
        data, nplets, on_interrupt, progress: as for :func:`measures`; without ``nplets`` the one of all columns.
        options: those of every analysis, see ``help(oinfo)``; ``pairs``: of pairs of members, how much of what one adds depends on the
            other; ``correlations``: how much Omega changes with the correlation of each pair.

    >>> import numpy as np, oinfo
    >>> table = oinfo.gradients(np.random.default_rng(2).normal(size=(200, 4)), [[0, 1, 2]]).table
    >>> [tuple(one) for one in table["variable"]]
    [(0,), (1,), (2,)]
    """
    return _run("gradients", data, {"nplets": nplets, **options}, on_interrupt, progress)


def local(data: Any, nplets: Any, *, on_interrupt: str = "raise", progress: Progress | None = None, **options: Any) -> Any:
    """The measures at every sample: ``.values``, float64 [samples, n-plets, 4] of tc, dtc, o, s, whose means are the measures.

    ``nplets`` are as for :func:`measures`, options those of every analysis, see ``help(oinfo)``.

    >>> import numpy as np, oinfo
    >>> oinfo.local(np.random.default_rng(2).normal(size=(200, 4)), [[0, 1, 2], [1, 2, 3]]).values.shape
    (200, 2, 4)
    """
    return _run("local", data, {"nplets": nplets, **options}, on_interrupt, progress)
