"""A folder for the arrays of this process: in memory where that can be, of this user alone, gone with the process."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from typing import IO

from ._errors import EngineError

_MEMORY = "/dev/shm"
_LOCK = "lock"
_PREFIX = "oinfo-"


class Folder:
    """Holds a lock on its folder while the process lives; the next one removes folders that nobody holds."""

    def __init__(self) -> None:
        self._paths: dict[str, tuple[str, IO[str]]] = {}
        self._guard = threading.Lock()
        self._count = 0

    def file(self, name: str, size: int) -> str:
        """A path for a new file of about so many bytes."""
        base = self._base(size)
        with self._guard:
            if base not in self._paths:
                self._paths[base] = _create(base)
            self._count += 1
            return os.path.join(self._paths[base][0], f"{self._count}-{name}")

    @staticmethod
    def _base(size: int) -> str:
        """The memory, unless the file would fill it."""
        usual = tempfile.gettempdir()
        if os.path.isdir(_MEMORY) and os.access(_MEMORY, os.W_OK) and _free(_MEMORY) > 1.2 * size:
            return _MEMORY
        if _free(usual) < size:
            raise EngineError(
                f"the array must fit into {_MEMORY} or {usual}: found {_free(usual) >> 20} MB free for {size >> 20} MB;"
                " make room, set TMPDIR, or give the path of a file"
            )
        return usual

    def close(self) -> None:
        """Removes everything."""
        with self._guard:
            for path, lock in self._paths.values():
                shutil.rmtree(path, ignore_errors=True)
                lock.close()
            # Processes that were forked and killed, as those of a pool are, leave theirs.
            for base in self._paths:
                _sweep(base)
            self._paths.clear()

    def forget(self) -> None:
        """In a process that was forked: the folder belongs to another one."""
        for _, lock in self._paths.values():
            lock.close()
        self._paths = {}
        self._guard = threading.Lock()


def _free(path: str) -> int:
    room = os.statvfs(path)
    return room.f_bavail * room.f_frsize


def _create(base: str) -> tuple[str, IO[str]]:
    _sweep(base)
    try:
        path = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=base)
        # The lock appears when it is held: a folder without one is being made.
        lock = open(os.path.join(path, _LOCK + ".new"), "w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.rename(lock.name, os.path.join(path, _LOCK))
    except OSError as e:
        raise EngineError(f"a folder for arrays must be made in {base}: {e.strerror}; set TMPDIR to another") from e
    return path, lock


def _sweep(base: str) -> None:
    """Removes what processes left behind that were killed."""
    for entry in os.scandir(base):
        if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False) and _is_ours(entry):
            with contextlib.suppress(OSError), open(os.path.join(entry.path, _LOCK)) as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(entry.path, ignore_errors=True)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    with contextlib.suppress(OSError):
        return entry.stat(follow_symlinks=False).st_uid == os.getuid()
    return False


@contextlib.contextmanager
def removed(paths: list[str]) -> Iterator[None]:
    """Removes files and folders at the end, whatever happens."""
    try:
        yield
    finally:
        for path in paths:
            with contextlib.suppress(OSError):
                shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)


FOLDER = Folder()
