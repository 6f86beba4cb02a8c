#!/usr/bin/env python3
"""Fits the weights of src/ocr/no_text.cpp, and tells how well they part text from stamps and handwriting.

    no_text_weights.py WORDS TRUTHS...

WORDS is a folder that no_text_words filled, TRUTHS are folders of NAME.gt.txt. A word is text when keeping it costs the
page fewer character errors than leaving it out; it counts by that difference. Words are paired with those of the truth in
order, and what is left of both by likeness, so that a wrong order does no harm. Pages whose name ends in an odd figure
are fitted on, the others only reported.
"""

import math
import pathlib
import re
import sys

from fitting import distance, folded, is_fitted_on, solved

RIDGE = 2.0  # as if so many characters of each kind had been seen
ROUNDS = 15
LIKE = 0.5
LIMITS = (0.2, 0.3, 0.4, 0.5)


def likeness(a, b):
    return 1 - distance(a, b) / max(len(a), len(b), 1)


def pairs_in_order(truth, words):
    """For each word the index of its word of the truth, or None."""
    cost = [[j for j in range(len(words) + 1)]]
    for i, wanted in enumerate(truth, 1):
        row = [cost[-1][0] + 1]
        for j, read in enumerate(words, 1):
            same = cost[-1][j - 1] + (0 if wanted == read else 1 if likeness(wanted, read) >= LIKE else 2)
            row.append(min(same, cost[-1][j] + 1, row[j - 1] + 1))
        cost.append(row)
    found = [None] * len(words)
    i, j = len(truth), len(words)
    while i and j:
        wanted, read = truth[i - 1], words[j - 1]
        step = 0 if wanted == read else 1 if likeness(wanted, read) >= LIKE else 2
        if step < 2 and cost[i][j] == cost[i - 1][j - 1] + step:
            found[j - 1] = i - 1
            i, j = i - 1, j - 1
        elif cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
        elif cost[i][j] == cost[i][j - 1] + 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
    return found


def labelled(table, truth_file):
    """The features of each word, what keeping it is worth in characters, and itself."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").split("\n")[1:] if line]
    truth = folded(truth_file.read_text(encoding="utf-8"))
    truth = [word for word in truth.split() if not re.fullmatch(r"_+\W?", word)]
    words = [folded(row[1]) for row in rows]
    found = pairs_in_order(truth, words)
    left = [i for i in range(len(truth)) if i not in set(found)]
    for j, word in enumerate(words):
        if found[j] is not None or not left:
            continue
        best = max(left, key=lambda i: likeness(truth[i], word))
        if likeness(truth[best], word) > LIKE and len(word) > 2:
            found[j] = best
            left.remove(best)
    result = []
    for row, before, word, index in zip(rows, ["", *words], words, found):
        features = [float(value) for value in row[2:-1]]
        if index is None and (word.endswith("-") or before.endswith("-")):
            continue  # halves of a word that the truth has whole
        if index is None:
            worth = -(len(word) + 1)
        else:
            worth = len(truth[index]) + 1 - distance(truth[index], word)
        result.append((features, worth, word, float(row[-1])))
    return result


def probability(weights, features):
    odds = sum(w * f for w, f in zip(weights, features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def fitted(words):
    """Logistic regression by Newton's method, all weights but the bias held down."""
    size = len(words[0][0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        curve = [[RIDGE * (i == j) if i else 1e-6 * (i == j) for j in range(size)] for i in range(size)]
        slope = [-RIDGE * weights[i] if i else 0.0 for i in range(size)]
        for features, worth, _, _ in words:
            p = probability(weights, features)
            weight = abs(worth)
            some = [(i, f) for i, f in enumerate(features) if f]
            for i, f in some:
                slope[i] += weight * ((worth > 0) - p) * f
                for j, g in some:
                    curve[i][j] += weight * p * (1 - p) * f * g
        weights = [w + d for w, d in zip(weights, solved(curve, slope))]
    return weights


def tell(name, words, of):
    text = [word for word in words if word[1] > 0]
    none = [word for word in words if word[1] <= 0]
    least = -sum(word[1] for word in none)
    print(f"{name}: {len(text)} words of text, {len(none)} that are none ({least} characters)")
    for limit in LIMITS:
        lost = [word for word in text if of(word) < limit]
        kept = [word for word in none if of(word) >= limit]
        print(f"  below {limit}: {len(lost)} of text lost ({sum(w[1] for w in lost)} characters), "
              f"{len(kept)} that are none kept ({-sum(w[1] for w in kept)} characters)")


def main():
    folder, *truth_folders = map(pathlib.Path, sys.argv[1:])
    pages = {}
    for table in sorted(folder.glob("*.tsv")):
        for truths in truth_folders:
            truth = truths / (table.stem + ".gt.txt")
            if truth.exists():
                pages[table.stem] = labelled(table, truth)
    names = next(iter(sorted(folder.glob("*.tsv")))).read_text(encoding="utf-8").split("\n")[0].split("\t")[2:-1]

    fit = [word for page, words in pages.items() if is_fitted_on(page) for word in words]
    rest = [word for page, words in pages.items() if not is_fitted_on(page) for word in words]
    weights = fitted(fit)
    for name, weight in zip(names, weights):
        print(f"{name:32} {weight:7.2f}")
    print("{" + ", ".join(f"{weight:.2f}" for weight in weights) + "}")
    for title, of in (("the weights above", lambda word: probability(weights, word[0])), ("the shipped weights", lambda word: word[3])):
        print(f"\n{title}")
        tell("pages fitted on", fit, of)
        tell("the others", rest, of)


if __name__ == "__main__":
    main()
