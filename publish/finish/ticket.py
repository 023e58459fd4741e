"""A job ticket as the bytes of its file."""

from __future__ import annotations

import dataclasses
import datetime
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publish.model.ticket import Ticket


def ticket_json(ticket: Ticket) -> bytes:
    """Write a ticket as JSON, UTF-8, with sorted names and a line feed at the end.

    What is not known is left out; the same ticket gives the same bytes. `publish.read.ticket`
    reads it back as the same record.
    """
    record = _plain(dataclasses.asdict(ticket))
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: whole numbers without a fraction, micrometres at most."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        rounded = round(value, 3)
        return int(rounded) if rounded == int(rounded) else rounded
    return value
