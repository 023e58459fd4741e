"""Words that end no line of a title: articles, prepositions and the like, by language.

They belong to the word behind them, so a title is never parted there. Words of one or two letters
and the commonest longer ones are enough: a title is short.
"""

from __future__ import annotations

_WORDS = {
    "ar": "في من إلى على عن مع أو ما لا أن إن بين",
    "cs": "a i k ke o od po pro s se u v ve z za ze do na",
    "de": "am an auf aus bei das dem den der des die ein eine einem einen einer für im in mit "
    "nach oder um und vom von vor zu zum zur",
    "en": "a an and as at but by for from in into its nor of on or our over the their to with",
    "es": "a al con cada de del e el en la las lo los ni no o para por que se sin sobre su sus "
    "u un una y",
    "fr": "à au aux avec ce ces cet cette chez dans de des du en et la le les leur leurs ne ni "
    "nos notre ou où par pas pour que qui sa sans se ses si son sous sur un une vers",
    "it": "a ad ai al alla alle che con da dal dalla dei del della delle di e ed il in la le lo "
    "nel nella o per su sul un una uno",
    "nl": "aan de den der een en het in met naar of om op te van voor",
    "pl": "a i o u w z na do od po za ze we ku dla lub",
    "pt": "a ao as com da das de do dos e em na nas no nos o os ou para pela pelo por que se um "
    "uma sem",
    "ru": "а без в во для до за и из или к ко на над не ни но о об от по под при про с со у",
    "uk": "а або без в від до з за і й із на над не о по під при про та у",
}

_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def short_words(language: str) -> frozenset[str]:
    """Return the short words of a language (BCP 47), in lower case; none where none are known."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower(), frozenset())
