"""Patterns written as lists of words."""


def een_van(woorden: str) -> str:
    """The alternatives of a pattern, written as words with a space between; an underscore is a space inside one."""
    return "|".join(woorden.split()).replace("_", " ")
