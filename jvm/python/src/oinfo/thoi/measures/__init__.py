"""TC, DTC, O and S of n-plets by the Gaussian copula, on average and at every sample."""

from . import gaussian_copula, gaussian_copula_hot_encoded, gaussian_copula_local

__all__ = ["gaussian_copula", "gaussian_copula_hot_encoded", "gaussian_copula_local"]
