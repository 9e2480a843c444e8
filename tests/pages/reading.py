"""What a reader finds on a page: its texts and where its links lead."""

import html5lib


def read(response):
    return html5lib.parse(response.content, namespaceHTMLElements=False)


def texts(page, path):
    """The text of each element at `path`, blanks as one."""
    return [text_of(element) for element in page.iterfind(path)]


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def links(page, path=".//main"):
    """The addresses that the links under the first element at `path` lead to, in order."""
    return [link.get("href") for link in page.find(path).iterfind(".//a")]


def head_link(page, rel):
    return page.find(f".//head/link[@rel='{rel}']").get("href")
