#!/usr/bin/env python3
"""How many words of restored pages stand in the wrong order.

    reading_order.py RESTORED TRUTHS...

RESTORED is a folder of emend restore, one page a document; TRUTHS are folders of NAME.gt.txt. Looks at the words of two
letters and more that the truth and the recognised text (raw.txt) have once each: those that are not in the longest run
of them that rises in both are out of order. Tells them page by page.
"""

import bisect
import collections
import pathlib
import re
import sys


def words_of(path):
    return re.findall(r"\w{2,}", path.read_text(encoding="utf-8").casefold())


def places(read, truth):
    """The place in the truth of each word that both have once, with the word, in the order of the text."""
    once = {word: place for place, word in enumerate(truth)}
    in_truth, in_text = collections.Counter(truth), collections.Counter(read)
    return [(once[word], word) for word in read if in_text[word] == 1 and in_truth[word] == 1]


def out_of_order(found):
    """The words outside the longest rising run (by patience sorting)."""
    tops, at, before = [], [], []
    for i, (place, _) in enumerate(found):
        pile = bisect.bisect_left(tops, place)
        tops[pile:pile + 1] = [place]
        at[pile:pile + 1] = [i]
        before.append(at[pile - 1] if pile else None)
    rising = set()
    i = at[-1] if at else None
    while i is not None:
        rising.add(i)
        i = before[i]
    return [word for i, (_, word) in enumerate(found) if i not in rising]


def main():
    restored, *truths = map(pathlib.Path, sys.argv[1:])
    pages = words = 0
    all_out = 0
    for text in sorted(restored.glob("*/raw.txt")):
        truth = next((file for folder in truths if (file := folder / (text.parent.name + ".gt.txt")).exists()), None)
        if truth is None:
            continue
        found = places(words_of(text), words_of(truth))
        out = out_of_order(found)
        pages += 1
        words += len(found)
        all_out += len(out)
        if out:
            print(f"{text.parent.name}: {len(out)} of {len(found)}: {' '.join(out)}")
    print(f"{pages} pages: {all_out} of {words} words out of order")


if __name__ == "__main__":
    main()
