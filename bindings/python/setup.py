"""Builds the engine with CMake and takes the package from its build tree.

TARAZY_BUILD names a build tree of Tarazy that is there already (what is lacking in it is built); TARAZY_SOURCE its source
code, where this folder lies elsewhere.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

here = Path(__file__).resolve().parent


def source_folder() -> Path:
    source = Path(os.environ.get("TARAZY_SOURCE", here.parent.parent))
    if not (source / "src" / "bindings" / "command_call.hpp").exists():
        raise SystemExit(f"tarazy: {source} is not the source code of Tarazy; set TARAZY_SOURCE to it")
    return source


def built_package() -> Path:
    """The folder of the built package, which is made where it is lacking."""
    source = source_folder()
    given = os.environ.get("TARAZY_BUILD")
    build = Path(given) if given else source / "build" / "release"
    options = ["-DTARAZY_PYTHON=ON", f"-DPython_EXECUTABLE={sys.executable}"]
    if given:
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
        if "TARAZY_PYTHON:BOOL=ON" not in cache:
            subprocess.run(["cmake", *options, str(build)], check=True)
    else:
        if not (source / "explorer" / "dist" / "report.js").exists():
            # The figures of reports are made by npm; ./tarazy makes them, and all else that is lacking.
            subprocess.run(["./tarazy", "--version"], check=True, cwd=source)
        subprocess.run(["cmake", "--preset", "release", "-DTARAZY_TESTS=OFF", *options], check=True, cwd=source)
    subprocess.run(["cmake", "--build", str(build), "--target", "tarazy_python"], check=True)
    return build / "python" / "tarazy"


def version() -> str:
    text = (source_folder() / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"project\(tarazy VERSION ([0-9.]+)", text).group(1)


class BuildFromTree(build_py):
    def run(self) -> None:
        target = Path(self.build_lib) / "tarazy"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(built_package(), target, ignore=shutil.ignore_patterns("__pycache__"))


class WithEngine(Distribution):
    def has_ext_modules(self) -> bool:  # the wheel is for this machine's kind only
        return True


setup(version=version(), packages=["tarazy"], cmdclass={"build_py": BuildFromTree}, distclass=WithEngine)
