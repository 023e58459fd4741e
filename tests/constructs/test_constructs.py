"""One page with every construct, one with odd ones, in each standard: nothing is lost."""

from pathlib import Path

import pytest

from publish.pdf import tree_text

HERE = Path(__file__).parent
FILLER = (
    "Un texte d’essai doit être assez long pour remplir plusieurs lignes, officiellement et "
    "efficacement, et pour que des mots particulièrement difficiles soient coupés. "
)
ROWS = "".join(
    f"<tr><th scope=row>Bureau {n}</th><td>{n * 37}</td><td>{n} %</td>"
    f"<td>{'' if n % 9 == 0 else f'Cahier {2020 + n % 5}'}</td></tr>"
    for n in range(1, 75)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, picture):
    home = tmp_path_factory.mktemp("constructs")
    (home / "dot.png").write_bytes(picture(40, 40))
    (home / "bars.png").write_bytes(picture(320, 180))
    return home


@pytest.mark.parametrize("profile", ["ua-1", "ua-2"])
@pytest.mark.parametrize("name", ["every", "odd"])
def test_page(name, profile, make, keep, folder, golden):
    html = (HERE / f"{name}.html").read_text(encoding="utf-8")
    css = (HERE / f"{name}.css").read_text(encoding="utf-8")
    page = html.replace("{filler}", FILLER).replace("{rows}", ROWS)
    made = make(page, css, profile, folder)
    keep(f"{name}-{profile}", made.pdf, made.claims)
    assert made.found() == []
    golden(HERE / f"{name}.tags.txt", tree_text(made.plan.tree))
