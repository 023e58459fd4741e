"""Whether a file can go to the press: the rules of PDF/X-4 and those of print shops.

Works on any PDF, also on one that is not ours and on a hostile one. In the order of the work:

- `run` holds a file against all rules; ``rules/`` has them, `checks` tells which function checks
  which, `rule` and `hit` are the records, and `waivers` lets findings pass;
- `subject` is the file as rules see it: `boxes`, `xmp`, `census` (all that its pages can call), and
  the drawing, whose records stand in `drawing` and `colour_space`;
- `walk` makes the drawing, with `operators`, `text_operators` and `frame`; `font_program` and `jpx`
  look into fonts and pictures; `measure` has the sizes and places that several rules need;
- `report` is what comes of it, `wording` and `web_report` say it to people; `facts` says what the
  file is in the words of a job ticket, and `job_limits` which numbers it is held against.

Why this walk is not that of `publish.check.page_walk`: see `publish.check`.
"""
