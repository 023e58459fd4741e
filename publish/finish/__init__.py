"""From rendered pages to one conforming file: metadata, bookmarks, page labels, identifier."""

from publish.finish.accessible import accessible

__all__ = ["accessible"]
