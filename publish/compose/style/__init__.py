"""How a page looks: the style sheets in their order, a brand's colours and faces among them.

What a project adds of its own is held against what a press can print.
"""
