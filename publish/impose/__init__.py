"""Pages put in place on the sheets of the press."""

from publish.impose.job import SCHEMES, Job, Scheme
from publish.impose.run import Imposed, impose, ticket_of

__all__ = ["SCHEMES", "Imposed", "Job", "Scheme", "impose", "ticket_of"]
