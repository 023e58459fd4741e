"""The web pages of all examples, and what looks at them: Chromium, axe-core, the Nu checker."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from publish import check, read
from publish.editions import EDITIONS
from publish.standards import PROFILES

TOP = Path(__file__).resolve().parents[2]
EXAMPLES = TOP / "examples"
PROJECTS = sorted(file.parent for file in EXAMPLES.rglob("publish.toml")) or [EXAMPLES]

#: Where `tools/set_up.py --tests` puts what comes from npm.
TOOLS = Path(os.environ.get("PUBLISH_WEB_TOOLS", TOP / ".cache" / "web")) / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"

#: Nothing of the browser's own goes out, and nothing is taken over from a run before.
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars "
    "--disable-default-apps --disable-extensions --no-default-browser-check"
).split()


def missing(what: str) -> None:
    """Skip where a tool is not there; where a change is judged, it must be."""
    reason = f"{what} is not here: tools/set_up.py --tests brings it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Browser:
    """One Chromium for all tests."""

    driver: Any

    def open(self, page: Path) -> None:
        """Show a page."""
        self.driver.get(page.as_uri())

    def resize(self, width: int) -> None:
        """Make the window some CSS pixels wide."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._tell("Emulation.setDeviceMetricsOverride", size)

    def prefer(self, **features: str) -> None:
        """Set media features: a dark scheme, forced colours."""
        media = [{"name": n.replace("_", "-"), "value": value} for n, value in features.items()]
        self._tell("Emulation.setEmulatedMedia", {"media": "screen", "features": media})

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def wait_for(self, script: str, *arguments: Any) -> Any:
        """Run a script whose last argument is a function to be called with the answer."""
        return self.driver.execute_async_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the last call."""
        messages = (json.loads(entry["message"]) for entry in self.driver.get_log("performance"))
        return [
            message["message"]["params"]["request"]["url"]
            for message in messages
            if message["message"]["method"] == "Network.requestWillBeSent"
        ]

    def console(self) -> list[str]:
        """Return what the page said to the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def foreign_fonts(self, selector: str) -> set[str]:
        """Return the families of the machine, not of the page, that some elements are set in."""
        self._tell("DOM.enable", {})
        self._tell("CSS.enable", {})
        root = self._tell("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = self._tell("DOM.querySelectorAll", {"nodeId": root, "selector": selector})
        return {
            font["familyName"]
            for node in found["nodeIds"]
            for font in self._tell("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            if not font["isCustomFont"]
        }

    def _tell(self, command: str, arguments: dict[str, Any]) -> Any:
        return self.driver.execute_cdp_cmd(command, arguments)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser with a profile of its own; it never looks for a driver by itself."""
    chromium = os.environ.get("PUBLISH_CHROMIUM") or shutil.which("chromium")
    chromedriver = os.environ.get("PUBLISH_CHROMEDRIVER") or shutil.which("chromedriver")
    if not chromium or not chromedriver:
        missing("Chromium with its driver")
    try:
        from selenium import webdriver
    except ImportError:
        missing("the Python package selenium")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    driver.set_script_timeout(60)
    yield Browser(driver)
    driver.quit()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    if not AXE.is_file():
        missing("axe-core")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command that starts the Nu HTML checker."""
    if not VNU.is_file():
        missing("the Nu HTML checker")
    # It runs once and ends: what makes a long run fast would only cost time.
    java = [check.tools.java(), "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    return [*java, "-jar", str(VNU)]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The web page of every example, by name and language; every fifth is a draft."""
    folder = tmp_path_factory.mktemp("pages")
    works = {
        f"{work.name}.{work.language}": work
        for project in PROJECTS
        for work in read.works([project]).works
    }
    houses = {work.source.folder: read.house(work.source.folder)[0] for work in works.values()}
    made = {}
    for number, (name, work) in enumerate(sorted(works.items())):
        house, is_draft = houses[work.source.folder], number % 5 == 4
        made[name] = folder / f"{name}.html"
        edition = EDITIONS["html"](work, house, PROFILES["ua-1"], draft=is_draft)
        made[name].write_bytes(edition.content)
    return made
