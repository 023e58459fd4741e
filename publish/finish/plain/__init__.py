"""The plain text: what a newsroom pastes."""

from publish.finish.plain.codes import without_codes
from publish.finish.plain.text import PlainText, plain_text

__all__ = ["PlainText", "plain_text", "without_codes"]
