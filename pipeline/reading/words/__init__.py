"""The words that pages are read by: texts, labels, names and terms, and the profiles that say what they mean."""
