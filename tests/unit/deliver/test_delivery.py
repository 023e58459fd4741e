"""All files of a run come into place together, or none does."""

import errno
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from publish.deliver import deliver, delivery, file_path, manifest, storage
from publish.errors import OwnError, StorageFailed
from publish.model import Page, Prose, Severity, Source, Words, Work
from publish.model.edition import Check, Edition, Verdict
from publish.standards import Standard

CLAIMS = (Standard.UA1, Standard.A2A)
TOOLS = {"publish": "0", "weasyprint": "70.0"}


def edition(name="appeal", language="fr", content=b"%PDF new", **changes):
    source = Source(Path(f"{name}.md"), f"works/{name}.{language}.md", "ab" * 32, Path())
    page = Page(language, Words("Title", language), Prose("<p>Text</p>", language))
    work = Work(name, language, source, page)
    checks = (Check("PDF/UA-1, by veraPDF", Verdict.PASSED),)
    return replace(Edition("accessible", "pdf", work, content, CLAIMS, checks), **changes)


def send(*editions, folder, draft=False):
    return deliver(editions, folder, draft=draft, tools=TOOLS)


def everything(folder):
    """All files below a folder, but the lock, with their content."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    found.pop(".publish.lock", None)
    return found


def entries(folder):
    return json.loads((folder / "manifest.json").read_bytes())["files"]


@pytest.fixture
def folder(tmp_path):
    """An output folder that already holds one release."""
    folder = tmp_path / "output"
    send(edition(content=b"%PDF old"), folder=folder)
    return folder


def fail_at(monkeypatch, owner, name, number, error):
    """Let the call with this number fail, as a full disk would."""
    calls = []
    real = getattr(owner, name)

    def failing(*arguments, **named):
        calls.append(arguments)
        if len(calls) == number:
            raise error
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, failing)


def test_names_work_language_and_edition(tmp_path):
    send(edition(language="zh-Hans"), folder=tmp_path)
    assert (tmp_path / "appeal/appeal.zh-Hans.accessible.pdf").read_bytes() == b"%PDF new"


def test_leaves_nothing_but_files_manifest_and_lock(folder):
    assert sorted(path.name for path in folder.iterdir()) == [
        ".publish.lock",
        "appeal",
        "manifest.json",
    ]


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".hidden", "a.b", "-x"])
def test_refuses_names_that_lead_elsewhere(name, tmp_path):
    made = edition()
    with pytest.raises(OwnError):
        file_path(replace(made, work=replace(made.work, name=name)))


def test_manifest_has_the_documented_fields_and_no_others(folder):
    (entry,) = entries(folder)
    assert sorted(entry) == sorted(manifest.FIELDS)


def test_manifest_names_hash_source_and_confirmed_standards(folder):
    (entry,) = entries(folder)
    assert entry["sha256"] == hashlib.sha256(b"%PDF old").hexdigest()
    assert entry["source"] == {"file": "works/appeal.fr.md", "sha256": "ab" * 32}
    assert entry["standards"] == ["PDF/UA-1", "PDF/A-2a"]
    assert entry["state"] == "release"


@pytest.mark.parametrize("verdict", [Verdict.FAILED, Verdict.NOT_CHECKED])
def test_a_standard_that_was_not_confirmed_is_not_listed(verdict, tmp_path):
    checks = (Check("one", Verdict.PASSED), Check("other", verdict))
    send(edition(checks=checks), folder=tmp_path)
    (entry,) = entries(tmp_path)
    assert entry["standards"] == []
    assert entry["checks"][1] == {"name": "other", "verdict": verdict.value}


def test_a_file_without_any_check_lists_no_standard(tmp_path):
    send(edition(checks=()), folder=tmp_path)
    assert entries(tmp_path)[0]["standards"] == []


def test_a_draft_is_called_one(tmp_path):
    send(edition(), folder=tmp_path, draft=True)
    assert entries(tmp_path)[0]["state"] == "draft"


def test_twice_the_same_run_gives_the_same_bytes(tmp_path):
    send(edition(), edition("other"), folder=tmp_path / "a")
    send(edition("other"), edition(), folder=tmp_path / "b")
    assert everything(tmp_path / "a") == everything(tmp_path / "b")


def test_works_that_are_not_in_the_run_stay(folder):
    send(edition("other"), folder=folder)
    assert [entry["work"] for entry in entries(folder)] == ["appeal", "other"]
    assert (folder / "appeal/appeal.fr.accessible.pdf").read_bytes() == b"%PDF old"


def test_entries_of_files_that_were_taken_away_go(folder):
    (folder / "appeal/appeal.fr.accessible.pdf").unlink()
    send(edition("other"), folder=folder)
    assert [entry["work"] for entry in entries(folder)] == ["other"]


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"schema": 1}', b'{"schema": 1, "files": [3]}'])
def test_a_manifest_that_is_not_ours_stops_before_anything_changes(content, folder):
    (folder / "manifest.json").write_bytes(content)
    before = everything(folder)
    with pytest.raises(StorageFailed, match="not a manifest"):
        send(edition(), folder=folder)
    assert everything(folder) == before


def test_a_manifest_of_a_later_version_is_left_alone(folder):
    (folder / "manifest.json").write_text('{"schema": 2, "files": []}')
    with pytest.raises(StorageFailed, match="another version"):
        send(edition(), folder=folder)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_full_disk_leaves_everything_as_it_was(number, folder, monkeypatch):
    before = everything(folder)
    fail_at(monkeypatch, storage.os, "fsync", number, OSError(errno.ENOSPC, "No space"))
    with pytest.raises(StorageFailed, match="the disk is full"):
        send(edition(), edition("other"), folder=folder)
    monkeypatch.undo()
    assert everything(folder) == before


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_failed_move_puts_the_earlier_files_back(number, folder, monkeypatch):
    before = everything(folder)
    fail_at(monkeypatch, Path, "replace", number, OSError(errno.EIO, "broken"))
    with pytest.raises(StorageFailed, match="the disk reports an error"):
        send(edition(), edition("other"), folder=folder)
    assert everything(folder) == before
    assert not (folder / "other").exists()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_next_run_undoes_one_that_was_killed(number, folder, monkeypatch):
    before = everything(folder)
    fail_at(monkeypatch, Path, "replace", number, KeyboardInterrupt())
    monkeypatch.setattr(delivery, "undo", lambda folder: None)  # as if there were no time for it
    with pytest.raises(KeyboardInterrupt):
        send(edition(), edition("other"), folder=folder)
    monkeypatch.undo()
    assert (folder / delivery.STAGING).exists()
    delivery.undo(folder)
    assert everything(folder) == before
    delivery.undo(folder)
    assert everything(folder) == before


def test_a_run_that_was_killed_after_the_manifest_counts(folder, monkeypatch):
    monkeypatch.setattr(delivery.shutil, "rmtree", lambda *a, **k: None)
    send(edition(), folder=folder)
    monkeypatch.undo()
    assert (folder / delivery.STAGING).exists()
    delivery.undo(folder)
    assert not (folder / delivery.STAGING).exists()
    assert (folder / "appeal/appeal.fr.accessible.pdf").read_bytes() == b"%PDF new"


def test_a_folder_in_the_place_of_a_file_is_said_in_plain_words(tmp_path):
    (tmp_path / "appeal/appeal.fr.accessible.pdf").mkdir(parents=True)
    with pytest.raises(StorageFailed, match="a folder stands where a file is needed"):
        send(edition(), folder=tmp_path)


def test_a_file_in_the_place_of_the_folder_is_said_in_plain_words(tmp_path):
    (tmp_path / "output").write_text("mine")
    with pytest.raises(StorageFailed, match="a file stands where a folder is needed"):
        send(edition(), folder=tmp_path / "output")


def test_disks_without_second_names_work_too(folder, monkeypatch):
    fail_at(monkeypatch, os, "link", 1, OSError(errno.EPERM, "no links"))
    send(edition(), folder=folder)
    assert (folder / "appeal/appeal.fr.accessible.pdf").read_bytes() == b"%PDF new"


def test_a_file_that_was_changed_by_hand_is_replaced_with_a_warning(folder):
    (folder / "appeal/appeal.fr.accessible.pdf").write_bytes(b"%PDF corrected in a viewer")
    delivered = send(edition(), folder=folder)
    (fault,) = delivered.faults
    assert str(fault.place) == "appeal/appeal.fr.accessible.pdf"
    assert (fault.code, fault.severity) == ("S-001", Severity.WARNING)
    assert send(edition(), folder=folder).faults == []


def test_a_draft_in_the_place_of_a_release_is_written_with_a_warning(folder):
    (fault,) = send(edition(), folder=folder, draft=True).faults
    assert (fault.code, fault.severity) == ("S-005", Severity.WARNING)
    assert send(edition(), folder=folder, draft=True).faults == []
    assert send(edition(), folder=folder).faults == []
