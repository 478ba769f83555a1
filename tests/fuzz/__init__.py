"""Damaged pages by the thousand: none may crash, hang or bloat the reading, and each comes back accepted or rejected."""
