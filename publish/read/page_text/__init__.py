"""Read the text of a web page as a statement and an organisation page, and report every line."""

from publish.read.page_text.markdown import to_markdown
from publish.read.page_text.recognise import Recognised, recognise
from publish.read.page_text.report import Confidence, Entry, ImportReport

__all__ = ["Confidence", "Entry", "ImportReport", "Recognised", "recognise", "to_markdown"]
