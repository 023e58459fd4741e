"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
Language = Annotated[
    str,
    typer.Option(
        help="Language of texts that do not say it themselves, for example fr or zh-Hans.",
        metavar="TAG",
        show_default=False,
    ),
]
