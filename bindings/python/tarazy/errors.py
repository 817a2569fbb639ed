"""What can go wrong, as exceptions."""
from typing import Iterable, List, NamedTuple, Optional


class Problem(NamedTuple):
    """One thing wrong with an input, and how to mend it.

    ``file`` is a path, or ``<votes>`` for the data frame that was given as ``votes``. ``line`` counts lines of a file and
    rows of a data frame, from 1; 0 is no particular one. ``column`` counts columns, from 1.
    """

    file: str
    line: int
    column: int
    what: str
    remedy: str


class TarazyError(Exception):
    """All errors of tarazy."""


class UsageError(TarazyError, ValueError):
    """An argument that there is not, or that does not fit another (exit status 2 of the program)."""


class InputError(TarazyError, ValueError):
    """The data cannot be used as they are (exit status 3). All problems are in ``problems``; the other attributes are
    those of the first one."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems: List[Problem] = list(problems)
        first = self.problems[0] if self.problems else Problem("", 0, 0, message, "")
        self.file: str = first.file
        self.line: Optional[int] = first.line or None
        self.column: Optional[int] = first.column or None
        self.what: str = first.what
        self.remedy: str = first.remedy

    def __reduce__(self):  # exceptions travel between processes
        return (InputError, (str(self), self.problems))


class FileError(TarazyError, OSError):
    """A file could not be read or written (exit status 4)."""


class LimitError(TarazyError, RuntimeError):
    """A limit of size, time or steps was reached (exit status 5)."""


class EngineError(TarazyError, RuntimeError):
    """A bug of tarazy (exit status 70). Please report it with the call."""


class TarazyWarning(UserWarning):
    """What the program says as a warning."""
