"""Reading: from the bytes of a recap post to an `Outline`. Pure: knows nothing of Django."""
