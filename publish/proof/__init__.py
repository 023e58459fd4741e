"""What the press will show: plates, composite and ink, as pictures and as one web page."""
