"""The block of signatories: the order of their names, its groups and its columns."""
