"""One file of settings, read: what it says, on which line, and from where its paths count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.read import front_matter
from publish.read.brand.fields import BrandFields, ProjectFields
from publish.read.field_faults import Rulings, held
from publish.read.findings import Findings
from publish.read.front_matter import FrontMatter
from publish.read.images import inside
from publish.read.names import BRAND_FILE, PROJECT_FILE
from publish.resources import shipped
from publish.standards.rules import brand as rules
from publish.standards.rules import storage

if TYPE_CHECKING:
    from publish.standards.ruling import Ruling

#: The largest file of settings, in bytes.
_LARGEST = 1_000_000

_RULINGS = Rulings(storage.UNKNOWN_SETTING, storage.WRONG_SETTING, storage.WRONG_SETTING)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of settings.

    Attributes:
        path: of the file; paths that it names count from its folder.
        fields: what it says, without what is wrong.
        data: tells on which line each setting stands.
        findings: its faults.
    """

    path: Path
    fields: BrandFields
    data: FrontMatter
    findings: Findings

    def fault(self, ruling: Ruling, path: front_matter.Path, detail: str, hint: str = "") -> None:
        """Add a fault at a setting."""
        self.findings.fault(ruling, self.data.line_of(path), detail, hint=hint)

    def warning(self, ruling: Ruling, path: front_matter.Path, detail: str) -> None:
        """Add a warning at a setting."""
        self.findings.warning(ruling, self.data.line_of(path), detail)


def sheets(project: Path) -> tuple[Sheet, ...]:
    """Read the settings of a project and of its brand, the most important first.

    Args:
        project: a folder that has a `publish.toml`; or that of a brand, read by itself.
    """
    if not (project / PROJECT_FILE).is_file():
        return _alone(project)
    first = _read(project / PROJECT_FILE, PROJECT_FILE, ProjectFields)
    name = first.fields.brand
    if name is None and (project / "brand" / BRAND_FILE).is_file():
        name = "brand"
    if name is None:
        return (first,)
    own = _own(name, project)
    if own is None:
        return (first, *_shipped(name, first))
    label = own.relative_to(project.resolve()).as_posix()
    second = _read(own, label, BrandFields)
    return (first, second, *_shipped(second.fields.brand, second))


def _alone(folder: Path) -> tuple[Sheet, ...]:
    if not (folder / BRAND_FILE).is_file():
        return ()
    only = _read(folder / BRAND_FILE, BRAND_FILE, BrandFields)
    return (only, *_shipped(only.fields.brand, only))


@cache
def shipped_brands() -> dict[str, Path]:
    """Return the folders of our own brands by their names."""
    home = shipped("assets") / "brands"
    return {
        folder.name: folder for folder in sorted(home.iterdir()) if (folder / BRAND_FILE).is_file()
    }


def _own(name: str, project: Path) -> Path | None:
    """Return the file of a brand of the project, if that is what the name means."""
    folder = inside(name, project / PROJECT_FILE, project.resolve())
    return folder / BRAND_FILE if folder and (folder / BRAND_FILE).is_file() else None


def _shipped(name: str | None, sheet: Sheet) -> tuple[Sheet, ...]:
    """Read one of our brands; say so at the setting where there is none of that name."""
    if name is None:
        return ()
    if folder := shipped_brands().get(name):
        return (_read(folder / BRAND_FILE, f"assets/brands/{name}/{BRAND_FILE}", BrandFields),)
    known = ", ".join(shipped_brands())
    hint = f"name a folder with a {BRAND_FILE} in it, inside the project, or one of ours: {known}"
    sheet.fault(rules.BRAND_NOT_FOUND, ("brand",), name, hint)
    return ()


def _read(path: Path, label: str, model: type[BrandFields]) -> Sheet:
    """Read one file; where it cannot be read, nothing is set and a fault says why."""
    findings = Findings(label)
    data = _data(path, findings) or FrontMatter({}, "", {}, 0)
    fields = held(data.values, model, data, findings, _RULINGS)
    return Sheet(path, fields or model(), data, findings)


def _data(path: Path, findings: Findings) -> FrontMatter | None:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        findings.fault(storage.SETTINGS_UNREADABLE, detail="it is no text in UTF-8")
        return None
    except OSError as error:
        findings.fault(storage.SETTINGS_UNREADABLE, detail=error.strerror or str(error))
        return None
    if len(content) > _LARGEST:
        findings.fault(storage.SETTINGS_UNREADABLE, detail="it is larger than 1 MB")
        return None
    return front_matter.whole(text, findings, storage.SETTINGS_UNREADABLE)
