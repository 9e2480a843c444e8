"""Search over talks, speakers, topics, conferences and announcements."""
