"""What each language does with what authors type. ``~`` is a no-break space, ``^`` a narrow one."""

from __future__ import annotations

import pytest

from publish.compose.typography import apply
from tests.unit.compose.typography.conftest import Set, page, shown

ER = '<span class="ordinal">er</span>'
RE = '<span class="ordinal">re</span>'
E = '<span class="ordinal">e</span>'

FRENCH = [
    ("Le lac ; la rive", "Le lac^; la rive"),
    ("Le lac; la rive", "Le lac^; la rive"),
    ("Qui vient ? Nous !", "Qui vient^? Nous^!"),
    ("Vraiment?!", "Vraiment^?!"),
    ("Original : français", "Original^: français"),
    ("Original: français", "Original^: français"),
    ("Rendez-vous dès 12:30.", "Rendez-vous dès 12:30."),
    ("Le mot « pont » reste.", "Le mot «^pont^» reste."),
    ("Le mot «pont» reste.", "Le mot «^pont^» reste."),
    ('Le mot "pont" reste.', "Le mot «^pont^» reste."),
    ('"Un "vrai" pont"', "«^Un “vrai” pont^»"),
    ('« Un "vrai" pont »', "«^Un “vrai” pont^»"),
    ('Un écran de 12" seulement', 'Un écran de 12" seulement'),
    ("l'eau d'aujourd'hui", "l’eau d’aujourd’hui"),
    ('l\'"École"', "l’«^École^»"),
    ("le 1er mars 2026", f"le 1{ER}~mars~2026"),
    ("la 1re fois, le 2e tour", f"la 1{RE} fois, le 2{E} tour"),
    ("au XXe siècle, la Ve République", f"au XX{E} siècle, la V{E} République"),
    ("François Ier", f"François I{ER}"),
    ("Me Durand, De Gaulle, Ce jour", "Me~Durand, De Gaulle, Ce jour"),
    ("12 500 000 personnes", "12^500^000~personnes"),
    ("en hausse de 5 %", "en hausse de 5~%"),
    ("à 12 h 30", "à~12~h~30"),
    ("Mme Durand et M. Petit", "Mme~Durand et M.~Petit"),
    ("J.-B. Petit et A. B. Durand", "J.-B.~Petit et A.~B.~Durand"),
    ("art. 5, n° 12, § 3, p. 7", "art.~5, n°~12, §~3, p.~7"),
    ("directeur a. i.", "directeur a.~i."),
    ("Le lac - la rive - le port", "Le lac~– la rive~– le port"),
    ("2022 - 2024", "2022 - 2024"),
    ("Et ensuite...", "Et ensuite…"),
    ("3 millions d'habitants", "3~millions d’habitants"),
]
CANADIAN = [
    ("Le lac ; la rive ! Qui ?", "Le lac; la rive! Qui?"),
    ("Original : français", "Original~: français"),
    ('Le mot "pont"', "Le mot «~pont~»"),
]
GERMAN = [
    ('Er sagt "ja".', "Er sagt „ja“."),
    ("\"Das 'Ja' zählt\"", "„Das ‚Ja‘ zählt“"),
    ("Das Haus - das alte", "Das Haus~– das alte"),
    ("am 12. März 2026, z. B.", "am 12.~März~2026, z.~B."),
    ("Art. 5 Abs. 2", "Art.~5 Abs.~2"),
    ("Frau Weber, Prof. Klein", "Frau~Weber, Prof.~Klein"),
]
SPANISH = [
    ('Dijo "sí".', "Dijo «sí»."),
    ('"El "otro" río"', "«El “otro” río»"),
    ("¿ Vienes? ¡ Claro!", "¿Vienes? ¡Claro!"),
    ("La casa - la grande - es azul.", "La casa —la grande— es azul."),
    ("La casa – la grande –, azul.", "La casa —la grande—, azul."),
    ("Río - Mar", "Río~– Mar"),
    ("el 12 de marzo de 2026", "el 12~de~marzo de~2026"),
    ("Sra. García, núm. 5, 20 %", "Sra.~García, núm.~5, 20~%"),
]
RUSSIAN = [
    ('Слово "мост" осталось.', "Слово «мост» осталось."),
    ('"Это "новый" мост"', "«Это „новый“ мост»"),
    ("Вода - это право.", "Вода~— это право."),
    ("Вода – это право.", "Вода~— это право."),
    ("и в доме, а я с ним", "и~в~доме, а~я~с~ним"),
    ("он же знал бы", "он~же знал~бы"),
    ("12 марта 2026 г.", "12~марта~2026~г."),
    ("№ 5, ст. 7, 5 млн", "№~5, ст.~7, 5~млн"),
    ("и т. д.", "и~т.~д."),
    ("г-жа Иванова, А. С. Петров", "г-жа~Иванова, А.~С.~Петров"),
]
ENGLISH = [
    ('She said "yes".', "She said “yes”."),
    ("\"The 'best' one\"", "“The ‘best’ one”"),
    ("workers' rights, it's", "workers’ rights, it’s"),
    ("the '90s", "the ’90s"),
    ("the lake - the old one", "the lake~– the old one"),
    ("the lake--the old one", "the lake—the old one"),
    ("on 12 March 2026", "on 12~March~2026"),
    ("on March 12, 2026", "on March~12, 2026"),
    ("Mr Banda and Dr. A. B. Cole", "Mr~Banda and Dr.~A.~B.~Cole"),
    ("5 km, 3 million, 5 per cent", "5~km, 3~million, 5~per cent"),
    ("No. 5, para. 7", "No.~5, para.~7"),
]
CHINESE = [
    ("学校,老师,学生", "学校，老师，学生"),
    ("学校, 老师. 学生", "学校，老师。学生"),
    ("好吗?好!", "好吗？好！"),
    ("目标:水;电", "目标：水；电"),
    ("学校(新的)有水", "学校（新的）有水"),
    ("学校(ABC)有水", "学校(ABC)有水"),
    ("第3,5号, OMA", "第3,5号, OMA"),
    ('他说"你好"。', "他说“你好”。"),
    ("内罗毕 / 日内瓦", "内罗毕/日内瓦"),
    ("第一行\n第二行", "第一行第二行"),
    ("使用 OMA 系统", "使用 OMA 系统"),
]
ARABIC = [
    ("الماء, ثم المدرسة", "الماء، ثم المدرسة"),
    ("الماء ; المدرسة", "الماء؛ المدرسة"),
    ("هل عاد?", "هل عاد؟"),
    ('قال "نعم"', "قال «نعم»"),
    ("12 مارس 2026", "12~مارس~2026"),
]
POLISH = [('w domu i "tak"', "w~domu i~„tak”")]
CZECH = [('v domě a "ano"', "v~domě a~„ano“")]
UNKNOWN = [('Hann sagði "já" - ekki?', 'Hann sagði "já" - ekki?')]

ALL = {
    "fr": FRENCH,
    "fr-CA": CANADIAN,
    "fr-BE": FRENCH[:3],
    "de": GERMAN,
    "de-CH": [('Er sagt "ja".', "Er sagt «ja».")],
    "es": SPANISH,
    "es-MX": [('Dijo "sí".', "Dijo “sí”.")],
    "ru": RUSSIAN,
    "en": ENGLISH,
    "zh": CHINESE,
    "zh-Hant": [('他說"你好"。', "他說「你好」。")],
    "ja": [("一行目\n二行目", "一行目二行目")],
    "ar": ARABIC,
    "pl": POLISH,
    "cs": CZECH,
    "is": UNKNOWN,
}
CASES = [(language, *pair) for language, pairs in ALL.items() for pair in pairs]


@pytest.mark.parametrize(("language", "typed", "expected"), CASES)
def test_habit(typeset: Set, language: str, typed: str, expected: str) -> None:
    assert typeset(typed, language) == expected


DIGITS = [
    ("arabic-indic", "في 12 مارس 2026", "في ١٢~مارس~٢٠٢٦"),
    ("arabic-indic", "الوثيقة A/RES/48/96 رقم 5", "الوثيقة A/RES/48/96 رقم ٥"),
    ("arabic-indic", "نسخة PDF/A-2 و4K", "نسخة PDF/A-2 و4K"),
    ("latin", "في ١٢ مارس", "في 12~مارس"),
    ("typed", "من ١٢ إلى 15", "من ١٢ إلى 15"),
]


@pytest.mark.parametrize(("digits", "typed", "expected"), DIGITS)
def test_digits_follow_the_setting(typeset: Set, digits: str, typed: str, expected: str) -> None:
    assert typeset(typed, "ar", digits) == expected


def test_digits_of_a_foreign_phrase_stay(typeset: Set) -> None:
    text = 'رقم 5 <span lang="en">no 5</span>'
    assert typeset(text, "ar", "arabic-indic") == 'رقم ٥ <span lang="en">no 5</span>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # A quotation that opens in one element and closes in another.
        ('Le "<b>grand</b> pont" est là', "Le «^<b>grand</b> pont^» est là"),
        # The space belongs to the element before the sign.
        ("Le <em>lac </em>; la rive", "Le <em>lac^</em>; la rive"),
        ("Le <em>lac</em> ; la rive", "Le <em>lac</em>^; la rive"),
        # Two spaces on both sides of a border are one on the page.
        ("Le <em>lac </em> ; la rive", "Le <em>lac^</em>; la rive"),
        # The call of a note does not part what stands around it.
        (
            'Un "pont<a role="doc-noteref" href="#n">1</a>" ; oui',
            'Un <span class="together">«^pont<a role="doc-noteref" href="#n">1</a></span>^»^; oui',
        ),
        # Each phrase keeps to its own language.
        ('Le <span lang="en">Desk; "old"</span> !', 'Le <span lang="en">Desk; “old”</span>^!'),
        # Code, addresses, and what must not be translated stay.
        ('<code>a ; "b"</code> ; <kbd>l\'x</kbd>', '<code>a ; "b"</code>^; <kbd>l\'x</kbd>'),
        ("https://oma.example/a?b;c : oui", "https://oma.example/a?b;c^: oui"),
        ("Voir oma.example/l'eau; ici", "Voir oma.example/l'eau^; ici"),
        ('<span translate="no">l\'x ; "y"</span>', '<span translate="no">l\'x ; "y"</span>'),
        # A line break is a border for what stays together, and none for quotations.
        ('Mme<br />Durand : "a<br />b"', "Mme<br />Durand^: «^a<br />b^»"),
    ],
)
def test_a_block_is_one_text(typeset: Set, typed: str, expected: str) -> None:
    assert typeset(typed, "fr") == expected


def test_the_last_line_of_a_paragraph_is_no_crumb(typeset: Set) -> None:
    long = "Une phrase assez longue pour courir sur deux lignes au moins, et pour finir"
    assert typeset(f"{long} ici.", "fr").endswith("finir~ici.")
    assert typeset(f"{long} demain matin.", "fr").endswith("finir demain~matin.")
    whole = '<span class="whole">lentement</span>.'
    assert typeset(f"{long} lentement.", "fr").endswith(f"finir {whole}")
    assert typeset("Très lentement.", "fr") == "Très lentement."
    chinese = "每天早晨都有数百万儿童走进没有自来水的学校，" * 2
    assert typeset(f"{chinese}我们共同行动。", "zh").endswith(
        '我们共<span class="together">同行动。</span>'
    )


def test_phrases_of_a_chinese_title_stay_together() -> None:
    root = page("<h1>一个湖泊：四个湖岸</h1><h1>一个湖泊</h1>", "zh")
    apply(root, language="zh")
    assert shown(root) == (
        '<h1><span class="together">一个湖泊：</span><span class="together">四个湖岸</span></h1>'
        "<h1>一个湖泊</h1>"
    )


def test_the_call_of_a_note_stays_with_its_word(typeset: Set) -> None:
    call = '<a role="doc-noteref" href="#n">1</a>'
    held = f'<span class="together">mot.{call}</span>'
    assert typeset(f"Le mot.{call} Et puis.", "fr") == f"Le {held} Et puis."
    assert typeset(f"Le <b>mot</b>{call}", "fr") == f"Le <b>mot</b>{call}"
    assert typeset(f"孩子们在学校。{call}他们", "zh") == (
        f'孩子们在<span class="together">学校。{call}</span>他们'
    )
    back = '<a role="doc-backlink" href="#r">↩</a>'
    assert typeset(f"Une note. {back}", "fr") == f'Une <span class="together">note. {back}</span>'
