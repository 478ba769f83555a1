"""Which line of an outline holds the name of the exercise, and how much of it is the name."""
