"""Connected sets: what shares a token, or leads to one known row, is one."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from conferences.importing.decisions.apart import Apart
from conferences.importing.identity import Token


def connected(
    groups: Sequence[Sequence[Token]],
    rows: Mapping[str, Collection[str]],
    apart: Apart | None = None,
) -> list[list[Token]]:
    """For each group of tokens all tokens of the connected set it belongs to, in order.

    `rows` are the keys of the rows known by each token's key. Sets with rows that are known to
    be `apart` stay two, and a group that ties them belongs to the set of its first token.
    """
    sets = _Sets(apart or {})
    for token in (token for group in groups for token in group):
        for row in sorted(rows.get(token.key, ())):
            sets.unite(token.key, row)
    for group in groups:
        for token in group[1:]:
            sets.unite(group[0].key, token.key)
    members: dict[str, dict[Token, None]] = defaultdict(dict)
    for token in (token for group in groups for token in group):
        members[sets.root(token.key)][token] = None
    return [list(members[sets.root(group[0].key)]) if group else [] for group in groups]


class _Sets:
    """Union-find over tokens and rows, which knows what is apart."""

    def __init__(self, apart: Apart) -> None:
        self.apart = apart
        self.parents: dict[str, str] = {}
        self.rows = {row: {row} for row in apart}
        """The rows known to be apart from others, in each set of any, by its root."""

    def root(self, node: str) -> str:
        parents = self.parents
        while parents.setdefault(node, node) != node:
            parents[node] = node = parents[parents[node]]
        return node

    def unite(self, one: str, other: str) -> None:
        one, other = self.root(one), self.root(other)
        if one == other or self._are_apart(one, other):
            return
        self.parents[other] = one
        if other in self.rows:
            self.rows[one] = self.rows.get(one, set()) | self.rows.pop(other)

    def _are_apart(self, one: str, other: str) -> bool:
        others = self.rows.get(other, ())
        return any(not self.apart[row].isdisjoint(others) for row in self.rows.get(one, ()))
