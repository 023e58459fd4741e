"""The page of a proof in a real browser: slider, plates, ink map and boxes, by keyboard."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def module(name, path):
    """Load what tests of other folders share."""
    spec = importlib.util.spec_from_file_location(name, path)
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


make = module("proof_print_files", TESTS / "unit" / "proof" / "print_files.py")
look = module("web_page_looks", TESTS / "web" / "test_web_pages.py")

FIRST = make.ink(90, 90, 90, 90) + make.square(10, 10, 30) + make.spot(60) + make.square(45, 45, 20)
SECOND = make.ink(0, 0, 0, 100) + make.square(20, 20, 8)

SET = """
const one = document.getElementById(arguments[0]);
one.value = arguments[1];
one.dispatchEvent(new Event(arguments[2], {bubbles: true}));
"""
SAID = "return document.getElementById('cut').getAttribute('aria-valuetext')"
STAGE = """
const stage = document.querySelectorAll('.composite .stage')[arguments[0]];
const over = stage.querySelector('.beside'), shade = stage.querySelector('.shade');
const seen = one => !!one && !one.hidden && getComputedStyle(one).visibility == 'visible';
return {
  composite: seen(stage.querySelector('img')),
  plate: seen(over) ? (over.querySelector('img')?.getAttribute('src') ?? over.textContent) : '',
  words: over.querySelector('img')?.alt ?? '',
  map: seen(shade),
  boxes: getComputedStyle(stage.querySelector('.boxes')).display != 'none',
  cut: getComputedStyle(over).clipPath,
};
"""
LOADED = """
const done = arguments[arguments.length - 1];
const seen = [...document.images].filter(one => one.checkVisibility() && one.currentSrc);
Promise.all(seen.map(one => { one.loading = 'eager'; return one.decode() })).then(
  () => done(seen.filter(one => !one.naturalWidth).map(one => one.src)),
  error => done([`${error}`]));
"""


@pytest.fixture(scope="module")
def proof(tmp_path_factory):
    """A proof with two pages; only the first has the spot ink."""
    if not shutil.which("gs"):
        reason = "Ghostscript is not here"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from publish.cli.app import run

    folder = tmp_path_factory.mktemp("proof")
    content = make.print_file(FIRST, SECOND, with_intent=False)
    (folder / "job.pdf").write_bytes(content)
    for language in ("en", "ar"):
        options = ["--dpi", "60", "--condition", "coated", "--language", language]
        assert run(["proof", str(folder / "job.pdf"), "-o", str(folder / language), *options]) == 0
    return folder


@pytest.fixture
def page(browser, proof):
    """The page in English, as it is when it is opened."""
    browser.requests(), browser.console()
    browser.resize(1280)
    browser.prefer(prefers_color_scheme="light")
    browser.open(proof / "en" / "job.proof" / "index.html")
    return browser


def stage(browser, number=0):
    return browser.run(STAGE, number)


def focus(browser, name):
    browser.run("document.getElementById(arguments[0]).focus()", name)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, proof, axe, language, width, scheme):
    browser.resize(width)
    browser.prefer(prefers_color_scheme=scheme)
    browser.open(proof / language / "job.proof" / "index.html")
    browser.run(axe)
    assert browser.wait_for(look.RUN_AXE, look.EVERY_RULE) == []
    browser.run(SET, "cut", 40, "input")
    browser.run("for (const one of ['map', 'boxes']) document.getElementById(one).click()")
    assert browser.wait_for(look.RUN_AXE, look.EVERY_RULE) == []


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_goes_sideways(browser, proof, language, width):
    browser.resize(width)
    browser.open(proof / language / "job.proof" / "index.html")
    wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.run(wide) == 0
    browser.run(look.SPACING)
    assert browser.run(wide) == 0


def test_it_opens_with_what_the_press_prints(page):
    assert stage(page) | {"cut": ""} == {
        "composite": True,
        "plate": "",
        "words": "",
        "map": False,
        "boxes": False,
        "cut": "",
    }
    assert page.run(SAID) == "Composite only"
    assert page.wait_for(LOADED) == []


def test_slider_goes_by_keyboard_and_says_where_it_is(page):
    from selenium.webdriver import Keys

    focus(page, "cut")
    page.press(Keys.ARROW_LEFT)
    assert page.run(SAID) == "Left 99\u00a0%: Composite. Right 1\u00a0%: Cyan plate"
    page.press(Keys.HOME)
    assert page.run(SAID) == "Cyan plate only"
    page.press(Keys.PAGE_UP)
    assert page.run(SAID) == "Left 10\u00a0%: Composite. Right 90\u00a0%: Cyan plate"
    assert page.run("return document.getElementById('said').textContent") == page.run(SAID)
    assert stage(page)["cut"] == "inset(0px 0px 0px 10%)"
    assert "plate-1-cyan-colour.png" in stage(page)["plate"]
    page.press(Keys.END)
    assert stage(page)["plate"] == ""


def test_choosing_a_plate_shows_it_on_all_pages(page):
    page.run(SET, "plate", make.SPOT, "change")
    assert page.run("return document.getElementById('cut').value") == "50"
    first, second = stage(page, 0), stage(page, 1)
    assert "plate-5-pantone-2945-c-colour.png" in first["plate"]
    assert first["words"].startswith("PANTONE 2945 C plate of page 1")
    assert second["plate"] == "No such ink on this page"


def test_plates_can_be_seen_in_grey(page):
    from selenium.webdriver import Keys

    page.run(SET, "cut", 0, "input")
    focus(page, "own")
    page.press(Keys.SPACE)
    assert stage(page)["plate"].endswith("plate-1-cyan.png")
    assert page.wait_for(LOADED) == []


def test_ink_map_and_boxes_are_switched_by_keyboard(page):
    from selenium.webdriver import Keys

    focus(page, "map")
    page.press(Keys.SPACE)
    assert (stage(page)["map"], stage(page)["composite"]) == (True, False)
    assert page.run(SAID) == "Ink map only"
    assert page.run("return document.getElementById('legend').checkVisibility()")
    page.press(Keys.TAB, Keys.SPACE)
    assert stage(page)["boxes"]
    assert page.wait_for(LOADED) == []


def test_every_stop_of_the_keyboard_can_be_seen(page):
    from selenium.webdriver import Keys

    stops = page.run(
        "return [...document.querySelectorAll('a[href], select, input')]"
        ".filter(one => one.checkVisibility()).length"
    )
    for _ in range(stops):
        page.press(Keys.TAB)
        outline = page.run("return getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.run("return document.activeElement.outerHTML")


def test_nothing_is_asked_for_but_its_own_pictures(page, proof):
    page.run(SET, "cut", 40, "input")
    home = (proof / "en" / "job.proof").as_uri()
    assert page.console() == []
    asked = [one for one in page.requests() if not one.startswith("data:")]
    assert [one for one in asked if not one.startswith(home)] == []


def test_an_assumed_condition_is_said_on_the_page(page):
    assert "The condition is assumed: \u2068FOGRA39" in page.run("return document.body.innerText")


def test_too_much_ink_is_said_in_words(page):
    said = page.run("return document.querySelector('.verdict').innerText")
    assert "361\u00a0% on page 1" in said
    assert "over the limit" in said


def test_figures_are_a_table_that_can_be_read(page):
    heads = page.run(
        "return [...document.querySelector('table').querySelectorAll('th')]"
        ".map(one => one.scope + ' ' + one.textContent)"
    )
    assert heads[:4] == ["col Ink", "col Mean", "col Highest", "col Covered"]
    assert "row PANTONE 2945 C" in heads


def test_without_script_all_pictures_stand_one_under_the_other(browser, proof):
    switch = browser.driver.execute_cdp_cmd
    switch("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(proof / "en" / "job.proof" / "index.html")
        # What the page runs is off; what the test asks is not.
        seen = switch(
            "Runtime.evaluate",
            {
                "expression": "[...document.querySelectorAll('.sheet .view')]"
                ".filter(one => one.checkVisibility()).length + ' ' "
                "+ document.querySelector('.bar').checkVisibility()",
                "returnByValue": True,
            },
        )
    finally:
        switch("Emulation.setScriptExecutionDisabled", {"value": False})
    # Composite, plates (five and four), ink map and boxes of two pages; and no dead slider.
    assert seen["result"]["value"] == "15 false"


#: The checker knows neither that ``'self'`` is the folder nor that a script has its hash.
MISTAKEN = re.compile("Content Security Policy")


def test_checker_of_html_finds_nothing(checker, proof):
    pages = [str(proof / language / "job.proof" / "index.html") for language in ("en", "ar")]
    told = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(told.stderr)["messages"]
    assert [one["message"] for one in found if not MISTAKEN.search(one["message"])] == []
