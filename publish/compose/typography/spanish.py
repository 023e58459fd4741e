"""Spanish: «…» and “…” in Spain, “…” and ‘…’ in America; ``¿`` and ``¡`` stay with what follows.

An aside stands between two dashes that touch it: ``palabra —inciso— palabra`` (Ortografía de la
lengua española, 2010, 3.4.7).
"""

from __future__ import annotations

from publish.compose.typography import common
from publish.compose.typography.habits import Habits, Quotes, rule

_DASH = "(?:-{1,3}|[–—])"
_END = r"(?=[\s,.;:]|$)"

_RULES = (
    common.ELLIPSIS,
    common.APOSTROPHE,
    rule(r"(?<=[¿¡])<S>+", ""),
    *common.SPACES,
    *common.dates("es", "de"),
    rule(
        rf"\S<S>+(?P<spot>{_DASH}<S>+)"
        rf"(?=[^\W\d_][^–—.!?…\s]*(?:\s+(?!{_DASH}\s)[^–—.!?…\s]+){{0,25}}\s+{_DASH}{_END})",
        "—",
    ),
    rule(rf"(?<=\s)—[^\W\d_][^–—.!?…]{{0,200}}?(?P<spot><S>+{_DASH}){_END}", "—"),
    *common.dashes("–"),
    common.civilities("Sr. Sra. Srta. Sres. Sras. D. D.ª Dr. Dra. Prof. Lic. Ing. Excmo. Excma."),
    common.labelled("art. Art. arts. núm. núms. n.º N.º pág. págs. cap. párr. apdo."),
    common.counted("millones millón mil personas años días h horas euros"),
    *common.abbreviations("a._i. p._ej. EE._UU."),
)

SPANISH = Habits(_RULES, Quotes(("«", "»"), ("“", "”")))
AMERICAN = Habits(_RULES, Quotes(("“", "”"), ("‘", "’")))
