"""Data frames on their way in and out."""
import datetime

import numpy as np
import pandas as pd
import pytest

import tarazy


def through(frame, **options):
    """The frame as the engine has it."""
    return tarazy.data.convert(frame, "-", **options)


def test_numbers_come_back_as_they_went():
    frame = pd.DataFrame({"whole": [1, 2**53 + 1, -5], "real": [0.1 + 0.2, 1e-300, np.nan]})
    back = through(frame)
    assert back["whole"].dtype == np.int64
    assert back["whole"].tolist() == [1, 2**53 + 1, -5]
    assert back["real"].tolist()[:2] == [0.1 + 0.2, 1e-300], "all digits"
    assert np.isnan(back["real"][2])


def test_integers_with_gaps_are_nullable_integers():
    back = through(pd.DataFrame({"year": pd.array([1992, None, 2001], dtype="Int64")}))
    assert str(back["year"].dtype) == "Int64"
    assert back["year"].isna().tolist() == [False, True, False]
    assert back["year"][2] == 2001


def test_texts_categories_and_dates():
    frame = pd.DataFrame(
        {
            "text": ["NA", None, "Қазақстан"],
            "category": pd.Categorical(["b", None, "a"], categories=["a", "b"]),
            "day": pd.to_datetime(["2020-01-31", None, "1992-03-02"]),
            "time": pd.to_datetime(["2020-01-31 12:30", None, "1992-03-02"]),
            "date": [datetime.date(2020, 1, 31), None, datetime.date(1992, 3, 2)],
            "flag": [True, False, True],
            "period": pd.PeriodIndex(["2020-01", "2020-02", "2020-03"], freq="M"),
        }
    )
    back = through(frame)
    assert back["text"].tolist()[0] == "NA" and back["text"].isna().tolist() == [False, True, False]
    assert back["text"][2] == "Қазақстан"
    assert back["category"].tolist()[0::2] == ["b", "a"]
    assert back["day"].tolist()[0::2] == ["2020-01-31", "1992-03-02"]
    assert back["time"].tolist()[0] == "2020-01-31T12:30:00"
    assert back["date"].tolist()[0] == "2020-01-31"
    assert back["flag"].tolist() == [1, 0, 1]
    assert back["period"].tolist() == ["2020-01", "2020-02", "2020-03"]


@pytest.mark.parametrize("dtype", ["int8", "uint16", "int32", "float32", "Float64", "Int32", "boolean"])
def test_narrow_numbers_are_widened(dtype):
    back = through(pd.DataFrame({"x": pd.array([0, 1, 1], dtype=dtype)}))
    assert back["x"].tolist() == [0, 1, 1]


def test_objects_that_are_numbers_become_numbers():
    back = through(pd.DataFrame({"x": np.array([1, None, 3], dtype=object), "y": np.array([1.5, None, 2], dtype=object)}))
    assert str(back["x"].dtype) == "Int64"
    assert back["y"].dtype == np.float64


def test_an_index_with_a_name_is_a_column():
    frame = pd.DataFrame({"ccode": [2, 365], "x": [1.5, 2.5]}).set_index("ccode")
    assert list(through(frame).columns) == ["ccode", "x"]
    assert list(through(frame.reset_index(drop=True)).columns) == ["x"]


def test_rows_in_another_order_and_slices_are_read_right():
    frame = pd.DataFrame({"x": np.arange(20)})[::-2]
    assert through(frame)["x"].tolist() == list(range(19, 0, -2))
    wide = pd.DataFrame(np.arange(12.0).reshape(4, 3), columns=["a", "b", "c"])
    assert through(wide)["b"].tolist() == [1, 4, 7, 10]


def test_numbers_that_come_out_are_the_memory_of_the_engine():
    back = through(pd.DataFrame({"x": np.arange(5), "y": np.arange(5) / 3}))
    for name in ("x", "y"):
        values = back[name].to_numpy()
        while isinstance(values.base, np.ndarray):
            values = values.base
        assert type(values.base).__name__ == "PyCapsule", name
    back.loc[0, "y"] = 9.0  # and may be changed
    assert back["y"][0] == 9.0


def test_an_array_outlives_its_data_frame():
    values = through(pd.DataFrame({"x": np.arange(1000) / 7}))["x"].to_numpy()
    for _ in range(20):
        through(pd.DataFrame({"x": np.zeros(1000)}))
    assert values[-1] == 999 / 7


def test_lists_are_lists():
    table = tarazy.compare.truth_table(
        data="studies/kazakhstan/data/nuclear_reversal_cases.csv", outcome="RENOUNCE", conditions=["ALLY", "THREAT"]
    )
    assert isinstance(table["cases"][0], list) and isinstance(table["cases"][0][0], str)
    again = through(table[["cases"]])
    assert again["cases"][0] == "; ".join(table["cases"][0]) or again["cases"][0] == table["cases"][0]


def test_an_infinity_is_told_with_its_row():
    with pytest.raises(tarazy.InputError) as caught:
        through(pd.DataFrame({"a": [1.0, 2.0], "x": [1.0, np.inf]}))
    assert (caught.value.file, caught.value.line, caught.value.column) == ("<from>", 2, 2)


def test_a_type_without_counterpart_is_told():
    with pytest.raises(tarazy.InputError, match="complex"):
        through(pd.DataFrame({"x": [1j, 2j]}))
    with pytest.raises(tarazy.InputError, match="'x'"):
        through(pd.DataFrame({"x": np.array([2**64 - 1], dtype=np.uint64)}))


def test_an_empty_frame_is_told_or_given_back():
    back = through(pd.DataFrame({"x": np.array([], dtype=float), "t": np.array([], dtype=object)}))
    assert list(back.columns) == ["x", "t"] and len(back) == 0


def refusal(frame):
    with pytest.raises(tarazy.InputError) as caught:
        through(frame)
    return caught.value


def test_missing_cells_of_truth_values_and_of_categories_that_are_numbers():
    back = through(
        pd.DataFrame(
            {
                "flag": pd.array([True, None, False], dtype="boolean"),
                "wave": pd.Categorical([1, 2, None]),
                "sparse": pd.arrays.SparseArray([0, 0, 1]),
            }
        )
    )
    assert back["flag"].isna().tolist() == [False, True, False] and back["flag"][0] == 1
    assert back["wave"].tolist()[:2] == [1, 2] and back["wave"].isna().tolist() == [False, False, True]
    assert back["sparse"].tolist() == [0, 0, 1]


@pytest.mark.parametrize("value", [2**63, 2**70, -(2**63)])
def test_an_integer_that_the_engine_cannot_hold_is_refused_and_not_made_missing(value):
    dtype = np.uint64 if value == 2**63 else object if value > 0 else np.int64
    error = refusal(pd.DataFrame({"id": np.array([1, value], dtype=dtype)}))
    assert (error.line, error.column) == (2, 1)


def test_columns_need_names_of_their_own():
    assert "stands already at column 1" in str(refusal(pd.DataFrame([[1, 2]], columns=["a", "a"])))
    assert "stands already" in str(refusal(pd.DataFrame([[1, 2]], columns=[1, "1"])))
    assert "no name" in str(refusal(pd.DataFrame([[1, 2]], columns=["", "b"])))
    assert "no name" in str(refusal(pd.DataFrame([[1, 2]], columns=["a", None])))
    levels = pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])
    assert "several levels" in str(refusal(pd.DataFrame([[1, 2]], columns=levels)))
    assert list(through(pd.DataFrame([[1, 2]], columns=[1990.0, pd.Timestamp("1991-01-01")]))) == ["1990", "1991-01-01"]


def test_levels_of_the_index_do_not_hide_columns():
    assert "level of the index and a column" in str(refusal(pd.DataFrame({"v": [1]}, index=pd.Index([5], name="v"))))
    twice = pd.MultiIndex.from_tuples([(1, 2)], names=["k", "k"])
    assert "two levels" in str(refusal(pd.DataFrame({"v": [1]}, index=twice)))
    kept = pd.DataFrame({"v": [5], "w": [1]}).set_index("v", drop=False)
    assert list(through(kept)) == ["v", "w"]


def test_what_is_no_cell_is_refused_with_its_row():
    assert refusal(pd.DataFrame({"a": [{"x": 1}, None]})).line == 1
    assert refusal(pd.DataFrame({"a": ["x", "y\0z"]})).line == 2
    assert refusal(pd.DataFrame({"a": ["x", "y\ud800"]})).line == 2
    assert "lone surrogate" in str(refusal(pd.DataFrame({"a\ud800": [1]})))
    assert "no columns" in str(refusal(pd.DataFrame(index=[1, 2])))


def test_times_before_those_of_pandas():
    when = [datetime.datetime(1200, 1, 1), None, datetime.datetime(1991, 12, 16)]
    assert through(pd.DataFrame({"day": when}))["day"].tolist()[::2] == ["1200-01-01", "1991-12-16"]
    when[0] = datetime.datetime(1200, 1, 1, 12, 30)
    assert through(pd.DataFrame({"time": when}))["time"].tolist()[0] == "1200-01-01T12:30:00"


def test_threads_give_what_one_thread_gives():
    from concurrent.futures import ThreadPoolExecutor

    frames = [pd.DataFrame({"n": range(k, k + 500)}) for k in range(16)]
    alone = [through(frame)["n"].tolist() for frame in frames]
    with ThreadPoolExecutor(4) as threads:
        assert [back["n"].tolist() for back in threads.map(through, frames)] == alone
