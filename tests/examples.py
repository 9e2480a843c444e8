"""How many examples a property is tried with."""

from hypothesis import settings


def at_least(number):
    """For cheap properties: more examples than the profile asks for, unless it asks for more."""
    return settings(max_examples=max(number, settings.default.max_examples))
