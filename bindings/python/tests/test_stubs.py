"""The type stubs say what the functions are."""
import ast
import importlib
import inspect
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tarazy

folder = Path(tarazy.__file__).parent
stubs = sorted(path for path in folder.glob("*.pyi") if path.stem[0] != "_")


def functions_of(stub):
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("stub", stubs, ids=lambda stub: stub.stem)
def test_a_stub_has_the_functions_of_its_module(stub):
    module = importlib.import_module("tarazy." + stub.stem)
    functions = {name: value for name, value in vars(module).items() if inspect.isfunction(value) and name[0] != "_"}
    declared = functions_of(stub)
    assert functions.keys() == declared.keys()
    for name, function in functions.items():
        signature = inspect.signature(function)
        arguments = declared[name].args
        assert [a.arg for a in arguments.args] == [
            p.name for p in signature.parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD
        ]
        assert [a.arg for a in arguments.kwonlyargs] == [
            p.name for p in signature.parameters.values() if p.kind is p.KEYWORD_ONLY
        ]
        given = dict(zip((a.arg for a in arguments.kwonlyargs), arguments.kw_defaults))
        for parameter in signature.parameters.values():
            if parameter.kind is parameter.KEYWORD_ONLY:
                assert (given[parameter.name] is not None) == (parameter.default is not parameter.empty)


def test_every_module_has_a_stub_and_every_function_a_docstring():
    assert len(stubs) >= 8
    assert (folder / "py.typed").exists()
    for stub in stubs:
        module = importlib.import_module("tarazy." + stub.stem)
        for name in functions_of(stub):
            text = inspect.getdoc(getattr(module, name))
            assert "Parameters\n----------" in text, name


def test_mypy_takes_the_stubs(tmp_path):
    if shutil.which("mypy") is None:
        pytest.skip("mypy is not installed")
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text(
        "import pandas as pd\nimport tarazy\n"
        "frame = pd.DataFrame({'x': [1]})\n"
        "pairs = tarazy.align.similarity(votes=[frame, 'more.csv'], level=0.9, interval='bca', states=['KAZ', 2])\n"
        "try:\n    tarazy.data.convert(frame, '-', labels=True)\n"
        "except tarazy.InputError as error:\n    print(error.problems[0].line)\n"
    )
    bad.write_text("import tarazy\ntarazy.align.similarity(levels=0.9)\ntarazy.align.similarity(interval='wide')\n")
    environment = {"MYPYPATH": str(folder.parent), "PATH": "/usr/bin:/bin"}
    call = ["mypy", "--ignore-missing-imports", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run([*call, str(good)], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    done = subprocess.run([*call, str(bad)], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.count("error:") == 2, done.stdout
