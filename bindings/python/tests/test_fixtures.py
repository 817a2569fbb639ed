"""Each function gives the same as the command, number by number, from files and from data frames."""
import json
import math
import warnings

import numpy as np
import pandas as pd
import pytest
from conftest import program, read_frame
from expected import cases, run_before

import tarazy

# Commands that are no functions of data, with the reason.
without_case = {
    "completion": "prints a script for a shell",
    "doctor": "looks into the machine",
    "manual": "writes the pages of the manual",
    "serve": "runs until it is stopped",
    "study derive": "writes into the study, and needs the raw data",
}

all_cases = cases()


def function_of(command):
    module, name = tarazy, "_".join(command).replace("-", "_")
    if len(command) > 1 and hasattr(tarazy, command[0]) and not callable(getattr(tarazy, command[0])):
        module, name = getattr(tarazy, command[0]), "_".join(command[1:]).replace("-", "_")
    return getattr(module, name, None) or getattr(module, name + "_")


def arguments_of(function, given, folder):
    """Arguments by their names in Python; `{tmp}` filled in."""
    text = json.dumps(given).replace("{tmp}", folder)
    names = function.__code__.co_varnames
    return {name if name in names else name + "_": value for name, value in json.loads(text).items()}


def as_frames(arguments, names):
    for name in names:
        name = name if name in arguments else name + "_"
        paths = arguments[name]
        arguments[name] = [read_frame(path) for path in paths] if isinstance(paths, list) else read_frame(paths)
    return arguments


def list_cell(items):
    """A list as one cell of a CSV file (docs/commands.md)."""
    quoted = ['"' + item.replace('"', '""') + '"' if {";", '"'} & set(item) else item for item in items]
    return "; ".join(quoted)


def same(value, cell):
    """Is it what the program prints? Numbers have 15 significant digits there."""
    if isinstance(value, (list, np.ndarray)):
        return list_cell(value) == cell
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return cell == ""
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.15g}") == float(cell)
    if isinstance(value, (int, np.integer)):
        return str(int(value)) == cell
    return value == cell


def assert_same_table(frame, case, folder):
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == len(case["expected"])
    assert list(frame.columns) == case["columns"]
    for place, name in enumerate(frame.columns):
        mine = [value.replace(folder, "{tmp}") if isinstance(value, str) else value for value in frame.iloc[:, place]]
        wrong = [(value, row[place]) for value, row in zip(mine, case["expected"]) if not same(value, row[place])]
        assert not wrong, name


def assert_same(result, case, folder):
    if case["gives"] == "table":
        assert_same_table(result, case, folder)
    elif case["gives"] == "nested":
        assert isinstance(result, (tarazy.Nested, tarazy.NestedList))
        assert json.loads(json.dumps(result).replace(folder, "{tmp}")) == case["expected"]
    elif case["gives"] == "text":
        assert result.replace(folder, "{tmp}") == case["expected"]
    else:
        assert result is None


@pytest.fixture(scope="session")
def with_expected(fixtures_folder):
    return json.loads((fixtures_folder / "cases.json").read_text(encoding="utf-8"))


def run_case(case, folder, frames):
    run_before(program, case, folder)
    function = function_of(case["command"])
    arguments = arguments_of(function, case["arguments"], folder)
    if case["gives"] == "nested":
        arguments["format"] = "json"
    if frames:
        arguments = as_frames(arguments, case["frames"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", tarazy.TarazyWarning)
        return function(**arguments)


@pytest.mark.parametrize("number", range(len(all_cases)), ids=[case["line"][:60] for case in all_cases])
@pytest.mark.parametrize("frames", [False, True], ids=["paths", "frames"])
def test_same_as_the_command_line(number, frames, with_expected, tmp_path):
    case = with_expected[number]
    if frames and not case["frames"]:
        return
    assert case["status"] in (0, 1), case["said"]
    result = run_case(case, str(tmp_path), frames)
    assert_same(result, case, str(tmp_path))
    if result is not None and hasattr(result, "attrs"):
        assert result.attrs["status"] == case["status"]


def every_command():
    modules = [getattr(tarazy, name) for name in tarazy._commands.__all__ if not callable(getattr(tarazy, name))]
    for module in [tarazy._commands, *modules]:
        for name, value in vars(module).items():
            if name.endswith("_command"):
                yield value


def test_every_command_has_a_case():
    tried = {tuple(case["command"]) for case in all_cases}
    lacking = [" ".join(path) for path in every_command() if path not in tried and " ".join(path) not in without_case]
    assert not lacking, "write cases for them into bindings/fixtures/cases.jsonl"
