"""Methods to estimate entropies, as options of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers import said

_ELSEWHERE = {
    "histogram": "digitize x and say method='binning'",
    "kernel": "say method='gc', or use oinfo.scan(x, estimator='knn')",
    "knn": "use oinfo.scan(x, estimator='knn'), another estimator by nearest neighbours, which has one radius for all entropies",
}


@dataclass(frozen=True)
class Method:
    """How entropies are estimated.

    Attributes:
        name: HOI's.
        options: the engine's.
        corrected: whether Gaussian entropies are less their bias.
        unit: what nats are divided by.
    """

    name: str
    options: dict[str, Any]
    corrected: bool
    unit: float


def method_of(name: Any, data: list[np.ndarray[Any, Any]], corrected: bool, more: dict[str, Any]) -> Method:
    """The method of a name, with its own arguments; refuses what is not here.

    Args:
        corrected: whether ``gc`` corrects the bias where ``biascorrect`` is not given.
    """
    rest = dict(more)
    if callable(name):
        raise InputError("method must be gc, gauss or binning: found a function, which the engine cannot call; keep HOI's for it")
    if name == "gc":
        rest.pop("copnorm", None)
        method = _copula(data, bool(rest.pop("biascorrect", corrected)))
    elif name == "gauss":
        _say_centred(data)
        method = Method(name, {"estimator": "gaussian"}, False, np.log(2))
    elif name == "binning":
        method = _counts(data, float(rest.pop("base", 2)))
    else:
        raise InputError(f"method must be gc, gauss or binning: found {name!r}" + (f"; {_ELSEWHERE[name]}" if name in _ELSEWHERE else ""))
    if rest:
        raise InputError(f"method {name} must have arguments that it knows: found {', '.join(rest)}")
    return method


def _copula(data: list[np.ndarray[Any, Any]], corrected: bool) -> Method:
    said.ties("HOI", data)
    return Method("gc", {"bias-correct": corrected}, corrected, np.log(2))


def _counts(data: list[np.ndarray[Any, Any]], base: float) -> Method:
    if data[0].dtype.kind not in "iu":
        raise InputError(f"data of method binning must be whole numbers: found {data[0].dtype}; x = digitize(x, n_bins) makes them")
    return Method("binning", {"estimator": "discrete"}, False, float(np.log(base)))


def _say_centred(data: list[np.ndarray[Any, Any]]) -> None:
    if any((np.abs(one.mean(axis=0)) > 1e-6 * one.std(axis=0)).any() for one in data):
        said.once(
            "hoi-gauss", "method gauss takes covariances about the mean: HOI takes products about 0, so its values differ where means do"
        )
