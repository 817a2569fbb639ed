"""How a function of the package becomes a command, and what the command gives a value of Python."""
import datetime
import json
import os
import sys
import warnings
from types import FrameType
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

import numpy as np
import pandas as pd

from tarazy import _engine, _frames, errors

version: str = _engine.version

_One = Union[str, "os.PathLike[str]", int, float, datetime.date, pd.DataFrame]
#: What a parameter takes that is a text on the command line: texts, paths, numbers, data frames, and several of them.
#: A dict stands for NAME=VALUE.
Value = Union[_One, Sequence[_One], Mapping[str, Union[_One, Sequence[_One]]]]
#: A data frame, Nested, NestedList or Text, or None where everything went to a file.
Result = Any


class Nested(dict):
    """A nested result. ``attrs`` holds notes, warnings and what was run; ``table`` the same as a data frame, where there
    is one."""

    attrs: Dict[str, Any]
    table: Optional[pd.DataFrame] = None


class NestedList(list):
    """The same, where the result is a list."""

    attrs: Dict[str, Any]
    table: Optional[pd.DataFrame] = None


class Text(str):
    """A result that is a text, with ``attrs``."""

    attrs: Dict[str, Any]


def _several(value: Any) -> bool:
    return isinstance(value, (list, tuple, set, frozenset, range, np.ndarray, pd.Series, pd.Index))


class _Arguments:
    """The words of a command line, and the data frames that stand in it by name."""

    def __init__(self, path: Sequence[str]) -> None:
        self.words: List[str] = list(path)
        self.frames: Dict[str, List[Tuple[str, Any]]] = {}

    def _frame(self, frame: pd.DataFrame, name: str) -> str:
        key, number = f"<{name}>", 1
        while key in self.frames:
            number += 1
            key = f"<{name}.{number}>"
        self.frames[key] = _frames.to_columns(frame, key)
        return key

    def _text(self, value: Any, name: str) -> str:
        if isinstance(value, pd.DataFrame):
            return self._frame(value, name)
        if isinstance(value, (bool, np.bool_)) or value is None:
            raise errors.UsageError(f"{name}: give a text, a number, a path or a data frame, not {value!r}")
        if isinstance(value, (int, np.integer)):
            return str(int(value))
        if isinstance(value, (float, np.floating)):
            return repr(float(value)).removesuffix(".0")
        if isinstance(value, datetime.datetime) and value.time() == datetime.time():
            return value.date().isoformat()
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, (str, os.PathLike)):
            return os.fspath(value)
        raise errors.UsageError(f"{name}: give a text, a number, a path or a data frame, not a {type(value).__name__}")

    def texts(self, value: Any, name: str, arity: str) -> List[str]:
        """The value as one word or several. Where the command takes one, several are written with commas."""
        if isinstance(value, Mapping):
            texts = []
            for key, part in value.items():
                items = list(part) if _several(part) else [part]
                texts.append(f"{key}=" + "+".join(self._text(item, f"{name}.{key}") for item in items))
        elif _several(value):
            texts = [self._text(item, name) for item in value]
        else:
            return [self._text(value, name)]
        if arity == "many" or not texts:
            return texts
        if any(text in self.frames for text in texts) and len(texts) > 1:
            raise errors.UsageError(f"{name}: takes one table, not {len(texts)}")
        return [",".join(texts)]

    def add(self, name: str, option: str, arity: str, value: Any) -> None:
        if arity == "flag":
            if not isinstance(value, (bool, np.bool_)):
                raise errors.UsageError(f"{name}: give True or False, not {value!r}")
            if value:
                self.words.append(option)
            return
        for text in self.texts(value, name.rstrip("_"), arity):
            if not option:
                self.words.append(text)
            elif text:
                self.words.append(f"{option}={text}")
            else:
                self.words += [option, ""]


def _raise(answer: Dict[str, Any]) -> None:
    kind, message = answer["failure"], answer["message"]
    if kind == "input":
        raise errors.InputError(message, [errors.Problem(*problem) for problem in answer["problems"]])
    if kind == "interrupted":
        raise KeyboardInterrupt(message)
    kinds = {"usage": errors.UsageError, "file": errors.FileError, "limit": errors.LimitError}
    raise kinds.get(kind, errors.EngineError)(message)


def _caller() -> int:
    """How far above is the line that called the package, for the warnings."""
    here, depth = os.path.dirname(os.path.abspath(__file__)), 1
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None and os.path.abspath(frame.f_code.co_filename).startswith(here + os.sep):
        frame, depth = frame.f_back, depth + 1
    return depth


def _value(answer: Dict[str, Any], arguments: _Arguments, as_json: bool) -> Result:
    attrs = {
        "command": " ".join(["tarazy", *arguments.words]),
        "version": version,
        "status": answer["status"],
        "notes": answer["notes"],
        "warnings": answer["warnings"],
        "told": answer["told"],
    }
    table = None
    if "columns" in answer:
        table = _frames.from_columns(answer["columns"])
        table.attrs.update(attrs)
    document = json.loads(answer["json"]) if "json" in answer else None
    if table is not None and not as_json:
        if document is not None:
            table.attrs["nested"] = document["result"]
        return table
    if document is None:
        if "text" not in answer:
            return table
        text = Text(answer["text"])
        text.attrs = attrs
        return text
    result = document["result"]
    if not isinstance(result, (dict, list)):
        result = [result]
    nested: Union[Nested, NestedList] = Nested(result) if isinstance(result, dict) else NestedList(result)
    nested.attrs = {**attrs, "inputs": document["tarazy"]["inputs"], "seed": document["tarazy"]["seed"]}
    nested.table = table
    return nested


def call(path: Sequence[str], parameters: Sequence[Tuple[str, str, str]], values: Mapping[str, Any]) -> Result:
    """Runs the command ``path`` with the values of the parameters (name, option, arity) and gives its result."""
    arguments = _Arguments(path)
    for name, option, arity in parameters:
        if values[name] is not None:
            arguments.add(name, option, arity, values[name])
    answer = _engine.run(arguments.words, arguments.frames)
    if answer["failure"] is not None:
        _raise(answer)
    for warning in answer["warnings"]:
        warnings.warn(warning, errors.TarazyWarning, stacklevel=_caller())
    return _value(answer, arguments, values.get("format") == "json")
