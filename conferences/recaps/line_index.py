"""Line numbers of character offsets."""

from bisect import bisect_left, bisect_right


class LineIndex:
    """Finds 1-based lines in a text by bisection."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def last_line(self, start: int, end: int) -> int:
        """The line of the last character before `end`; of `start` where there is none."""
        return max(self.line(start), bisect_left(self.starts, end))
