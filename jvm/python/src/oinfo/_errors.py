"""What can go wrong, each with one line that says what must hold, what was found and what to do."""

from __future__ import annotations


class OinfoError(Exception):
    """Anything that this package raises.

    ``kind`` is ``input``, ``unavailable``, ``interrupted``, ``failed`` or ``engine``; ``code`` the engine's number for it, 0 where the
    engine was not asked.
    """

    def __init__(self, message: str, kind: str, code: int = 0) -> None:
        super().__init__(message)
        self.kind = kind
        self.code = code


class InputError(OinfoError, ValueError):
    """The data or the options cannot be used."""

    def __init__(self, message: str, code: int = 0) -> None:
        super().__init__(message, "input", code)


class EngineError(OinfoError, RuntimeError):
    """The engine cannot be started, has ended in the middle of a call, or could not do what it was asked."""

    def __init__(self, message: str, kind: str = "engine", code: int = 0) -> None:
        super().__init__(message, kind, code)


class OinfoWarning(UserWarning):
    """What one should know before reading a result; also in ``Result.warnings``, with its figures."""


class DifferenceWarning(OinfoWarning):
    """Something is done otherwise than in the package whose names are used (``oinfo.thoi``, ``oinfo.hoi``); said once."""
