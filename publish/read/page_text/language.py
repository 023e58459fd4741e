"""Which language a text is in, told by its script, its commonest words and the labels it uses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publish.read.page_text.labels import OWN_NAMES, languages_of, plain

#: Words that are common in one language and rare in the others.
_COMMON = {
    "en": "the of and to in is that for with are this by from we our as have has been on which",
    "fr": "le les des du et est dans pour que qui nous une au aux sur avec cette sont par ces "
    "notre leurs l d qu la de",
    "es": "el los las del y en que por con una nosotros para es al como su sus esta estos entre "
    "nuestro la de",
    "pt": "o os as do da dos das e em que por com uma para não é ao como seu são nós nosso pelo de",
    "it": "il lo gli della dei delle e di che per con una sono nel nella alla dal questo noi anche",
    "de": "der die das und in den von zu mit ist für auf des dem ein eine nicht wir unsere werden",
    "nl": "de het een en van in is op te dat voor met zijn wij onze niet aan door worden",
    "sv": "och att det som en på är av för med den till inte vi har om ett",
    "pl": "i w na z do że się nie jest oraz przez dla od o są które wszystkich",
    "tr": "ve bir bu için ile olan da de olarak daha tüm biz çok her",
    "sw": "na ya wa kwa ni katika za la watu kila haki cha kama sisi",
    "id": "dan yang di untuk dengan dari ini pada dalam tidak kami adalah orang setiap",
    "ru": "и в на не что с по для как это мы от из все при к также или наши",
    "uk": "і в на не що з та для як це ми від до всі при або наші у",
    "bg": "и в на не че с за от да се като ние това ще всички или са",
    "sr": "и у на не да се за од као ми ово сви или су је",
    "ar": "في من على إلى أن هذا هذه التي الذي مع عن ما لا أو كل بين كان قد نحن",
    "fa": "در به از که این را با است برای آن هر یا باشد می ما",
    "ur": "اور کے میں کی سے کا ہے کو پر نے یہ کہ ہیں ہم گے",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}

#: Letters that only one of the languages with a shared script uses.
_TELLING_LETTERS = {
    "fr": "œùêëîïûç", "es": "ñ¿¡", "pt": "ãõ", "de": "ßäöü", "sv": "å", "pl": "łżźśęą",
    "tr": "ğışİ", "uk": "іїєґ", "ru": "ыэё", "sr": "ђћљњџј",
    "ur": "ٹڈڑںےہ", "ar": "ةىيك",
}  # fmt: skip

#: Scripts, as the first word of Unicode character names, and the languages we know in them.
_SCRIPTS = {
    "LATIN": ("en", "fr", "es", "pt", "it", "de", "nl", "sv", "pl", "tr", "sw", "id"),
    "CYRILLIC": ("ru", "uk", "bg", "sr"),
    "ARABIC": ("ar", "fa", "ur"),
    "CJK": ("zh",),
    "HEBREW": ("he",),
    "GREEK": ("el",),
    "DEVANAGARI": ("hi",),
    "BENGALI": ("bn",),
    "THAI": ("th",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "ETHIOPIC": ("am",),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
}

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A language and how it was told.

    Attributes:
        language: BCP 47; empty where it is not clear.
        reason: in an editor's words.
    """

    language: str
    reason: str


def language_of(texts: Sequence[str]) -> Finding:
    """Tell the language of some lines of text."""
    script = _script_of(texts)
    if not script:
        return Finding("", "there are no letters")
    candidates = _SCRIPTS[script]
    if len(candidates) == 1:
        return Finding(candidates[0], "told by its script")
    scores = _scores(texts, candidates)
    (first, best), (second, next_best) = scores.most_common(2)
    if best < 2 or best < 1.25 * next_best:
        rivals = first if next_best == 0 else f"{first} or {second}"
        return Finding("", f"could be {rivals}" if best else "no known word was met")
    return Finding(first, "told by its script and commonest words")


def language_of_line(text: str, default: str) -> str:
    """Return the language of one line where it clearly differs from the text around it.

    Acronyms and names prove nothing, so a line is taken for another language only when it is the
    name of a language in a menu, or words of that language are met and none of the default.
    """
    if own := OWN_NAMES.get(plain(text)):
        return own
    if not (script := _script_of([text])):
        return default
    main = default.split("-")[0]
    candidates = _SCRIPTS[script]
    if main in candidates:
        return default
    if len(candidates) == 1:
        return candidates[0]
    scores = _scores([text], candidates)
    (first, best), (_, next_best) = scores.most_common(2)
    clear = best >= 3 and best >= 1.5 * next_best
    return first if clear else default


def _script_of(texts: Iterable[str]) -> str:
    """Return the script of most letters. Kana outweighs the Chinese characters beside it."""
    scripts: Counter[str] = Counter()
    for letter, times in Counter("".join(texts)).items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "").split(" ")[0]] += times
    known = Counter({name: times for name, times in scripts.items() if name in _SCRIPTS})
    if not known:
        return ""
    if known["HIRAGANA"] * 5 > known["CJK"] and known["HIRAGANA"]:
        return "HIRAGANA"
    return max(known, key=lambda name: known[name] * (2.5 if name == "CJK" else 1))


def _scores(texts: Sequence[str], candidates: Sequence[str]) -> Counter[str]:
    """Count the evidence for each language: common words, telling letters, known labels."""
    words = Counter(_WORD.findall(" ".join(texts).casefold().replace("’", "'")))
    letters = Counter("".join(words.elements()))
    labels = Counter(languages_of(texts))
    scores: Counter[str] = Counter()
    for language in candidates:
        common = sum(words[word] for word in _COMMON_WORDS.get(language, ()))
        telling = sum(letters[letter] for letter in _TELLING_LETTERS.get(language, ""))
        # int() keeps the Counter honest; letters are weak, labels are strong.
        scores[language] = int(10 * common + 4 * telling + 30 * labels[language])
    return Counter({language: score // 10 for language, score in scores.items()})
