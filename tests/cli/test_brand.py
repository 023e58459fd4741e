"""`publish brand check` as people and programs meet it."""

import json


def test_a_new_project_has_a_good_brand(run):
    run("new", "office")
    done = run("brand", "check", "office")
    assert (done.returncode, done.stderr) == (0, "")
    assert "7.84:1  needs 4.5:1  accent on paper, for labels and links" in done.stdout
    assert "ar     text Amiri" in done.stdout
    assert "brand/logos/records.svg  the house  (en)" in done.stdout


def test_the_folder_of_a_brand_is_judged_by_itself(run):
    run("new", "office")
    told = json.loads(run("brand", "check", "office/brand", "--json").stdout)
    assert (told["exit"], told["brand"], told["faults"]) == (0, "brand", [])
    assert [logo["file"] for logo in told["logos"]] == ["logos/records.svg"]
    assert {"language": "en", "role": "text", "families": ["Source Serif 4"]} in told["faces"]


def test_a_brand_with_a_fault_ends_with_1(run, tmp_path):
    (tmp_path / "brand.toml").write_text('[colours]\naccent = "#dddddd"\n')
    done = run("brand", "check")
    assert done.returncode == 1
    assert done.stderr.startswith("B-001 ")
    assert "at   brand.toml:2" in done.stderr


def test_a_folder_without_a_brand_is_a_wrong_call(run):
    done = run("brand", "check")
    assert done.returncode == 2
    assert "neither publish.toml nor brand.toml" in done.stderr


def test_help_and_wrong_calls(run):
    assert "publish brand check my-office/brand --json" in run("brand", "check", "--help").stdout
    done = run("brand", "chek")
    assert done.returncode == 2
    assert "hint publish brand --help" in done.stderr
