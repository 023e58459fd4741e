"""`publish check`: judge finished files, made by publish or by anybody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson
