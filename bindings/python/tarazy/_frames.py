"""Data frames as columns of the engine, and back."""
import datetime
import decimal
from typing import Any, List, Tuple

import numpy as np
import pandas as pd
from pandas.api import types

from tarazy.errors import InputError, Problem

_most = np.iinfo(np.int64).max


def _refused(frame: str, place: int, name: str, what: str, remedy: str, row: int = 0) -> InputError:
    problem = Problem(frame, row, place, f"column '{name}' {what}", remedy)
    at = f"{frame}:{row}:{place}" if row else f"{frame}: column {place}"
    return InputError(f"{at}: {problem.what}; {remedy}", [problem])


def _texts(series: pd.Series) -> Tuple[Any, ...]:
    codes, levels = pd.factorize(series)
    return ("text", codes.astype(np.int32, copy=False), [str(level) for level in levels])


def _integers(series: pd.Series) -> Tuple[Any, ...]:
    if len(series) and types.is_unsigned_integer_dtype(series.dtype) and series.max() > _most:
        raise ValueError("holds an integer above 2^63 - 1")
    mask = series.isna().to_numpy()
    if not mask.any():
        return ("integer", series.to_numpy(dtype=np.int64), None)
    return ("integer", series.fillna(0).to_numpy(dtype=np.int64), mask)


def _dates(series: pd.Series) -> Tuple[Any, ...]:
    """Days as 2020-01-31, times as 2020-01-31T12:30:00."""
    there = series.dropna()
    days = bool((there.dt.normalize() == there).all())
    return _texts(series.dt.strftime("%Y-%m-%d" if days else "%Y-%m-%dT%H:%M:%S"))


def _text_of(value: Any) -> str:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return str(value)


def _objects(series: pd.Series) -> Tuple[Any, ...]:
    kind = types.infer_dtype(series, skipna=True)
    if kind in ("string", "empty"):
        return _texts(series)
    if kind in ("integer", "boolean"):
        return _integers(series)
    if kind in ("floating", "mixed-integer-float", "decimal"):
        return ("real", series.astype(float).to_numpy())
    if kind in ("datetime", "datetime64"):
        return _dates(pd.to_datetime(series))
    if kind == "bytes":
        raise ValueError("holds bytes")
    values = [None if not isinstance(value, (list, tuple)) and pd.isna(value) else value for value in series]
    if all(value is None or isinstance(value, (list, tuple)) for value in values):
        return ("list", [[str(item) for item in value or ()] for value in values])
    return _texts(pd.Series([None if value is None else _text_of(value) for value in values], dtype=object))


def _column(series: pd.Series) -> Tuple[Any, ...]:
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        if types.infer_dtype(dtype.categories) != "string":
            return _column(series.astype(dtype.categories.dtype))
        return ("text", series.cat.codes.to_numpy(dtype=np.int32), [str(level) for level in dtype.categories])
    if types.is_bool_dtype(dtype) or types.is_integer_dtype(dtype):
        return _integers(series)
    if types.is_float_dtype(dtype):
        return ("real", series.to_numpy(dtype=np.float64, na_value=np.nan))
    if types.is_datetime64_any_dtype(dtype):
        return _dates(series)
    if isinstance(dtype, pd.PeriodDtype):
        return _texts(series.astype(str).where(series.notna(), None))
    if types.is_object_dtype(dtype) or types.is_string_dtype(dtype):
        return _objects(series)
    raise ValueError(f"is of the type {dtype}")


def to_columns(frame: pd.DataFrame, name: str) -> List[Tuple[str, Tuple[Any, ...]]]:
    """The columns of a data frame, the levels of its index that have names first.

    Raises InputError where the type of a column has no counterpart, or where it holds an infinity.
    """
    named = [level for level in frame.index.names if level is not None and level not in frame.columns]
    if named:
        frame = frame.reset_index(level=named)
    columns = []
    for place, (label, series) in enumerate(frame.items(), start=1):
        try:
            column = _column(series)
        except (ValueError, TypeError, OverflowError, decimal.InvalidOperation) as error:
            raise _refused(name, place, str(label), str(error), "give numbers, texts, dates or lists of texts") from None
        if column[0] == "real":
            infinite = np.flatnonzero(np.isinf(column[1]))
            if len(infinite):
                raise _refused(name, place, str(label), "is infinite here", "write a number, or NaN where it is missing",
                               int(infinite[0]) + 1)
        columns.append((str(label), column))
    return columns


def _series(kind: str, *parts: Any) -> Any:
    if kind == "real":
        return parts[0]
    if kind == "integer":
        missing = parts[0] == np.iinfo(np.int64).min
        if not missing.any():
            return parts[0]
        return pd.arrays.IntegerArray(parts[0], missing)
    if kind == "list":
        cells = np.empty(len(parts[0]), dtype=object)
        cells[:] = parts[0]
        return cells
    codes, levels = parts
    # The code of missing, -1, is the last of these.
    return np.array([*levels, np.nan], dtype=object)[codes]


def from_columns(columns: List[Tuple[str, Tuple[Any, ...]]]) -> pd.DataFrame:
    """A data frame; its numbers are the memory of the engine's table, not copies."""
    names = [name for name, _ in columns]
    frame = pd.DataFrame({place: pd.Series(_series(*column), copy=False) for place, (_, column) in enumerate(columns)},
                         copy=False)
    frame.columns = pd.Index(names, dtype=object)
    return frame
