"""What the scripts that fit something share: texts as they are compared, edit distance, linear equations."""

import re


def folded(text):
    for curly, straight in (("\u2018", "'"), ("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2014", "--"), ("\u2013", "-")):
        text = text.replace(curly, straight)
    return text


def distance(a, b):
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        left = i
        for j, y in enumerate(b, 1):
            here = before if x == y else before + 1
            if row[j] + 1 < here:
                here = row[j] + 1
            if left + 1 < here:
                here = left + 1
            before, row[j] = row[j], here
            left = here
    return row[-1]


def solved(matrix, right):
    """The solution of linear equations, by elimination with pivots."""
    size = len(matrix)
    rows = [list(row) + [right[i]] for i, row in enumerate(matrix)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                for c in range(i, size + 1):
                    rows[r][c] -= factor * rows[i][c]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def is_fitted_on(page):
    """Pages whose name ends in an odd figure are fitted on, the others only reported."""
    return int(re.findall(r"\d", page)[-1]) % 2 == 1
