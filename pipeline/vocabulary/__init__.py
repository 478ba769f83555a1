"""The words of the field: canonical terms, their other names and their hierarchy, from the YAML files beside this.

Pure: reads no file but its own data.
"""

from pipeline.vocabulary.terms import KINDS, Term, Vocabulary, fingerprint, key, load

__all__ = ["KINDS", "Term", "Vocabulary", "fingerprint", "key", "load"]
