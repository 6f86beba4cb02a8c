#!/usr/bin/env python3
"""Error rates of the typed lines of a page alone, where its truth leaves out the rest: letterheads, stamps, file marks.

    typed_lines.py FOLDER NAME...

FOLDER has what `typed_lines.sh` makes: NAME.lines.tsv (x, y, width, height and text of each typed line), NAME.json and
NAME.txt (document.json and clean.txt of emend restore), NAME.tesseract.tsv. A word counts when its middle lies in a line's
box; words of the clean text count when the words that they were made of do. Words stay in the order of the output.
"""

import difflib
import json
import pathlib
import re
import sys

from fitting import distance, folded

MARGIN = 0.25  # of a line's height: its box is drawn tightly


def words_of(text):
    return re.sub(r"(?<=[A-Za-z])-\s*\n\s*(?=[A-Za-z])", "", folded(text)).split()


def lines_of(path):
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        x, y, width, height, text = line.split("\t")
        lines.append((int(x), int(y), int(width), int(height), text))
    return lines


def is_inside(box, lines):
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    return any(left <= x <= left + width and top - MARGIN * height <= y <= top + (1 + MARGIN) * height
               for left, top, width, height, _ in lines)


def words_read(document):
    """Text and box of each word of the recognised text, in order, with the ends of lines."""
    for page in document["pages"]:
        for block in page["blocks"]:
            for paragraph in block["paragraphs"]:
                for line in paragraph["lines"]:
                    for word in line["words"]:
                        if word["readings"][0]["text"]:
                            yield word["readings"][0]["text"], word["box"]


def clean_words(document, clean, lines):
    read = [(folded(text), is_inside(box, lines)) for text, box in words_read(document)]
    words = folded(clean).split()
    kept = []
    matcher = difflib.SequenceMatcher(None, [text for text, _ in read], words, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        for i in range(begin, end):
            if kind == "equal":
                inside = read[first + i - begin][1]
            else:
                near = read[first:last] or read[max(0, first - 1):first + 1]
                inside = 2 * sum(is_in for _, is_in in near) >= max(1, len(near))
            if inside:
                kept.append(words[i])
    return kept


def tesseract_words(table, lines):
    """Words inside, halves at the ends of lines joined as in the truth."""
    text = ""
    before = None
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if cells[0] != "5" or not cells[11].strip() or not is_inside([int(cell) for cell in cells[6:10]], lines):
            continue
        text += ("\n" if cells[1:5] != before else " ") + cells[11]
        before = cells[1:5]
    return words_of(text)


def main():
    folder, names = pathlib.Path(sys.argv[1]), sys.argv[2:]
    totals = {}
    print(f"{'page':28} {'lines':>5}  {'tesseract: CER':>14} {'WER':>6}  {'emend: CER':>10} {'WER':>6}")
    for name in names:
        lines = lines_of(folder / f"{name}.lines.tsv")
        truth = words_of("\n".join(text for *_, text in lines))
        document = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        clean = clean_words(document, (folder / f"{name}.txt").read_text(encoding="utf-8"), lines)
        row = f"{name:28} {len(lines):5}"
        table = folder / f"{name}.tesseract.tsv"
        outputs = [("tesseract", tesseract_words(table.read_text(encoding="utf-8"), lines) if table.exists() else None),
                   ("emend", clean)]
        for who, words in outputs:
            if words is None:
                row += f"  {'-':>14} {'-':>6}"
                continue
            characters = distance(" ".join(truth), " ".join(words))
            wrong = distance(truth, words)
            total = totals.setdefault(who, [0, 0, 0, 0])
            for i, value in enumerate((characters, len(" ".join(truth)), wrong, len(truth))):
                total[i] += value
            row += f"  {100 * characters / len(' '.join(truth)):{14 if who == 'tesseract' else 10}.2f} {100 * wrong / len(truth):6.2f}"
        print(row)
    for who, (characters, length, wrong, count) in totals.items():
        print(f"all, {who}: CER {100 * characters / length:.2f}, WER {100 * wrong / count:.2f} ({count} words)")


if __name__ == "__main__":
    main()
