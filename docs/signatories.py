"""People and bodies who do not exist, to sign as many samples as there are shapes of a list.

The contact sheet and the tests over the examples draw from here, so that both look at the same
pages. Names are as long, as short and as accented as names are.
"""

from __future__ import annotations

from dataclasses import dataclass

#: How many sign: bodies alone, one, two, five … each is a shape of its own.
COUNTS = (0, 1, 2, 5, 7, 19, 48, 64)

#: Who may sign, in the order of protocol.
PEOPLE = (
    "Tomás Iriarte",
    "Amina Desrochers",
    "Ingrid Halvorsen",
    "Jean-Baptiste N’Diaye",
    "Wei Zhang",
    "Ruth Adeyemi-Clarke",
    "Mateo Quispe Rojas",
    "Siiri Mäkelä",
    "Leila Ben Amor",
    "Samuel Okafor",
    "Astrid Lindqvist",
    "Rami Haddad",
    "Nguyễn Thị Minh Châu",
    "Kwabena Asante-Mensah",
    "Zofia Wiśniewska",
    "Ólafur Þór Jónsson",
    "Fatoumata Diallo",
    "Đorđe Petrović",
    "Anahit Sargsyan",
    "María de los Ángeles Fernández-Villaverde y Olmedo",
    "Li Na",
    "Yohannes Tesfaye",
    "Sione Tupou",
    "Aroha Ngata",
    "Ines Cardoso da Silva",
    "Lars-Erik Öberg",
    "Chandrika Ratnayake",
    "Bayarmaa Ganbold",
    "Ilse van den Heuvel",
    "Noor Siddiqui",
    "Pádraig Ó Súilleabháin",
    "Marta Szűcs",
    "Abdoulaye Wane",
    "Hanna Kovalenko",
    "Teuila Leavasa",
    "Joaquim Mutemba",
    "Sunniva Aaberg",
    "Ayşe Yıldırım",
    "Emeka Nwosu",
    "Jana Dvořáková",
    "Kamal Perera",
    "Rosalind Achebe",
    "Vytautas Žukauskas",
    "Giulia D’Ambrosio",
    "Tshering Dorji",
    "Nadia El Khoury",
    "Alistair Murchison-Grey",
    "Mihi Paewai",
    "Ana Lucía Chuquimarca",
    "Daniel Cohen-Arazi",
    "Solveig Bjørnstad",
    "Ibrahim Sesay",
    "Catarina Valadão",
    "Peter Wanjala",
    "Elif Demirtaş",
    "Rasmus Kask",
    "Thandiwe Mokoena",
    "Grégoire Lefèvre-Mounier",
    "Sevara Karimova",
    "Manaia Faleolo",
    "Nikolaos Papadimitriou",
    "Berit Guttorm",
    "Óscar Huamán Condori",
    "Clémence Aubry",
)

ROLES = (
    "Director General",
    "Under-Secretary for the Coordination of Field Activities ad interim",
    "Principal Commissioner and Head of Family Relief",
    "Administrator",
    "High Representative",
    "Executive Director",
    "President",
    "Secretary-General",
    "Acting Chair of the Board",
    "Special Envoy for Rural Housing",
)

#: Name, acronym, and the key by which the examples know the mark of a body; empty without a mark.
BODIES = (
    ("Organization for Peaceful Mobility", "OPM", "OMA"),
    ("Office for Human Reconstruction", "OHR", "BRH"),
    ("Commission for Family Services", "CFS", "CSF"),
    ("Two Springs Fund", "TSF", "FDP"),
    ("Union of Registers and Archives", "URA", "UNRA"),
    ("Agency for Harvest and Bread", "AHB", "AMP"),
    ("League of Riverside Towns", "LRT", "LCR"),
    ("Office of Skies", "OS", "OC"),
    ("Institute of Tides", "IT", "IM"),
    ("Federation of Mountain Schools", "FMS", ""),
    ("Council of Island Harbours", "CIH", ""),
    ("Network of Night Clinics", "NNC", ""),
    ("Union of Night Workers", "UNW", ""),
    ("Alliance for Quiet Borders and Open Registers", "AQBOR", ""),
    ("Fund for Small Farms", "FSF", ""),
    ("Office of Learning", "OL", ""),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One who signs; without a name, the body signs alone."""

    name: str
    role: str
    body: str
    acronym: str
    key: str = ""


def samples(count: int) -> tuple[Sample, ...]:
    """Return so many who sign; for 0, nine bodies without a person."""
    if count == 0:
        return tuple(Sample("", "", *body) for body in BODIES[:9])
    # Steps without a common factor, so that the same role and body seldom meet again.
    return tuple(
        Sample(name, ROLES[number * 3 % len(ROLES)], *BODIES[number * 5 % len(BODIES)])
        for number, name in enumerate(PEOPLE[:count])
    )


def front_matter(count: int) -> str:
    """Return `[[signatories]]` in TOML."""
    entries = []
    for one in samples(count):
        lines = ["[[signatories]]"]
        if one.name:
            lines += [f'name = "{one.name}"', f'role = "{one.role}"']
        key = f', key = "{one.key}"' if one.key else ""
        lines += [f'body = {{ name = "{one.body}", acronym = "{one.acronym}"{key} }}']
        entries.append("\n".join(lines))
    return "\n\n".join(entries)


def statement(count: int) -> str:
    """Return a whole text in Markdown with so many signatories."""
    return f"""+++
kind = "statement"
symbol = "DC/2026/{40 + COUNTS.index(count) if count in COUNTS else count}"
lang = "en"
title = "Clean water within a short walk of every home"
subtitle = "A statement for the opening of the dry season"
kind_line = "Joint statement"
dateline = "Nairobi, 2 June 2026"
signatories_label = "Signed by"

{front_matter(count)}
+++

In the dry months, a walk for water takes up to four hours a day, and it is nearly always a girl
who walks. We have agreed on a simple measure: by 2030 no home in the eleven provinces will be
more than 500 metres away from clean water, in any season.

> “You cannot teach a child who is on the road to a well.”
>
> — Ruth Adeyemi-Clarke, Executive Director of AHB

## What we ask

We call on governments and donors:

- to publish a map of all wells, with the state of each, by the end of the year;
- to pay for repair as they pay for building;
- to let those who carry the water decide where the tap will be.

We will report on the first day of each dry season, well by well.
"""
