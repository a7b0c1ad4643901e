"""The border between Python and Rust: other threads go on, the stop button stops, nothing breaks."""

import pickle
import subprocess
import sys
import textwrap
import threading

import pytest
import tertius as tt
from tertius import _tertius


def script(text, **options):
    """Runs a script in an interpreter of its own."""
    command = [sys.executable, "-c", textwrap.dedent(text)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)


def ring(n):
    """A network that any path goes around."""
    return tt.network([(str(i), str((i + 1) % n)) for i in range(n)])


BETWEENNESS_OF_50_000 = """
    import random, signal, threading, time, os
    import tertius as tt
    draw = random.Random(1)
    ties = [(str(i), str(draw.randrange(50_000))) for i in range(50_000) for _ in range(4)]
    net = tt.network([(a, b) for a, b in ties if a != b])
    def press():
        global pressed
        time.sleep(1.0)
        pressed = time.monotonic()
        os.kill(os.getpid(), signal.SIGINT)
    threading.Thread(target=press).start()
    try:
        tt.actor.betweenness(net)
        print("not stopped")
    except KeyboardInterrupt:
        print("stopped", time.monotonic() - pressed)
    print("sound", tt.actor.degree(net).height, tt.whole.density(tt.network([("a", "b")])).value("density"))
"""


def test_the_stop_button_stops_within_a_second():
    done = script(BETWEENNESS_OF_50_000)
    assert done.returncode == 0, done.stderr
    stopped, sound = done.stdout.splitlines()
    assert stopped.startswith("stopped "), stopped
    assert float(stopped.split()[1]) < 1
    assert sound == "sound 50000 1.0"


PICTURE_OF_2_000 = """
    import os, random, signal, threading, time
    import tertius as tt
    draw = random.Random(1)
    pairs = [(str(i), str(draw.randrange(2_000))) for i in range(2_000) for _ in range(2)]
    net = tt.network([(a, b) for a, b in pairs if a != b])
    def press():
        global pressed
        time.sleep(0.5)
        pressed = time.monotonic()
        os.kill(os.getpid(), signal.SIGINT)
    threading.Thread(target=press).start()
    try:
        net.draw()
        print("not stopped")
    except KeyboardInterrupt:
        print("stopped", time.monotonic() - pressed)
"""


def test_the_stop_button_does_not_wait_for_a_picture():
    done = script(PICTURE_OF_2_000)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("stopped "), done.stdout
    assert float(done.stdout.split()[1]) < 1


def test_other_threads_go_on_meanwhile():
    net, turns, over = ring(3_000), [0], threading.Event()

    def turn():
        while not over.wait(0.001):
            turns[0] += 1

    thread = threading.Thread(target=turn)
    thread.start()
    tt.actor.betweenness(net)
    over.set()
    thread.join()
    assert turns[0] > 10


def test_eight_threads_agree_with_one():
    net = tt.data.open("wolverhampton").network(via="participation")
    alone, found = tt.actor.betweenness(net), [None] * 8

    def find(at):
        found[at] = tt.actor.betweenness(net)

    threads = [threading.Thread(target=find, args=[at]) for at in range(8)]
    [it.start() for it in threads]
    [it.join() for it in threads]
    assert all(it.equals(alone) and tt.method(it) == tt.method(alone) for it in found)


def test_a_panic_is_an_error_like_others():
    done = script(
        """
        import tertius as tt
        from tertius import _tertius
        try:
            _tertius.panic_for_a_test()
        except tt.BugError as error:
            print(error)
        print(tt.actor.degree(tt.network([("a", "b")])).height)
        """
    )
    assert done.returncode == 0, done.stderr
    said, height = done.stdout.splitlines()
    assert "asked for by a test" in said
    assert "report it" in said
    assert height == "2"


@pytest.mark.parametrize("name", tt.data.names())
def test_a_study_and_its_networks_are_pickled(name):
    study = tt.data.open(name)
    again = pickle.loads(pickle.dumps(study))
    assert repr(again) == repr(study)
    assert again.problems().equals(study.problems())
    for options in [{}, {"via": "participation"}, {"via": "two-mode"}]:
        try:
            net = study.network(**options)
        except tt.NotApplicableError:
            continue
        back = pickle.loads(pickle.dumps(net))
        assert (back.view, back.notes) == (net.view, net.notes)
        assert back.actors().equals(net.actors())
        assert back.ties().equals(net.ties())


def test_ready_made_networks_are_pickled():
    net = tt.network([("a", "b", 0.1), ("b", "c", 1 / 3)], [{"id": "d", "sector": "HE"}], directed=True)
    back = pickle.loads(pickle.dumps(net))
    assert back.ties().equals(net.ties())
    assert back.actors().equals(net.actors())
    assert back.directed


def test_progress_is_told_and_an_error_in_it_is_not_lost():
    net, seen = ring(3_000), []
    _tertius.measure("actor betweenness", net._net, [], lambda done, total: seen.append((done, total)))
    assert seen
    assert seen == sorted(seen)
    assert all(total for _, total in seen[1:])

    def fails(done, total):
        raise RuntimeError("no more paper")

    with pytest.raises(RuntimeError, match="no more paper"):
        _tertius.measure("actor betweenness", net._net, [], fails)


def test_importing_is_quick():
    # The time itself is measured by `make bench`: here, that nothing slow is imported before it is needed.
    slow = "('polars', 'numpy', 'pandas', 'networkx', 'igraph', 'IPython', 'dask')"
    done = script(f"import sys, tertius; print([it for it in {slow} if it in sys.modules])")
    assert done.stdout == "[]\n"


def test_the_command_is_there():
    command = [sys.executable, "-m", "tertius"]
    done = subprocess.run([*command, "whole", "density", "nowhere"], capture_output=True, text=True)
    assert done.returncode == 3
    assert "nowhere" in done.stderr
    done = subprocess.run([*command, "--version"], capture_output=True, text=True)
    assert done.stdout.strip() == f"tertius {tt.__version__}"
