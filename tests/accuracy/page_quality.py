#!/usr/bin/env python3
"""How well the expected error rate of a page follows the true one, and the line that it is told by.

    page_quality.py RESTORED TRUTHS...

RESTORED is a folder of emend restore, one page a document; TRUTHS are folders of NAME.gt.txt. The text that was recognised
is compared, not the corrected one. Fits the figures of src/ocr/expected_errors.cpp on pages whose name ends in an odd
figure, and prints the rank correlation with the true rate for them and for the others, for the line fitted here and for
what the program wrote.
"""

import json
import math
import pathlib
import re
import sys

from fitting import distance, folded, is_fitted_on, solved

MOST_NO_TEXT = 0.5  # as in src/ocr/expected_errors.cpp
LEAST_PERCENT = 0.2


def compared(text):
    return " ".join(re.sub(r"(?<=[A-Za-z])-\s*\n\s*(?=[A-Za-z])", "", folded(text)).split())


def figures_of(page):
    """How unsure the engine was of its letters, and how much was taken for no text, for each letter of text."""
    letters = unsure = no_text = 0
    for block in page["blocks"]:
        for paragraph in block["paragraphs"]:
            for line in paragraph["lines"]:
                for word in line["words"]:
                    best = word["readings"][0]
                    letters += len(best["text"])
                    unsure += len(best["text"]) * (1 - best["confidence"])
                    if not best["text"] and len(word["readings"]) > 1:
                        no_text += len(word["readings"][1]["text"])
    letters = max(letters, 1)
    return unsure / letters, min(no_text / letters, MOST_NO_TEXT)


def least_squares(rows, wanted):
    size = len(rows[0])
    matrix = [[sum(row[i] * row[j] for row in rows) for j in range(size)] for i in range(size)]
    return solved(matrix, [sum(row[i] * y for row, y in zip(rows, wanted)) for i in range(size)])


def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    for rank, index in enumerate(order):
        result[index] = rank
    return result


def correlation(a, b):
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    common = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b))
    return common / math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b) or 1)


def main():
    restored, *truth_folders = map(pathlib.Path, sys.argv[1:])
    pages = []
    for folder in sorted(restored.iterdir()):
        for truths in truth_folders:
            truth = truths / (folder.name + ".gt.txt")
            if not truth.exists() or not (folder / "document.json").exists():
                continue
            page = json.loads((folder / "document.json").read_text(encoding="utf-8"))["pages"][0]
            wanted, read = compared(truth.read_text(encoding="utf-8")), compared((folder / "raw.txt").read_text(encoding="utf-8"))
            rate = distance(wanted, read) / max(len(wanted), 1)
            pages.append((folder.name, 100 * rate, figures_of(page), 100 * page.get("expected_error_rate", -1)))
    fit = [page for page in pages if is_fitted_on(page[0])]
    rest = [page for page in pages if page not in fit]
    line = least_squares([(1, *page[2]) for page in fit], [math.log(max(page[1], LEAST_PERCENT)) for page in fit])
    print(f"log of the rate in percent: {line[0]:.2f} + {line[1]:.2f} unsure + {line[2]:.2f} no text")
    for title, some in (("fitted on", fit), ("the others", rest), ("all", pages)):
        true = [page[1] for page in some]
        of_line = [line[0] + line[1] * page[2][0] + line[2] * page[2][1] for page in some]
        written = [page[3] for page in some]
        print(f"{title:12} {len(some):3} pages: rank correlation {correlation(ranks(of_line), ranks(true)):.2f}, "
              f"as the program wrote it {correlation(ranks(written), ranks(true)):.2f}")
    print("\npage, true and expected error rate in percent")
    for name, rate, _, expected in sorted(pages, key=lambda page: -page[3]):
        print(f"{name:32} {rate:6.2f} {expected:6.2f}")


if __name__ == "__main__":
    main()
