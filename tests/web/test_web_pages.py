"""Every example as a web page, in a real browser and before the HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pytest

#: All that axe-core knows; what may differ between a phone and a desk; what, in the dark.
EVERY_RULE = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OF_LAYOUT = {
    "type": "rule",
    "values": [
        "color-contrast",
        "css-orientation-lock",
        "link-in-text-block",
        "scrollable-region-focusable",
        "target-size",
    ],
}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

RUN_AXE = """
const done = arguments[arguments.length - 1];
const options = {
  runOnly: arguments[0],
  rules: arguments[0].type == 'tag' ? {'target-size': {enabled: true}} : {},
  resultTypes: ['violations'],
};
axe.run(document, options).then(
  found => done(found.violations.map(
    one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 160)).join(' | '))),
  error => done(['axe failed: ' + error]));
"""

#: Elements that show less than they hold, and those that reach out of the page.
CLIPPED = """
const wide = document.documentElement.clientWidth;
const found = document.documentElement.scrollWidth > wide ? ['the page'] : [];
for (const element of document.body.querySelectorAll('*')) {
  if (element.closest('.scroll, .chart-figure, svg, .skip')) continue;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const holdsMore = element.scrollWidth > element.clientWidth + 1 ||
    element.scrollHeight > element.clientHeight + 1;
  const cut = holdsMore && /hidden|clip/.test(style.overflowX + style.overflowY);
  if (cut || (box.width && (box.right > wide + 1 || box.left < -1)))
    found.push(element.outerHTML.slice(0, 120));
}
return found;
"""

#: What WCAG 2.2, 1.4.12 lets a reader set.
SPACING = """
const sheet = document.createElement('style');
sheet.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
  'word-spacing: .16em !important } p { margin-block-end: 2em !important }';
sheet.id = 'spacing-of-a-reader';
document.head.append(sheet);
"""
NO_SPACING = "document.getElementById('spacing-of-a-reader').remove()"
COLOUR = "return getComputedStyle(document.querySelector('h1')).color"


SEEN_AS = """
const box = document.activeElement.getBoundingClientRect();
return [document.activeElement.className, box.top >= 0 && box.left >= 0];
"""

FONTS = """
const done = arguments[0];
document.fonts.ready.then(() => done(
  [...document.fonts].filter(face => face.status == 'error').map(face => face.family)));
"""


@pytest.fixture(scope="module")
def visits(browser, axe, pages) -> dict[str, dict[str, Any]]:
    """What was seen on each page: each is opened once, since that is what takes time."""
    return {name: visit(browser, axe, page) for name, page in pages.items()}


def visit(browser, axe, page) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    browser.requests(), browser.console()
    browser.resize(320)
    browser.prefer(prefers_color_scheme="light")
    browser.open(page)
    seen |= keyboard(browser)
    seen["fonts that fail"] = browser.wait_for(FONTS)
    seen["clipped at 320"] = browser.run(CLIPPED)
    browser.run(axe)
    seen["axe at 320"] = browser.wait_for(RUN_AXE, EVERY_RULE)
    browser.run(SPACING)
    seen["clipped with spacing"] = browser.run(CLIPPED)
    browser.run(NO_SPACING)
    of_brand = browser.run(COLOUR)
    browser.prefer(prefers_color_scheme="dark")
    seen["axe at 320 in the dark"] = browser.wait_for(RUN_AXE, OF_COLOUR)
    browser.resize(1280)
    seen["clipped at 1280"] = browser.run(CLIPPED)
    seen["axe at 1280 in the dark"] = browser.wait_for(RUN_AXE, OF_COLOUR)
    browser.prefer(prefers_color_scheme="light")
    seen["axe at 1280"] = browser.wait_for(RUN_AXE, OF_LAYOUT)
    browser.prefer(prefers_color_scheme="dark")
    seen["is dark"] = browser.run(COLOUR) != of_brand
    browser.prefer(forced_colors="active")
    seen["takes colours of the reader"] = browser.run(COLOUR) != of_brand
    seen["console"] = browser.console()
    seen["requests"] = [
        address
        for address in browser.requests()
        if not address.startswith("data:") and address.partition("#")[0] != page.as_uri()
    ]
    return seen


def keyboard(browser) -> dict[str, Any]:
    from selenium.webdriver import Keys

    browser.press(Keys.TAB)
    first = browser.run(SEEN_AS)
    browser.press(Keys.ENTER)
    return {"first stop": first, "skips to": browser.run("return document.activeElement.tagName")}


@pytest.mark.parametrize(
    "look", ["axe at 320", "axe at 320 in the dark", "axe at 1280", "axe at 1280 in the dark"]
)
def test_axe_finds_nothing(visits, look):
    assert {name: seen[look] for name, seen in visits.items() if seen[look]} == {}


@pytest.mark.parametrize("look", ["clipped at 320", "clipped at 1280", "clipped with spacing"])
def test_nothing_is_cut_and_nothing_goes_sideways(visits, look):
    assert {name: seen[look] for name, seen in visits.items() if seen[look]} == {}


@pytest.mark.parametrize("look", ["is dark", "takes colours of the reader"])
def test_colours_follow_the_reader(visits, look):
    assert [name for name, seen in visits.items() if not seen[look]] == []


@pytest.mark.parametrize("look", ["console", "requests", "fonts that fail"])
def test_page_stands_alone(visits, look):
    assert {name: seen[look] for name, seen in visits.items() if seen[look]} == {}


def test_first_stop_of_the_keyboard_leads_to_the_text(visits):
    assert [n for n, seen in visits.items() if seen["first stop"] != ["skip", True]] == []
    assert [n for n, seen in visits.items() if seen["skips to"] != "MAIN"] == []


def test_every_stop_of_the_keyboard_can_be_seen(browser, pages):
    from selenium.webdriver import Keys

    browser.resize(1280)
    browser.prefer(prefers_color_scheme="light")
    browser.open(pages["school-records.fr"])
    stops = browser.run("return document.querySelectorAll('a[href], [tabindex=\"0\"]').length")
    browser.press(Keys.TAB)
    for _ in range(stops - 1):
        browser.press(Keys.TAB)
        outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", browser.run("return document.activeElement.outerHTML")


@pytest.mark.parametrize("name", ["school-records.ar", "school-records.ru", "oma.zh"])
def test_every_letter_comes_from_the_page(browser, pages, name):
    browser.open(pages[name])
    browser.wait_for(FONTS)
    assert browser.foreign_fonts("main *") == set()


#: The checker takes a block of data for a script, and does not know that ``data:`` is allowed;
#: the browser does, and its console is empty.
MISTAKEN = re.compile("Inline script violates Content Security|image “data:.*img-src")


def test_checker_of_html_finds_nothing(checker, pages):
    told = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", *map(str, pages.values())],
        capture_output=True,
        text=True,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(told.stderr)["messages"]
    assert [_told(each) for each in found if not MISTAKEN.search(each["message"])] == []


def _told(message: dict[str, Any]) -> str:
    page = message["url"].rpartition("/")[2]
    return f"{page}: {message['message']} at {message.get('extract', '')[:120]}"
