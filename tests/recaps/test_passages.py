import pytest

from conferences.recaps.passages import tile


def tiles(length, body, talks):
    return [(p.kind.value, p.start, p.end, p.talk) for p in tile(length, body, talks)]


@pytest.mark.parametrize(
    ("length", "body", "talks", "expected"),
    [
        (0, 0, [], []),
        (9, 0, [], [("introduction", 0, 9, None)]),
        (9, 4, [(4, 9)], [("front matter", 0, 4, None), ("talk", 4, 9, 0)]),
        (
            9,
            0,
            [(2, 4), (6, 8)],
            [
                ("introduction", 0, 2, None),
                ("talk", 2, 4, 0),
                ("other", 4, 6, None),
                ("talk", 6, 8, 1),
                ("other", 8, 9, None),
            ],
        ),
        (9, 0, [(0, 9), (3, 5)], [("talk", 0, 3, 0), ("talk", 3, 5, 1), ("other", 5, 9, None)]),
        (9, 0, [(0, 9), (0, 9)], [("talk", 0, 9, 1)]),
    ],
)
def test_passages_tile_the_text(length, body, talks, expected):
    assert tiles(length, body, talks) == expected
