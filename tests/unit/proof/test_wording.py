"""The words of a proof, language by language."""

import re
import tomllib

import pytest

from publish.errors import WrongCall
from publish.proof.wording import Wording, apart, languages, plain
from publish.resources import shipped

FOLDER = shipped("layouts") / "proof" / "labels"
ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))
_GAP = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_gaps(language):
    words = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    assert words.keys() == ENGLISH.keys()
    gaps = {key: sorted(set(_GAP.findall(text))) for key, text in words.items()}
    assert gaps == {key: sorted(set(_GAP.findall(text))) for key, text in ENGLISH.items()}


def test_the_six_languages_are_there():
    assert languages() == ("ar", "en", "es", "fr", "ru", "zh")


def test_french_has_its_no_break_spaces():
    words = tomllib.loads((FOLDER / "fr.toml").read_text(encoding="utf-8")).values()
    assert not [text for text in words if re.search(r"(?<![\u00a0\u202f])[:;!?%]", text)]


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "210.5 × 297 mm"), ("fr", "210,5 × 297 mm")]
)
def test_numbers_are_written_as_the_language_does(language, shown):
    assert Wording(language).size((210.5, 297.0)) == shown


def test_a_little_ink_is_never_called_nothing():
    say = Wording("en")
    assert [say.percent(value) for value in (0.0, 0.01, 0.6)] == [
        "0\u00a0%",
        "under 1\u00a0%",
        "1\u00a0%",
    ]


def test_digits_are_those_of_the_pictures():
    assert Wording("ar").percent(312.4) == "312٪"


@pytest.mark.parametrize("language", ["xx", "", "../en", "e n"])
def test_a_language_that_is_not_there_is_refused(language):
    with pytest.raises(WrongCall, match="ar, en, es"):
        Wording(language)


def test_a_variant_speaks_its_language():
    assert Wording("fr-CA")("bleed") == "Fond perdu"


def test_pictures_speak_english_where_letters_must_be_joined():
    assert Wording("ar").of_pictures("bleed") == "Bleed"
    assert Wording("ru").of_pictures("bleed") == "Вылеты"


def test_names_keep_their_direction():
    assert plain(apart("FOGRA39")) == "FOGRA39"
    assert apart("FOGRA39")[0] == "\u2068"
    assert apart("") == ""


def test_names_of_spot_inks_are_not_translated():
    assert Wording("fr").ink("Black") == "Noir"
    assert Wording("fr").ink("PANTONE Black C") == "PANTONE Black C"


def test_a_name_of_many_letters_is_cut():
    assert Wording("en").ink("x" * 380) == "x" * 59 + "…"
