"""An outline cut into captures: which of its blocks belong to which field, and which are not about the exercise."""
