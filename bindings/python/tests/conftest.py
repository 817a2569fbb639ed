import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

root = Path(__file__).resolve().parents[3]
build = Path(os.environ.get("TARAZY_BUILD", root / "build" / "release"))
sys.path.insert(0, os.environ.get("TARAZY_PYTHON", str(build / "python")))
sys.path.insert(0, str(root / "bindings" / "fixtures"))
program = build / "tarazy"


@pytest.fixture(autouse=True)
def at_root(monkeypatch):
    """Paths of the examples count from the root of the source code."""
    monkeypatch.chdir(root)


@pytest.fixture(scope="session")
def fixtures_folder():
    folder = build / "fixtures"
    source = root / "bindings" / "fixtures"
    made = folder / "cases.json"
    newest = max(path.stat().st_mtime for path in (program, source / "cases.jsonl", source / "expected.py"))
    if not made.exists() or made.stat().st_mtime < newest:
        subprocess.run([sys.executable, source / "expected.py", program, folder], check=True)
    return folder


def read_frame(path):
    """As the program reads it: an empty cell is missing, and NA is a text, which may be Namibia."""
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


@pytest.fixture
def votes():
    return read_frame(root / "examples/invented-assembly/votes.csv")


@pytest.fixture
def roll_calls():
    return read_frame(root / "examples/invented-assembly/roll_calls.csv")
