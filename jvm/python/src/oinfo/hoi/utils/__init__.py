"""Before and after a metric: bins, scales, landscapes, the best multiplets."""

from .stats import digitize, get_nbest_mult, landscape, normalize

__all__ = ["digitize", "get_nbest_mult", "landscape", "normalize"]
