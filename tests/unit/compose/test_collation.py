"""Names stand in the order of their own alphabet, the same on every machine."""

import pytest

from publish.compose.signing.collation import sort_key


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("fr", "Darc Étienne Eve Ñandú Novak Zhang"),
        ("es", "Nadal Nunzio Nuñez Núñoz Ñandú Oca"),
        ("fr-CA", "cote côte coté côté"),
        ("ru", "Ёлкин Еремин Жук Иванов Йод Яков Adam"),
        ("ar", "آدم أحمد ب خالد Adam"),
        ("zh", "艾力 陈静 李娜 王芳 张伟 郑和"),
        ("zh-Hans", "艾力 陈静 李娜 王芳 张伟 郑和"),
        ("zh-Hant", "王芳 李娜 張偉 陳靜 鄭和"),
        ("sv", "Zimmer Ågren Äng Öberg"),
        ("de", "Ågren Äng Öberg Ofen Zimmer"),
        ("da", "Zimmer Äng Öberg Ågren"),
        ("en-GB", "Abt Öberg Zhang"),
        ("tlh", "Abt Öberg Zhang"),
    ],
)
def test_order(language: str, in_order: str) -> None:
    expected = in_order.split()
    assert sorted(sorted(expected), key=lambda name: sort_key(name, language)) == expected
