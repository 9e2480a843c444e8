"""What people rule of rows: that two are one, that one is two, that two are not the same."""
