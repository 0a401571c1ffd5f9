"""What Ctrl-C does to a call, or to several that belong together."""

from __future__ import annotations

from ._errors import InputError

_WORDS = ("raise", "return")


class Interrupt:
    """Raises KeyboardInterrupt, or has what is finished returned; then later calls of the same analysis are to know that it came."""

    def __init__(self, on_interrupt: str = "raise") -> None:
        if on_interrupt not in _WORDS:
            raise InputError(f"on_interrupt must be raise or return: found {on_interrupt!r}")
        self._returns = on_interrupt == "return"
        self.came = False
        """Whether Ctrl-C came: even where the answer was whole by then, what follows it is not to begin."""

    def taken(self) -> bool:
        """Where KeyboardInterrupt was caught: whether to go on with what is finished. If not, as at a second one, it is to be raised again."""
        taken = self._returns and not self.came
        self.came = True
        return taken
