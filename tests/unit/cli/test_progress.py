"""Progress is for people who watch, not for logs."""

import io

from publish.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def watched(monkeypatch, stream):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stderr", stream)
    return stream


def test_a_terminal_sees_one_line_that_is_wiped_at_the_end(monkeypatch):
    terminal = watched(monkeypatch, Terminal())
    progress = Progress()
    progress.step(3, 12, "appeal (fr)")
    progress.end()
    assert terminal.getvalue() == "\r\x1b[K3 of 12  appeal (fr)\r\x1b[K"


def test_a_log_sees_nothing(monkeypatch):
    log = watched(monkeypatch, io.StringIO())
    Progress().step(1, 2, "x")
    assert log.getvalue() == ""


def test_ci_and_programs_see_nothing(monkeypatch):
    terminal = watched(monkeypatch, Terminal())
    Progress(silent=True).step(1, 2, "x")
    monkeypatch.setenv("CI", "true")
    Progress().step(1, 2, "x")
    assert terminal.getvalue() == ""
