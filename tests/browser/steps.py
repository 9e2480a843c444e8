"""Steps of a visitor: each ends when the browser shows where it led."""


def follow(page, selector):
    """Click what opens another page, and wait until that page is loaded.

    A click alone ends before the answer comes: what is asked next would be asked of
    neither page, and rows would be read before they are saved.
    """
    with page.expect_navigation():
        page.click(selector)
