"""Reading of plain text: its lines, made those of one way of writing, and the outline of them."""
