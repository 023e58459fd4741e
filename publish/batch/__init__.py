"""Many works in one run: read, make, validate in one call, deliver."""

from publish.batch.run import Order, Result, run

__all__ = ["Order", "Result", "run"]
