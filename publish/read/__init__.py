"""Author's files made into works: text with structure, places, languages and faults.

This room opens only what lies in the project's folder, never the network, and answers hostile
input with faults and not with exceptions.
"""

from publish.read.brand import house
from publish.read.names import PROJECT_FILE
from publish.read.works import Reading, project_of, works

__all__ = ["PROJECT_FILE", "Reading", "house", "project_of", "works"]
