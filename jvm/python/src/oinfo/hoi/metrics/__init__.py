"""Metrics of groups of variables (multiplets), with a target and without one: ``Metric(x, y).fit(minsize, maxsize, method)``, in bits."""

from typing import Any

from ..._errors import InputError
from .base_hoi import HOIEstimator
from .encoding import RSI, GradientOinfo, InfoTot, RedundancyMMI, SynergyMMI
from .network import DTC, TC, InfoTopo, Oinfo, Sinfo

__all__ = [
    "DTC",
    "RSI",
    "TC",
    "GradientOinfo",
    "HOIEstimator",
    "InfoTopo",
    "InfoTot",
    "Oinfo",
    "RedundancyMMI",
    "Sinfo",
    "SynergyMMI",
]

_ELSEWHERE = {
    "AtomsPhiID": "keep HOI's",
    "DOtot": "use oinfo.dynamic(x), whose domega is the dynamic O-information",
    "MI": "use TC(x).fit(minsize=2, maxsize=2), the mutual information of pairs",
    "RedundancyphiID": "keep HOI's",
    "TransferEntropy": "use oinfo.dynamic(x, target=i, order=1), whose i is the transfer entropy",
}


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        raise InputError(f"a metric must be one of {', '.join(sorted(__all__))}: found {name}; {_ELSEWHERE[name]}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
