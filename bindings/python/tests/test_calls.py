"""How values become options, what comes beside the result, and what goes wrong."""
import pickle
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import tarazy


def similarity(votes, roll_calls, **more):
    return tarazy.align.similarity(votes=votes, roll_calls=roll_calls, sessions=63, **more)


def test_lists_numbers_and_dicts_stand_for_options(votes, roll_calls):
    result = similarity(votes, roll_calls, states=["KAZ", "RUS", "CHN"], bootstrap=np.int64(20), level=0.9)
    assert len(result) == 3
    assert "--states=KAZ,RUS,CHN" in result.attrs["command"]
    assert "--level=0.9" in result.attrs["command"]
    shares = tarazy.align.shares(
        votes=votes, roll_calls=roll_calls, states="KAZ", poles={"RUS": "RUS", "WEST": ["USA", "GBR"]}
    )
    assert set(shares["pole"]) == {"RUS", "WEST"}


def test_several_frames_for_an_option_that_takes_several(votes, roll_calls):
    half = len(votes) // 2
    whole = similarity(votes, roll_calls, states="KAZ,RUS")
    parts = similarity([votes[:half], votes[half:]], roll_calls, states="KAZ,RUS")
    pd.testing.assert_frame_equal(whole, parts, check_exact=True)


def test_notes_and_what_was_run_come_with_the_result(votes, roll_calls):
    result = similarity(votes, roll_calls, states="KAZ,RUS")
    assert result.attrs["command"].startswith("tarazy align similarity --votes=<votes>")
    assert result.attrs["status"] == 0 and result.attrs["version"] == tarazy.__version__
    assert isinstance(result.attrs["notes"], list)


def test_warnings_of_the_program_are_warnings_of_python(votes, roll_calls):
    with pytest.warns(tarazy.TarazyWarning, match="has no votes") as caught:
        similarity(votes, roll_calls, states="KAZ,RUS,Tuvalu")
    assert caught[0].filename == __file__, "told where the user has called"


def test_nested_results_and_their_tables():
    data = "studies/kazakhstan/data/nuclear_reversal_cases.csv"
    chosen = dict(data=data, outcome="RENOUNCE", conditions="ALLY,OPEN,THREAT", expect="ALLY")
    nested = tarazy.compare.minimise(**chosen)
    assert isinstance(nested, dict) and nested.attrs["status"] == 0
    assert isinstance(tarazy.compare.minimise(**chosen, format="csv"), pd.DataFrame)
    series = dict(data="examples/nile/nile.csv", at=1899, time="year", value="flow")
    terms, whole = tarazy.trace.its(**series), tarazy.trace.its(**series, format="json")
    assert isinstance(terms, pd.DataFrame) and isinstance(whole, tarazy.Nested)
    assert terms.attrs["nested"] == whole
    pd.testing.assert_frame_equal(whole.table, terms)


def test_an_output_goes_to_a_file(votes, roll_calls, tmp_path):
    file = tmp_path / "pairs.csv"
    assert similarity(votes, roll_calls, states="KAZ,RUS", output=file) is None
    assert file.read_text().startswith("session,")


def test_input_errors_say_where(votes, roll_calls):
    with pytest.raises(tarazy.InputError) as caught:
        similarity(votes.rename(columns={"vote": "choice"}), roll_calls)
    assert caught.value.file == "<votes>"
    assert "vote" in caught.value.what and caught.value.remedy
    assert len(similarity(votes.rename(columns={"vote": "choice"}), roll_calls, rename={"vote": "choice"})) > 1
    wrong = votes.astype({"vote": object})
    wrong.loc[4, "vote"] = "perhaps"
    with pytest.raises(tarazy.InputError) as caught:
        similarity(wrong, roll_calls)
    assert any(problem.line == 5 for problem in caught.value.problems), caught.value.problems
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.problems == caught.value.problems and again.line == caught.value.line


def test_other_errors_have_their_classes(votes):
    with pytest.raises(tarazy.FileError, match="no_such.csv"):
        tarazy.data.inspect("no_such.csv")
    with pytest.raises(tarazy.UsageError, match="level"):
        tarazy.align.similarity(votes=votes, level=7)
    with pytest.raises(tarazy.UsageError, match="interval"):
        tarazy.align.similarity(votes=votes, interval="wide")
    with pytest.raises(TypeError):
        tarazy.align.similarity(votess=votes)
    with pytest.raises(OSError):
        tarazy.data.inspect("no_such.csv")
    with pytest.raises(ValueError):
        tarazy.align.similarity()


def test_values_that_no_option_takes(votes):
    for value in (True, object()):
        with pytest.raises(tarazy.UsageError, match="states"):
            tarazy.align.similarity(votes=votes, states=value)
    with pytest.raises(tarazy.UsageError, match="final_passage|nothing|True or False"):
        tarazy.compare.necessity(data=votes, outcome="A", conditions="B", negate="yes")


def test_a_frame_where_a_command_takes_none(votes):
    with pytest.raises(tarazy.UsageError, match="<states> is a table"):
        tarazy.align.similarity(votes=votes, states=votes)
    with pytest.raises(tarazy.UsageError, match="<study> is a table"):
        tarazy.study.check(votes)


def test_texts_are_texts():
    graph = tarazy.network.convert("examples/tribes/tribes.csv", "-", to="graphml")
    assert isinstance(graph, str) and "graphml" in graph and graph.attrs["status"] == 0


def test_several_threads_at_once(votes, roll_calls):
    alone = similarity(votes, roll_calls, states="KAZ,RUS,CHN,USA", bootstrap=200)
    results = [None] * 4

    def run(place):
        results[place] = similarity(votes, roll_calls, states="KAZ,RUS,CHN,USA", bootstrap=200)

    threads = [threading.Thread(target=run, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        pd.testing.assert_frame_equal(result, alone, check_exact=True)


def test_other_threads_run_meanwhile(votes, roll_calls):
    ticks = []
    worker = threading.Thread(target=lambda: similarity(votes, roll_calls, bootstrap=5000))
    worker.start()
    while worker.is_alive():
        ticks.append(time.monotonic())
        time.sleep(0.01)
    worker.join()
    assert len(ticks) > 3, "nothing else ran while the command did"


def test_ctrl_c_stops_within_a_second():
    """In a process of its own: a signal goes to the main thread."""
    code = f"""
import os, signal, sys, threading, time
sys.path[:0] = {sys.path!r}
import pandas as pd, tarazy
# What a shell starts in the background ignores the signal, and Python leaves that so.
signal.signal(signal.SIGINT, signal.default_int_handler)
votes = pd.read_csv("examples/invented-assembly/votes.csv")
sent = []
def interrupt():
    sent.append(time.monotonic())
    os.kill(os.getpid(), signal.SIGINT)
threading.Timer(1, interrupt).start()  # once the engine runs
try:
    tarazy.align.similarity(votes=votes, roll_calls="examples/invented-assembly/roll_calls.csv", bootstrap=1000000)
    print("done")
except KeyboardInterrupt:
    print("stopped", time.monotonic() - sent[0] < 20)
print(len(tarazy.data.states("Kazakhstan")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["stopped", "True", "1"], done.stdout + done.stderr


def test_the_same_numbers_with_the_same_seed(votes, roll_calls):
    first, second = (similarity(votes, roll_calls, states="KAZ,RUS", bootstrap=50, seed=7, threads=n) for n in (1, 2))
    pd.testing.assert_frame_equal(first, second, check_exact=True)


def test_importing_takes_little_time():
    code = f"import sys; sys.path[:0] = {sys.path!r}; import pandas, time; s = time.monotonic(); import tarazy; print(time.monotonic() - s)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 2
