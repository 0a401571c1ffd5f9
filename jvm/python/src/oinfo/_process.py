"""A running engine: how it is started, what is sent, what comes back, how it ends."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import IO, Any

import oinfo_program

from ._errors import EngineError

PATIENCE = 2.0
"""Seconds that a cancelled call has before its engine is ended."""

_GLANCE = 1.0
"""Seconds after which one looks for an answer without having been told of it."""

_END: dict[str, Any] = {}
"""Comes last from an engine."""


def command() -> list[str]:
    """How the engine is started: $OINFO, the image or the checkout that this package is in, or oinfo on PATH."""
    given = os.environ.get("OINFO")
    if given:
        return [*shlex.split(given), "worker"]
    found = oinfo_program.path() or shutil.which("oinfo")
    if found is None:
        raise EngineError("the program oinfo must be found: it is not on PATH; put it there, or set OINFO to it")
    return [found, "worker"]


class Process:
    """A running engine. Threads of its own read what it says, so that Ctrl-C never cuts a line in two."""

    def __init__(self, words: list[str]) -> None:
        try:
            # A session of its own: Ctrl-C in a terminal comes to this process alone, which then sends the cancellation.
            self._child = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, start_new_session=True
            )
        except OSError as e:
            raise EngineError(f"the engine must be a program that can be started: {words[0]}, {e.strerror}; see OINFO") from e
        # By the ids of their calls, not in the queue: an interruption may come between taking one out and looking at it.
        # A line that is too long is answered without one.
        self.answers: dict[int | None, dict[str, Any]] = {}
        self._told: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._sending = threading.Lock()
        self._said: deque[str] = deque(maxlen=20)
        self._threads = [_thread(self._read), _thread(self._listen)]

    def _read(self) -> None:
        # A buffered reader: lines may be megabytes.
        for line in open(_pipe(self._child.stdout).fileno(), "rb", closefd=False):
            if not line.startswith(b"{"):
                # Java itself may say something there, where it is told to record or trace.
                self._say(line.decode(errors="replace"))
                continue
            message = json.loads(line)
            if "method" in message:
                self._told.put(message["params"])
            else:
                self.answers[message["id"]] = message
                self._told.put(None)
        self._told.put(_END)

    def _listen(self) -> None:
        """Passes on what the engine says besides: that it is being built, for instance."""
        for line in open(_pipe(self._child.stderr).fileno(), encoding="utf-8", errors="replace", closefd=False):
            self._say(line)

    def _say(self, line: str) -> None:
        self._said.append(line.rstrip())
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(line)

    def send(self, line: str) -> None:
        try:
            with self._sending:
                self._write(line)
        except (BrokenPipeError, ValueError) as e:
            raise self._ended() from e

    def send_now(self, line: str) -> bool:
        """Sends a short line unless another is being sent; that the engine has ended will be told to the next call."""
        if not self._sending.acquire(blocking=False):
            return False
        try:
            self._write(line)
        except (OSError, ValueError):
            pass
        finally:
            self._sending.release()
        return True

    def _write(self, line: str) -> None:
        rest = memoryview(line.encode() + b"\n")
        while rest:
            rest = rest[_pipe(self._child.stdin).write(rest) :]

    def receive(self) -> dict[str, Any] | None:
        """What is told of progress; None where there may be an answer."""
        try:
            told = self._told.get(timeout=_GLANCE)
        except queue.Empty:
            return None
        if told is _END:
            self._told.put(_END)
            raise self._ended()
        return told

    def _ended(self) -> EngineError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(PATIENCE)
        self._threads[1].join(PATIENCE)
        last = self._said[-1] if self._said else "it said nothing"
        return EngineError(
            f"the engine must not end before its answer: it ended with code {self._child.returncode}; {last};"
            " the next call starts another one"
        )

    def alive(self) -> bool:
        return self._child.poll() is None

    def end(self, kill: bool) -> None:
        if not kill:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                _pipe(self._child.stdin).close()
                self._child.wait(PATIENCE)
        if self.alive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait()
        for thread in self._threads:
            thread.join(PATIENCE)
        self._close()

    def forget(self) -> None:
        self._close()
        # Not a child of this process: there is nothing to wait for.
        self._child.returncode = 0

    def _close(self) -> None:
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            with contextlib.suppress(OSError):
                _pipe(pipe).close()


def _thread(target: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=target, name="oinfo", daemon=True)
    thread.start()
    return thread


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
