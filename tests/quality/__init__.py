"""How well pages are read: a corpus with expected records, its score, and the floor below which it must not fall."""
