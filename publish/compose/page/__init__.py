"""What is done to a page after its layout was filled: nothing an author wrote may be lost."""
