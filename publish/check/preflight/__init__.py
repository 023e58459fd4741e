"""Whether a file can go to the press: the rules of PDF/X-4 and those of print shops.

Works on any PDF, also on one that is not ours and on a hostile one.
"""
