"""Pictures, by matplotlib."""

from .landscape import plot_landscape

__all__ = ["plot_landscape"]
