#!/usr/bin/env python3
"""How many wrong words of recognised texts a check finds, and how many of its findings are right.

    check_detection.py FINDINGS.jsonl [--letters] FILE:TRUTH...

FINDINGS is what 'emend check --format jsonl' says of the files; TRUTH is the right text of each. The words of both
(what stands between white space) are aligned at the least edit cost, a changed word costing the less the more letters
it keeps. A word of the file is wrong if it has no equal partner; a word that is missing from the file makes its left
neighbour wrong. A finding is right if it touches a wrong word (or the space beside one); a wrong word is found if a
finding touches it so. With --letters only letters and digits count, as in the second view of the project's scorer.
Prints by the least confidence of the findings that take part: findings, precision, recall.
"""
import collections
import json
import os
import re
import sys


def words_of(text):
    return [(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]


def folded(word, letters):
    word = word.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2014: "--", 0x2013: "-"})
    return re.sub(r"[\W_]+", "", word).lower() if letters else word


def cost_of(a, b):
    """Of one word for another: 0 to 1.4, so that a pair that shares letters is better than a loss and a gain."""
    if a == b:
        return 0.0
    shared = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 1.4 - 0.8 * shared / max(len(a), len(b), 1)


def aligned(ours, theirs):
    """Pairs of indices, None for what has no partner: least cost within a band around the diagonal."""
    rows, columns = len(ours), len(theirs)
    band = 60 + abs(rows - columns)
    infinite = float("inf")
    before = {j: float(j) for j in range(min(columns, band) + 1)}
    steps = []
    for i in range(1, rows + 1):
        low, high = max(0, i - band), min(columns, i + band)
        now, step = {}, {}
        for j in range(low, high + 1):
            best, how = before.get(j, infinite) + 1, 1
            if j > 0:
                diagonal = before.get(j - 1, infinite)
                if diagonal < best:
                    diagonal += cost_of(ours[i - 1], theirs[j - 1])
                    if diagonal <= best:
                        best, how = diagonal, 0
                left = now.get(j - 1, infinite) + 1
                if left < best:
                    best, how = left, 2
            now[j], step[j] = best, how
        before = now
        steps.append(step)
    pairs, i, j = [], rows, columns
    while i > 0 or j > 0:
        how = steps[i - 1].get(j, 1) if i > 0 else 2
        if how == 0:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif how == 1:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]


def wrong_words(text, truth, letters):
    """For each word of the text: its range in bytes, and whether it is wrong."""
    ours = [w for w in words_of(text) if not letters or folded(w[0], True)]
    theirs = [folded(w[0], letters) for w in words_of(truth) if not letters or folded(w[0], True)]
    forms = [folded(w[0], letters) for w in ours]
    wrong = [False] * len(ours)
    last = None
    for i, j in aligned(tuple(forms), tuple(theirs)):
        if i is None:
            if last is not None:
                wrong[last] = True
            continue
        wrong[i] = wrong[i] or j is None or forms[i] != theirs[j]
        last = i
    offsets = [0]
    for c in text:
        offsets.append(offsets[-1] + len(c.encode("utf-8")))
    return [(offsets[begin], offsets[end], bad) for (_, begin, end), bad in zip(ours, wrong)]


def main():
    arguments = sys.argv[1:]
    letters = "--letters" in arguments
    arguments = [a for a in arguments if a != "--letters"]
    findings = collections.defaultdict(list)
    with open(arguments[0], encoding="utf-8") as lines:
        for line in lines:
            finding = json.loads(line)
            findings[os.path.realpath(finding["file"])].append(
                (finding["span"][0], finding["span"][1], finding["confidence"]))
    hits = []  # confidence, is right
    found = []  # the best confidence of a finding on each wrong word, or -1
    total = 0
    for pair in arguments[1:]:
        path, truth_path = pair.split(":")
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        with open(truth_path, encoding="utf-8", newline="") as file:
            truth = file.read()
        words = wrong_words(text, truth, letters)
        total += len(words)
        best = [-1.0] * len(words)
        for begin, end, confidence in findings[os.path.realpath(path)]:
            is_right = False
            for i, (word_begin, word_end, bad) in enumerate(words):
                if word_begin <= end and begin <= word_end and bad:
                    is_right = True
                    best[i] = max(best[i], confidence)
            hits.append((confidence, is_right))
        found += [best[i] for i, word in enumerate(words) if word[2]]
    print(f"{len(arguments) - 1} files, {total} words, {len(found)} of them wrong")
    print("least confidence  findings  precision  recall")
    for least in (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        taken = [right for confidence, right in hits if confidence >= least]
        precision = sum(taken) / len(taken) if taken else 1
        recall = sum(1 for best in found if best >= max(least, 0)) / max(len(found), 1)
        print(f"{least:16.2f}  {len(taken):8}  {precision:9.3f}  {recall:6.3f}")


if __name__ == "__main__":
    main()
