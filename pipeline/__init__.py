"""Turns saved web pages about strength exercises into clean, checked, searchable data."""

__version__ = "0.1.0"
