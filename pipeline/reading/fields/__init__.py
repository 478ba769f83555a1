"""What captures say for each field: facts, steps, tips, names and the description, and what sentences state."""
