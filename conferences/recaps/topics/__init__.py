"""What a post's talks may be looked up by: technologies, products, techniques it names.

Candidates are found by their form, by marks and in the vocabulary (candidates.py), brought
together as terms (terms.py), weighed by named evidence (evidence.py) with weights learned from
labelled posts (weights.json, written by `python -m tests.bench topics --train`), and the best
are chosen (choosing.py).
"""

from .choosing import find_topics
from .places import topic_places, topics_within

__all__ = ["find_topics", "topic_places", "topics_within"]
