"""Data whose character is known."""

from .simulate_hoi_gauss import simulate_hoi_gauss

__all__ = ["simulate_hoi_gauss"]
