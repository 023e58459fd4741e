"""One work in several languages, from its texts to files that lead to each other."""

from __future__ import annotations

import json
import shutil

import pikepdf
import pytest

from publish.errors import MachineLacks
from publish.machine import libraries

pytestmark = pytest.mark.skipif(bool(libraries.missing()), reason="Pango is not on this machine")

QUICK = {"PUBLISH_HOME": "nothing"}
SHARED = """symbol = "TH/2026/4"
date = 2026-03-12
original = "fr"
title = { fr = "Rentrer", en = "Going home", ar = "العودة" }

[[signatories]]
name = "Amina Desrochers"
role = { fr = "Directrice", en = "Director", ar = "المديرة" }
"""
TEXTS = {"fr": "Un guichet par ville.\n", "en": "One desk a town.\n", "ar": "مكتب في كل مدينة.\n"}


@pytest.fixture
def office(tmp_path):
    work = tmp_path / "office" / "works" / "return"
    work.mkdir(parents=True)
    (tmp_path / "office" / "publish.toml").write_text('languages = ["fr", "en", "ru", "ar"]\n')
    (work / "work.toml").write_text(SHARED, encoding="utf-8")
    for language, text in TEXTS.items():
        (work / f"statement.{language}.md").write_text(text, encoding="utf-8")
    return tmp_path / "office"


def links(path):
    """The addresses of a file's links, with what is heard for each."""
    with pikepdf.open(path) as pdf:
        return {
            str(link.A.URI): str(link.Contents)
            for page in pdf.pages
            for link in page.get("/Annots", [])
        }


def xmp(path):
    with pikepdf.open(path) as pdf:
        return pdf.Root.Metadata.read_bytes().decode()


def test_build_makes_every_language_and_each_leads_to_the_others(run, office, tmp_path):
    done = run("build", "office", "-o", "out", "--json", **QUICK)

    answer = json.loads(done.stdout)
    assert [entry["path"] for entry in answer["files"]] == [
        f"return/return.{language}.accessible.pdf" for language in ("ar", "en", "fr")
    ]
    assert [fault["code"] for fault in answer["faults"]] == ["L-016"]
    assert answer["files"][0]["source"]["shared"]["file"] == "works/return/work.toml"
    english = tmp_path / "out/return/return.en.accessible.pdf"
    assert links(english) == {
        "return.fr.accessible.pdf": "Français",
        "return.ar.accessible.pdf": "العربية",
    }


def test_one_language_is_the_same_file_whatever_is_built_with_it(run, office, tmp_path):
    run("build", "office", "-o", "all", **QUICK)
    run("build", "office/works/return/statement.en.md", "-o", "one", **QUICK)

    name = "return/return.en.accessible.pdf"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "all" / name).read_bytes()


def test_links_lead_to_the_web_where_the_house_has_an_address(run, office, tmp_path):
    settings = office / "publish.toml"
    settings.write_text(settings.read_text() + 'address = "https://press.example/"\n')
    run("build", "office", "-o", "out", **QUICK)

    french = tmp_path / "out/return/return.fr.accessible.pdf"
    assert "https://press.example/return/return.en.html" in links(french)


def test_a_release_conforms_and_says_which_version_is_the_original(run, office, tmp_path):
    from publish.check import require_validator

    try:
        require_validator()
    except MachineLacks as lack:
        pytest.skip(str(lack))
    for standard in ("ua-1", "ua-2"):
        done = run("build", "office", "-o", standard, "--release", "--standard", standard)
        assert done.returncode == 0, done.stderr
        french = xmp(tmp_path / standard / "return/return.fr.accessible.pdf")
        arabic = xmp(tmp_path / standard / "return/return.ar.accessible.pdf")
        address = "return.fr.accessible.pdf"
        assert f"<prism:isTranslationOf>{address}</prism:isTranslationOf>" in arabic
        assert f"<dc:source>{address}</dc:source>" in arabic
        assert "isTranslationOf>" not in french
        assert "<prism:hasTranslation><rdf:Bag><rdf:li>return.en.accessible.pdf" in french
        assert "<rdf:li>ar</rdf:li>" in arabic


def test_check_compares_the_versions_of_a_folder_or_a_text(run, office):
    good = run("check", "office/works/return", "--json")
    assert good.returncode == 0
    assert [fault["code"] for fault in json.loads(good.stdout)["faults"]] == ["L-016"]

    text = office / "works/return/statement.en.md"
    text.write_text("One desk a town.\n\nAnd one in each village.\n")
    bad = run("check", "office/works/return/statement.ar.md", "--json")

    answer = json.loads(bad.stdout)
    assert (bad.returncode, answer["exit"]) == (1, 1)
    (fault,) = [one for one in answer["faults"] if one["severity"] == "fault"]
    assert (fault["code"], fault["file"], fault["line"]) == (
        "L-004",
        "works/return/statement.fr.md",
        1,
    )
    assert "works/return/statement.en.md:3" in fault["detail"]


def test_a_difference_is_a_warning_when_a_work_is_built(run, office):
    text = office / "works/return/statement.en.md"
    text.write_text("One desk a town.\n\nAnd one in each village.\n")

    done = run("build", "office", "-o", "out", "--json", **QUICK)

    found = {fault["code"]: fault["severity"] for fault in json.loads(done.stdout)["faults"]}
    assert (done.returncode, found) == (0, {"L-004": "warning", "L-016": "warning"})


def test_what_is_wrong_in_the_shared_file_stops_the_release_of_its_work(run, office):
    shared = office / "works/return/work.toml"
    shared.write_text(shared.read_text().replace("symbol", "symbl"))
    shutil.copytree(office / "works/return", office / "works/other")
    (office / "works/other/work.toml").write_text(SHARED)

    done = run("build", "office", "-o", "out", "--json", **QUICK)
    files = {entry["path"].split("/")[0] for entry in json.loads(done.stdout)["files"]}
    assert files == {"other", "return"}
    found = [fault for fault in json.loads(done.stdout)["faults"] if fault["code"] == "R-023"]
    assert [(fault["file"], fault["line"]) for fault in found] == [("works/return/work.toml", 1)]


def test_texts_and_finished_files_are_checked_in_calls_of_their_own(run, office, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    mixed = run("check", "a.pdf", "office/works/return")
    assert mixed.returncode == 2
    assert "office/works/return holds texts" in mixed.stderr
    gone = run("check", "office/works/retrun")
    assert gone.returncode == 4
    assert "it is not there" in gone.stderr
