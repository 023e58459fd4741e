"""From rendered pages to one conforming file: metadata, bookmarks, page labels, identifier."""

from publish.finish.accessible import accessible
from publish.finish.plain import plain_text
from publish.finish.web import web
from publish.finish.withdraw import claim_only

__all__ = ["accessible", "claim_only", "plain_text", "web"]
