"""Russian: «…» and „…“, a long dash with a no-break space before it, no short word at a line's end.

Source: А. Э. Мильчин, Л. К. Чельцова, Справочник издателя и автора.
"""

from __future__ import annotations

from publish.compose.typography import common
from publish.compose.typography.habits import NO_BREAK, Habits, Quotes, one_of, rule

RUSSIAN = Habits(
    rules=(
        common.ELLIPSIS,
        *common.SPACES,
        *common.dates("ru"),
        *common.dashes("—"),
        rule(r"(?<=\S)<S>+(?P<spot>–)(?=<S>+[^\s\d])", "—"),
        common.small_words("в к с и о у а я"),
        # Particles belong to the word before them.
        rule(rf"(?<=\w)(?P<spot><S>+)(?=(?:{one_of('же ли бы б ж')})(?!\w))", NO_BREAK),
        common.civilities("г. г-н г-жа гг. г-на г-жи г-ну г-же акад. проф. д-р им."),
        common.labelled("ст. п. пп. ч. гл. с. стр. рис. табл. разд."),
        common.counted(
            "км м см мм кг г т га л кв. куб. руб. млн млрд тыс. долл. процентов процента лет "
            "года год г. гг. ч мин."
        ),
        *common.abbreviations("т._е. т._д. т._п. т._к. и._о. н._э. т._н. к._п."),
    ),
    quotes=Quotes(("«", "»"), ("„", "“")),
)
