"""The plain text: what a newsroom pastes."""

from publish.finish.plain.text import PlainText, plain_text

__all__ = ["PlainText", "plain_text"]
