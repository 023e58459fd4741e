"""`publish import`: from the text of a web page to texts that can be published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, Language
