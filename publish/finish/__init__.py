"""From rendered pages to one conforming file: metadata, bookmarks, page labels, identifier."""

from publish.finish.accessible import accessible
from publish.finish.plain import PlainText, plain_text, without_codes
from publish.finish.press import house_inks, press_ready
from publish.finish.ticket import ticket_json
from publish.finish.web import foot_last, heavy_pictures, web
from publish.finish.withdraw import claim_only

__all__ = [
    "PlainText",
    "accessible",
    "claim_only",
    "foot_last",
    "heavy_pictures",
    "house_inks",
    "plain_text",
    "press_ready",
    "ticket_json",
    "web",
    "without_codes",
]
