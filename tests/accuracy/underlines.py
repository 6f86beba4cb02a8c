"""Text with underlined words, and how many of them a restored page has; see underlines.sh.

underlines.py text                 prose on standard input, typed text on standard output
underlines.py count TYPED FOLDER   FOLDER/pages/NAME.gt.txt against FOLDER/restored/NAME/clean.txt
"""
import pathlib
import random
import re
import sys
import textwrap
from collections import Counter

WORD = r"[A-Za-z0-9]+"


def typed_text(prose, paragraphs=30, line=60):
    chance = random.Random(5)
    typed = []
    for paragraph in prose.split("\n\n"):
        paragraph = re.sub(r"\s+", " ", paragraph).strip()
        if not 200 < len(paragraph) < 700 or not re.fullmatch(r"[A-Za-z0-9 ,.;:'\"()!?-]+", paragraph):
            continue
        words, marked, at = paragraph.split(), [], 0
        while at < len(words):
            some = words[at:at + chance.choice([1, 1, 2, 3])]
            if chance.random() < 0.05 and all(word.isalpha() for word in some):
                marked.append("_" + "\x01".join(some) + "_")
                at += len(some)
            else:
                marked.append(words[at])
                at += 1
        lines = textwrap.wrap(" ".join(marked), line, break_long_words=False, break_on_hyphens=False)
        typed.append("\n".join(lines).replace("\x01", " "))
        if len(typed) == paragraphs:
            break
    return "\n\n".join(typed) + "\n"


def underlined(text):
    return Counter(word for stretch in re.findall(r"_([^_\n]+(?:\n[^_\n]+)?)_", text) for word in re.findall(WORD, stretch))


def count(typed, folder):
    flat, inside = [], False
    for piece in re.findall("_|" + WORD, typed):
        if piece == "_":
            inside = not inside
        else:
            flat.append((piece, inside))
    plain = [word for word, _ in flat]
    truth = output = both = 0
    for clean in sorted(folder.glob("restored/*/clean.txt")):
        page = re.findall(WORD, (folder / "pages" / (clean.parent.name + ".gt.txt")).read_text())
        begin = next(at for at in range(len(plain)) if plain[at:at + 12] == page[:12])
        want = Counter(word for word, is_inside in flat[begin:begin + len(page)] if is_inside)
        got = underlined(clean.read_text())
        truth, output, both = truth + want.total(), output + got.total(), both + (want & got).total()
    print(f"underlined {truth}, in the output {output}, agreed {both}: "
          f"recall {both / max(truth, 1):.3f}, precision {both / max(output, 1):.3f}")


if __name__ == "__main__":
    if sys.argv[1] == "text":
        sys.stdout.write(typed_text(sys.stdin.read()))
    else:
        count(pathlib.Path(sys.argv[2]).read_text(), pathlib.Path(sys.argv[3]))
