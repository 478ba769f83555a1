"""Proof of relevance: questions with graded answers over a collection of its own, asked of this program and of two others."""
