"""Names of speakers, topics and talks in texts: found, stored, and shown as links.

Stored HTML has no such links: mentions hold the places, and pages put the links in, so that a
new, renamed or merged name needs no rendering of old notes.
"""

from conferences.mentions.keeping import keep_mentions, rebuild_mentions

__all__ = ["keep_mentions", "rebuild_mentions"]
