"""Author's files made into works: text with structure, places, languages and faults.

This room opens only what lies in the project's folder, never the network, and answers hostile
input with faults and not with exceptions.
"""

from publish.read.brand import house
from publish.read.names import PROJECT_FILE
from publish.read.sisters import texts_of
from publish.read.ticket import ticket, ticket_beside
from publish.read.works import TEXTS, Reading, project_of, works

__all__ = [
    "PROJECT_FILE",
    "TEXTS",
    "Reading",
    "house",
    "project_of",
    "texts_of",
    "ticket",
    "ticket_beside",
    "works",
]
