"""Same source, same bytes: in another process, folder, time zone, locale and home."""

import hashlib
import shutil
from pathlib import Path

from publish.check import tools
from publish.errors import MachineLacks

EXAMPLES = Path(__file__).parents[2] / "examples"
#: What other tests draw twice; the short texts are enough here.
LEFT_OUT = shutil.ignore_patterns("works", "band", "publish.toml")

HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "86400",
}


def hashes(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*.pdf"))
    }


def validator():
    """Name the validator of this machine: a file that nobody judged declares no standard."""
    try:
        return {"PUBLISH_VERAPDF": str(tools.verapdf_jar())}
    except MachineLacks:
        return {}


def test_same_source_gives_the_same_bytes(run, tmp_path):
    here, there = tmp_path / "here", tmp_path / "a folder elsewhere" / "über"
    for copy in (here, there):
        shutil.copytree(EXAMPLES, copy, ignore=LEFT_OUT)
    elsewhere = {"PUBLISH_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path / "home")}
    first = run("build", here, "-o", "one", "--draft", **HERE, **validator())
    second = run("build", there, "-o", "two", "--draft", **THERE, **elsewhere, **validator())
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    one, two = hashes(tmp_path / "one"), hashes(tmp_path / "two")
    assert one == two
    assert len(one) >= 5
