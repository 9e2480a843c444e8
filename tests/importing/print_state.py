"""Prints what people see of the base that the environment names, as JSON."""

import json

import django

django.setup()

from tests.importing.state import visible_state  # noqa: E402  (needs the apps set up)

print(json.dumps(visible_state(), sort_keys=True, default=str))
