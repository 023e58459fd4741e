"""From rendered pages to one file for the press: colours, boxes, marks, output intent."""
