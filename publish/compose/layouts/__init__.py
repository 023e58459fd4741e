"""Layouts: where they are found, how they are filled, and what they may call to show a record."""
