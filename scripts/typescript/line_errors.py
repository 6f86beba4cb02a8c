#!/usr/bin/env python3
"""Error rates over all lines from what `lstmeval --verbosity 2` says: line_errors.py LIST < OUTPUT

lstmeval's own figures are means of each line's rate, so a page number that is read wrong counts as much as a paragraph.
It says every line; that it left none out is checked against the .box files beside the files of LIST.
"""

import sys


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


characters = words = lines = 0
for path in open(sys.argv[1], encoding="utf-8").read().split():
    for line in open(path.removesuffix(".lstmf") + ".box", encoding="utf-8"):
        if line.startswith("WordStr"):
            text = line.split("#", 1)[1].strip()
            characters += len(text)
            words += len(text.split())
            lines += 1
wrong_characters = wrong_words = 0
truth = ""
read_lines = 0
for line in sys.stdin:
    if line.startswith("Truth:"):
        truth = line[6:].strip()
    elif line.startswith("OCR  :"):
        read = line[6:].strip()
        read_lines += 1
        wrong_characters += distance(truth, read)
        wrong_words += distance(truth.split(), read.split())
if read_lines != lines:
    sys.exit(f"{read_lines} lines were read of {lines}: no figure")
print(f"CER {100 * wrong_characters / characters:.2f} %  WER {100 * wrong_words / words:.2f} %  of {words} words")
