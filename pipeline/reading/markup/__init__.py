"""Reading of markup: the tree of a page as a browser shows it, and the outline of what a person reads."""
