"""Connected sets: what shares a token, or leads to one known row, is one."""

from collections.abc import Collection, Mapping, Sequence

from conferences.importing.identity import Token


def connected(
    groups: Sequence[Sequence[Token]], rows: Mapping[str, Collection[str]]
) -> list[list[Token]]:
    """For each group of tokens all tokens of the connected set it belongs to, in order.

    `rows` are the keys of the rows known by each token's key. Union-find over tokens and rows.
    """
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for group in groups:
        nodes = [token.key for token in group]
        nodes += [row for token in group for row in rows.get(token.key, ())]
        for node in nodes[1:]:
            parent[root(node)] = root(nodes[0])
    members: dict[str, dict[Token, None]] = {}
    for group in groups:
        for token in group:
            members.setdefault(root(token.key), {})[token] = None
    return [list(members[root(group[0].key)]) if group else [] for group in groups]
