"""Data frames as columns of the engine, and back."""
import datetime
import decimal
from typing import Any, Dict, List, Optional, Tuple

import numpy as np
import pandas as pd
from pandas.api import types

from tarazy.errors import InputError, Problem

_most = np.iinfo(np.int64).max
_wanted = "give numbers, texts, dates or lists of texts"


class _Refusal(ValueError):
    """What is wrong with a column, in the row, counted from 1, where that is of a row."""

    def __init__(self, what: str, row: int = 0) -> None:
        super().__init__(what)
        self.row = row


def _refused(frame: str, place: int, name: str, what: str, remedy: str, row: int = 0) -> InputError:
    problem = Problem(frame, row, place, f"column '{name}' {what}", remedy)
    at = f"{frame}:{row}:{place}" if row else f"{frame}: column {place}"
    return InputError(f"{at}: {problem.what}; {remedy}", [problem])


def _fault_of_text(text: str) -> Optional[str]:
    if "\0" in text:
        return "holds a NUL character"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "holds half a character (a lone surrogate), which no file can keep"
    return None


def _texts_by_code(codes: Any, levels: List[str]) -> Tuple[Any, ...]:
    for code, level in enumerate(levels):
        fault = _fault_of_text(level)
        if fault and (codes == code).any():
            raise _Refusal(fault, int(np.argmax(codes == code)) + 1)
    return ("text", codes.astype(np.int32, copy=False), levels)


def _texts(series: pd.Series) -> Tuple[Any, ...]:
    codes, levels = pd.factorize(series)
    return _texts_by_code(codes, [str(level) for level in levels])


def _integers(series: pd.Series) -> Tuple[Any, ...]:
    plain = isinstance(series.dtype, np.dtype) and series.dtype.kind in "iub"
    mask = np.zeros(len(series), dtype=bool) if plain else series.isna().to_numpy()
    missing = not plain and bool(mask.any())
    given = series[~mask].to_numpy() if missing else series.to_numpy()
    # As integers of Python: numpy compares unsigned with signed numbers as floats, in which 2^63 and 2^63 - 1 are one.
    # The least integer is the engine's mark of a missing cell.
    if len(given) and given.dtype.itemsize == 8 and (int(given.max()) > _most or int(given.min()) < -_most):
        row = next(row for row, value in enumerate(series, start=1)
                   if not pd.isna(value) and not -_most <= int(value) <= _most)
        raise _Refusal("holds an integer beyond 2^63 - 1", row)
    if not missing:
        return ("integer", given.astype(np.int64, copy=False), None)
    values = np.zeros(len(series), dtype=np.int64)
    values[~mask] = given.astype(np.int64)
    return ("integer", values, mask)


def _dates(series: pd.Series) -> Tuple[Any, ...]:
    """Days as 2020-01-31, times as 2020-01-31T12:30:00."""
    there = series.dropna()
    days = bool((there.dt.normalize() == there).all())
    return _texts(series.dt.strftime("%Y-%m-%d" if days else "%Y-%m-%dT%H:%M:%S"))


def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple, np.ndarray))


def _text_of(value: Any, row: int) -> str:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if not isinstance(value, (str, bool, int, float, np.generic, decimal.Decimal)):
        raise _Refusal(f"holds a {type(value).__name__}", row)
    return str(value)


def _times(values: List[Any]) -> Tuple[Any, ...]:
    """Of any year, while those of pandas end at 1677 and 2262."""
    days = all(value is None or not isinstance(value, datetime.datetime) or value.time() == datetime.time()
               for value in values)
    return _texts(pd.Series([None if value is None else value.strftime("%Y-%m-%d").rjust(10, "0") if days
                             else value.isoformat(timespec="seconds") for value in values], dtype=object))


def _objects(series: pd.Series) -> Tuple[Any, ...]:
    kind = types.infer_dtype(series, skipna=True)
    if kind in ("string", "empty"):
        return _texts(series)
    if kind in ("integer", "boolean"):
        return _integers(series)
    if kind in ("floating", "mixed-integer-float", "decimal"):
        return ("real", series.astype(float).to_numpy())
    if kind == "bytes":
        raise _Refusal("holds bytes")
    values = [None if types.is_scalar(value) and pd.isna(value) else value for value in series]
    if kind == "datetime" and all(value is None or isinstance(value, datetime.datetime) for value in values):
        return _times(values)
    if kind in ("datetime", "datetime64"):
        return _dates(pd.to_datetime(series))
    if all(value is None or _is_list(value) for value in values):
        lists = [[] if value is None else [str(item) for item in value] for value in values]
        for row, items in enumerate(lists, start=1):
            fault = next(filter(None, map(_fault_of_text, items)), None)
            if fault:
                raise _Refusal(fault, row)
        return ("list", lists)
    return _texts(pd.Series([None if value is None else _text_of(value, row)
                             for row, value in enumerate(values, start=1)], dtype=object))


def _column(series: pd.Series) -> Tuple[Any, ...]:
    if isinstance(series.dtype, pd.SparseDtype):
        series = series.sparse.to_dense()
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        if types.infer_dtype(dtype.categories) != "string":
            # Integers and truth values have no place for a missing cell of their own.
            missing = series.isna().any() and dtype.categories.dtype.kind in "iub"
            return _column(series.astype(object if missing else dtype.categories.dtype))
        return _texts_by_code(series.cat.codes.to_numpy(dtype=np.int32), [str(level) for level in dtype.categories])
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


def _name_of(label: Any, frame: str, place: int) -> str:
    """The label of a column as a text: 1990 and 1990.0 are `1990`."""
    if isinstance(label, tuple):
        raise _refused(frame, place, str(label), "has a name of several levels",
                       'join them: frame.columns = ["_".join(map(str, name)) for name in frame.columns]')
    if label is None or (types.is_scalar(label) and pd.isna(label)) or label == "":
        raise _refused(frame, place, "", "has no name", "name it: frame.columns = [..]")
    if isinstance(label, (float, np.floating)) and float(label).is_integer():
        return str(int(label))
    if isinstance(label, (datetime.date, datetime.datetime)):
        return label.isoformat().replace("T00:00:00", "")
    name = str(label)
    fault = _fault_of_text(name)
    if fault:
        raise _refused(frame, place, name.encode("ascii", "backslashreplace").decode(), fault, "give it another name")
    return name


def _with_index(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The levels of the index that have names as the first columns."""
    levels = [level for level in frame.index.names if level is not None]
    for place, level in enumerate(levels, start=1):
        again = level in levels[:place - 1]
        both = level in frame.columns and not again
        same = both and frame.columns.to_list().count(level) == 1 and frame[level].equals(
            pd.Series(frame.index.get_level_values(level), index=frame.index, name=level))
        if again or (both and not same):
            raise _refused(name, place, str(level), "is both a level of the index and a column" if both
                           else "is the name of two levels of the index", "rename one: frame.rename_axis(index=..)")
    named = [level for level in levels if level not in frame.columns]
    return frame.reset_index(level=named) if named else frame


def to_columns(frame: pd.DataFrame, name: str) -> List[Tuple[str, Tuple[Any, ...]]]:
    """The columns of a data frame, the levels of its index that have names first.

    Raises InputError where the type of a column has no counterpart, where it holds an infinity, and where columns have
    no names or the same one.
    """
    frame = _with_index(frame, name)
    if frame.shape[1] == 0:
        problem = Problem(name, 0, 0, "the data frame has no columns", "give one with a column at least")
        raise InputError(f"{name}: {problem.what}; {problem.remedy}", [problem])
    columns: List[Tuple[str, Tuple[Any, ...]]] = []
    places: Dict[str, int] = {}
    for place, (label, series) in enumerate(frame.items(), start=1):
        text = _name_of(label, name, place)
        if places.setdefault(text, place) != place:
            raise _refused(name, place, text, f"stands already at column {places[text]}", "give each column another name")
        try:
            column = _column(series)
        except _Refusal as refusal:
            raise _refused(name, place, text, str(refusal), _wanted, refusal.row) from None
        except (ValueError, TypeError, OverflowError, decimal.InvalidOperation) as error:
            raise _refused(name, place, text, str(error), _wanted) from None
        if column[0] == "real":
            infinite = np.flatnonzero(np.isinf(column[1]))
            if len(infinite):
                raise _refused(name, place, text, "is infinite here", "write a number, or NaN where it is missing",
                               int(infinite[0]) + 1)
        columns.append((text, column))
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
