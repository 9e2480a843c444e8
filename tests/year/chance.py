"""Draws from strategies by a seed, outside of a property: what `st.data()` is within one."""

from hypothesis import HealthCheck, Phase, given, seed, settings

EXAMPLES = 8  # of which one is taken: the first that Hypothesis tries is always the simplest
ONCE = settings(
    max_examples=EXAMPLES,
    phases=[Phase.generate],
    database=None,
    deadline=None,
    derandomize=False,
    suppress_health_check=list(HealthCheck),
)


class Chance:
    def __init__(self, random):
        self.random = random

    def draw(self, strategy):
        found = []

        @seed(self.random.getrandbits(64))
        @ONCE
        @given(strategy)
        def collect(value):
            found.append(value)

        collect()
        return self.random.choice(found)
