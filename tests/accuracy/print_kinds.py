#!/usr/bin/env python3
"""What the wrong words of recognised print are, before any correction: how much of them reading could mend at all.

    print_kinds.py RESTORED BOOK...

RESTORED is a folder of emend restore with a folder for each book, BOOK a folder of NAME.gt.txt. Words beyond the first and
the last right one of a page are its edges: running heads, page numbers, signatures, which the truths leave out. Footnote
marks are [1] in the truths.
"""

import collections
import pathlib
import re
import sys

from fitting import folded


def words_of(text):
    return re.sub(r"(?<=[A-Za-z])-\s*\n\s*(?=[a-z])", "", folded(text)).split()


def steps_between(truth, read):
    """Pairs of a word of the truth and a word that was read; None where there is none."""
    cost = [list(range(len(read) + 1))]
    for i, wanted in enumerate(truth, 1):
        row = [i]
        for j, word in enumerate(read, 1):
            row.append(min(cost[-1][j - 1] + (wanted != word), cost[-1][j] + 1, row[-1] + 1))
        cost.append(row)
    i, j, steps = len(truth), len(read), []
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (truth[i - 1] != read[j - 1]):
            i, j = i - 1, j - 1
            steps.append((truth[i], read[j]))
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            steps.append((truth[i], None))
        else:
            j -= 1
            steps.append((None, read[j]))
    return steps[::-1]


def kind_of(wanted, word):
    if wanted is not None and re.search(r"\[\w+\]", wanted):
        return "footnote marks"
    if wanted is None:
        return "too many"
    if word is None:
        return "missing"
    if re.sub(r"\W", "", wanted) == re.sub(r"\W", "", word):
        return "marks"
    return "letters"


def main():
    restored, *books = map(pathlib.Path, sys.argv[1:])
    kinds = ("edges", "footnote marks", "letters", "marks", "missing", "too many")
    print(f"{'book':24} {'words':>6} " + " ".join(f"{kind:>14}" for kind in kinds))
    total, words = collections.Counter(), 0
    for book in books:
        of_book, count = collections.Counter(), 0
        for truth in sorted(book.glob("*.gt.txt")):
            raw = restored / book.name / truth.name.removesuffix(".gt.txt") / "raw.txt"
            if not raw.exists():
                continue
            wanted = words_of(truth.read_text(encoding="utf-8"))
            count += len(wanted)
            steps = steps_between(wanted, words_of(raw.read_text(encoding="utf-8")))
            right = [i for i, (a, b) in enumerate(steps) if a == b] or [len(steps)]
            for i, (a, b) in enumerate(steps):
                if a != b:
                    is_edge = a is None and not right[0] < i < right[-1]
                    of_book["edges" if is_edge else kind_of(a, b)] += 1
        print(f"{book.name:24} {count:6} " + " ".join(f"{of_book[kind]:14}" for kind in kinds))
        total += of_book
        words += count
    print(f"{'all':24} {words:6} " + " ".join(f"{total[kind]:14}" for kind in kinds))


if __name__ == "__main__":
    main()
