"""What the press will show: plates, composite and ink, as pictures and as one web page."""

from publish.proof.folder import write_folder, write_page
from publish.proof.make import Order, Proof
from publish.proof.page import notes
from publish.proof.wording import Wording, plain

__all__ = ["Order", "Proof", "Wording", "notes", "plain", "write_folder", "write_page"]
