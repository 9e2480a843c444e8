from conferences.importing.match.align import Part, align

THREADS = Part.of("Cutting threads", "Measure twice and cut once, said the smith.", ["Ada Turner"])
GEARS = Part.of("Gears that last", "Oil them every morning before work.", ["Bo Millar"])
LATHE = Part.of("A lathe at home", "Mind the neighbours and the power bill.", [])


def test_equal_parts_pair_wherever_they_stand():
    assert align([THREADS, GEARS, LATHE], [LATHE, THREADS, GEARS]) == {0: 2, 1: 0, 2: 1}


def test_equal_twins_pair_in_order():
    assert align([GEARS, GEARS], [GEARS, GEARS]) == {0: 0, 1: 1}


def test_a_new_title_over_the_same_body_is_the_same_part():
    retitled = Part.of("How to cut a thread", "Measure twice and cut once, said the smith.", [])

    assert align([THREADS, GEARS], [GEARS, retitled]) == {0: 1, 1: 0}


def test_swapped_titles_stay_with_their_bodies():
    threads = Part.of("Gears that last", "Measure twice and cut once, said the smith.", [])
    gears = Part.of("Cutting threads", "Oil them every morning before work.", [])

    assert align([THREADS, GEARS], [threads, gears]) == {0: 0, 1: 1}


def test_what_is_not_alike_pairs_with_nothing():
    assert align([THREADS], [LATHE]) == {}


def test_a_part_pairs_once():
    longer = Part.of("Cutting threads", "Measure twice and cut once, said the smith again.", [])

    assert align([THREADS], [longer, THREADS]) == {1: 0}
