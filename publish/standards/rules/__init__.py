"""The fault codes, one module for each place where faults are found."""
