"""The engine: a child process that all calls share, started by the first one, started again after a crash."""

from __future__ import annotations

import atexit
import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from ._errors import EngineError, InputError
from ._folder import FOLDER
from ._interrupt import Interrupt
from ._process import PATIENCE, Process, command

Progress = Callable[[dict[str, Any]], object]

_INPUT_CODES = (-32002, -32600, -32601, -32602)


class Handle:
    """Data that an engine has loaded, or will: with the number that it gave, and what to load it by where it is another engine now."""

    def __init__(self, load: dict[str, Any]) -> None:
        self.load = load
        self.process: Process | None = None
        self.number = 0
        self.loaded: dict[str, Any] = {}


class Engine:
    """Thread-safe: calls wait for each other, as they would in the engine, where each takes all processors."""

    def __init__(self) -> None:
        self._one_call = threading.RLock()
        self._process: Process | None = None
        self._last_id = 0
        self._waiting = False
        self._unwanted: deque[Handle] = deque()

    def call(self, method: str, params: dict[str, Any], progress: Progress | None = None, interrupt: Interrupt | None = None) -> Any:
        """The result of a call, as the engine answers it.

        Ctrl-C cancels the call: KeyboardInterrupt then, or the part that is finished where ``interrupt`` says so.
        """
        with self._one_call:
            process = self._free()
            return self._ask(process, method, self._numbered(process, params), progress, interrupt)

    def hold(self, handle: Handle) -> dict[str, Any]:
        """Has data loaded; what the engine says of it."""
        with self._one_call:
            self._number(self._free(), handle)
        return handle.loaded

    def give_back(self, handle: Handle) -> None:
        """Has data forgotten. Never waits: it may be called in the midst of anything, when an object is collected."""
        self._unwanted.append(handle)
        self._unload()

    def _unload(self) -> None:
        while self._unwanted:
            handle = self._unwanted.popleft()
            process, handle.process = handle.process, None
            if process is None or process is not self._process:
                continue
            message = {"jsonrpc": "2.0", "id": f"unload {handle.number}", "method": "unload", "params": {"data": {"handle": handle.number}}}
            if not process.send_now(json.dumps(message)):
                handle.process = process
                self._unwanted.append(handle)
                return

    def _numbered(self, process: Process, value: Any) -> Any:
        """Handles by the numbers that this engine knows."""
        if isinstance(value, Handle):
            return {"handle": self._number(process, value)}
        if isinstance(value, dict):
            return {key: self._numbered(process, one) for key, one in value.items()}
        return [self._numbered(process, one) for one in value] if isinstance(value, list) else value

    def _number(self, process: Process, handle: Handle) -> int:
        if handle.process is not process:
            answer = self._ask(process, "load", handle.load, None, None)
            handle.number, handle.loaded, handle.process = answer["handle"], answer["loaded"][-1], process
        return handle.number

    def _ask(self, process: Process, method: str, params: dict[str, Any], progress: Progress | None, interrupt: Interrupt | None) -> Any:
        self._last_id += 1
        message = {"jsonrpc": "2.0", "id": self._last_id, "method": method, "params": params}
        try:
            line = json.dumps(message, allow_nan=False)
        except (TypeError, ValueError) as e:
            raise InputError(f"every option must be a text, a finite number, true or false, or a list of them: {e}") from e
        self._unload()
        process.answers.clear()
        self._waiting = True
        try:
            process.send(line)
            return self._answer(process, progress, interrupt)
        finally:
            if self._waiting:
                self._waiting = False
                self._abandon(process)

    def _answer(self, process: Process, progress: Progress | None, interrupt: Interrupt | None) -> Any:
        while True:
            try:
                answer = process.answers.get(self._last_id) or process.answers.get(None)
                if answer is not None:
                    self._waiting = False
                    return result_of(answer)
                told = process.receive()
                if told is not None and progress is not None:
                    progress(told)
            except KeyboardInterrupt:
                if interrupt is None or not interrupt.taken():
                    raise
                process.send(self._cancellation())

    def _abandon(self, process: Process) -> None:
        """The call has ended without its answer, and the engine must be free for the next one."""
        deadline = time.monotonic() + PATIENCE
        try:
            process.send(self._cancellation())
            while self._last_id not in process.answers and time.monotonic() < deadline:
                process.receive()
        except EngineError:
            self.close(kill=True)
            return
        if self._last_id not in process.answers:
            self.close(kill=True)

    def _cancellation(self) -> str:
        return json.dumps({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": self._last_id}})

    def _free(self) -> Process:
        """An engine that waits for a call."""
        if self._waiting:
            raise InputError("progress must not call the engine, which is busy with the call it tells of; note it, and call later")
        return self._started()

    def _started(self) -> Process:
        if self._process is None or not self._process.alive():
            self.close()
            self._process = Process(command())
        return self._process

    def close(self, kill: bool = False) -> None:
        """Ends the engine; the next call starts another one."""
        process, self._process = self._process, None
        if process is not None:
            process.end(kill)

    def forget(self) -> None:
        """In a process that was forked: the engine belongs to another one."""
        if self._process is not None:
            self._process.forget()
        self.__init__()  # type: ignore[misc]


def result_of(message: dict[str, Any]) -> Any:
    """What the engine answered, or the exception that it stands for."""
    error = message.get("error")
    if error is None:
        return message["result"]
    if error["code"] in _INPUT_CODES:
        raise InputError(error["message"], error["code"])
    raise EngineError(error["message"], error.get("data", {}).get("kind", "failed"), error["code"])


ENGINE = Engine()


def _close() -> None:
    ENGINE.close()
    FOLDER.close()


def _forget() -> None:
    ENGINE.forget()
    FOLDER.forget()


atexit.register(_close)
os.register_at_fork(after_in_child=_forget)
