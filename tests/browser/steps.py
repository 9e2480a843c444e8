"""Steps of a visitor: each ends when the browser shows where it led."""

MOST_TABS = 150

# What has the focus: its name, and whether one sees that it has it.
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: (element.getAttribute("aria-label") || element.innerText || element.value || "").trim(),
    isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


def follow(page, selector):
    """Click what opens another page, and wait until that page is loaded.

    A click alone ends before the answer comes: what is asked next would be asked of
    neither page, and rows would be read before they are saved.
    """
    with page.expect_navigation():
        page.click(selector)


def follow_by_key(page, key="Enter"):
    """Press a key that opens another page, and wait until that page is loaded."""
    with page.expect_navigation():
        page.keyboard.press(key)


def tab_to(page, name):
    """Press Tab until what is called `name` has the focus, which is seen all the way."""
    passed = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["isSeen"], f"nobody sees the focus on {focused['name']!r} of {page.url}"
        if focused["name"] == name:
            return
        passed.append(focused["name"])
    raise AssertionError(f"Tab never came to {name!r} on {page.url}, but to {passed}")


def is_in_view(page, selector):
    """Whether the beginning of an element stands in the window."""
    box = page.locator(selector).bounding_box()
    return 0 <= box["y"] < page.viewport_size["height"]


def background_of(page, selector):
    return page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor")
