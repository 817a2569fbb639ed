"""Tarazy weighs how a state keeps its balance between great powers.

Every command of the program ``tarazy`` is a function here, in the module of its noun: ``tarazy align similarity`` is
``tarazy.align.similarity``. Options have their names with underscores. Where a command reads a table, give a path or a
pandas data frame; a result that is a table comes as a data frame.
"""
from tarazy._call import Nested, NestedList, Text, version as __version__
from tarazy.errors import (
    EngineError,
    FileError,
    InputError,
    LimitError,
    Problem,
    TarazyError,
    TarazyWarning,
    UsageError,
)
from tarazy import commands as _commands
from tarazy.commands import *  # noqa: F401,F403

__all__ = [
    "EngineError",
    "FileError",
    "InputError",
    "LimitError",
    "Nested",
    "NestedList",
    "Problem",
    "TarazyError",
    "TarazyWarning",
    "Text",
    "UsageError",
    "__version__",
] + _commands.__all__
