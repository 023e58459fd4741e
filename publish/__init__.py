"""publish: from the official text of a public body to releases that everyone can read.

One way through, room by room::

    read -> model -> compose -> structure -> render -> finish -> check -> deliver

`publish.editions` holds the recipes; start with `publish/editions/accessible.py`.
"""

__version__ = "0.1.0"
