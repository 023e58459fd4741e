"""Pages put in place on the sheets of the press."""
