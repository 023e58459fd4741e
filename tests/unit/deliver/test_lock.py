"""Only one run at a time changes an output folder."""

import threading

from publish.deliver.lock import only_run


def test_a_second_run_waits_says_so_once_and_goes_on(tmp_path):
    told, inside = [], []
    waiting = threading.Event()

    def second():
        with only_run(tmp_path, lambda: (told.append("waits"), waiting.set())):
            inside.append("second")

    with only_run(tmp_path, lambda: told.append("first waits")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(5)
        inside.append("first")
    thread.join(5)
    assert (told, inside) == (["waits"], ["first", "second"])


def test_nobody_waits_for_a_run_that_has_ended(tmp_path):
    for _ in range(2):
        with only_run(tmp_path, lambda: (_ for _ in ()).throw(AssertionError)):
            pass
