#!/usr/bin/env python3
"""How near the estimate behind quality-outlier comes to the true share of wrong words of a file.

    EMEND_DATA=DIR tests/accuracy/check_quality.py [fit|report]

The estimate is what src/check/corpus/quality.cpp makes of a file: the sum of the confidences of its findings, which
'emend check' tells, over its words. The truth is the share of words that are wrong (check_detection.py). report (what is
done unless told otherwise): documents of text/overproof whose name has an MD5 that begins with an odd digit, text/bln600,
and a tenth of text/tesseract-degraded; fit: the other half of text/overproof, and what an estimate must be multiplied by.
EMEND is the program (build/release/emend unless set), EMEND_FIRST how many files of a set at most.
"""
import collections
import glob
import hashlib
import json
import os
import subprocess
import sys

import check_detection

DATA = os.environ["EMEND_DATA"]
EMEND = os.environ.get("EMEND", os.path.join(os.path.dirname(__file__), "../../build/release/emend"))
FIRST = int(os.environ.get("EMEND_FIRST", "1000000"))
WORDS_LEFT_IN = float(os.environ.get("EMEND_FACTOR", "1"))  # to try another factor out
FEWEST_WORDS = 100  # as in quality.cpp


def overproof(is_odd):
    return [(p, p.replace(".ocr.txt", ".gt.txt")) for p in sorted(glob.glob(f"{DATA}/text/overproof/*.ocr.txt"))
            if int(hashlib.md5(os.path.basename(p)[:-len(".ocr.txt")].encode()).hexdigest()[0], 16) % 2 == is_odd]


def bln600():
    return [(p, p.replace(".ocr.txt", ".gt.txt")) for p in sorted(glob.glob(f"{DATA}/text/bln600/*.ocr.txt"))]


def degraded():
    pairs = []
    for path in sorted(glob.glob(f"{DATA}/text/tesseract-degraded/*/*.txt")):
        truth = f"{DATA}/text/tesseract-degraded/gt/{os.path.basename(path).split('.')[0]}.gt.txt"
        if "/gt/" not in path and os.path.exists(truth):
            pairs.append((path, truth))
    return pairs[::10]


def estimates(pairs):
    run = subprocess.run([EMEND, "check", "--isolated", "--no-cache", "--exit-zero", "--format", "jsonl", "--file-list",
                          "-"], input="\0".join(p for p, _ in pairs) + "\0", capture_output=True, text=True, check=False)
    sums = collections.Counter()
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        if finding["rule"] not in ("quality-outlier", "name-in-two-spellings", "missing-page", "changed-convention"):
            sums[os.path.realpath(finding["file"])] += finding["confidence"]
    rows = []
    for path, truth_path in pairs:
        with open(path, encoding="utf-8", newline="", errors="replace") as file:
            text = file.read()
        with open(truth_path, encoding="utf-8", newline="", errors="replace") as file:
            truth = file.read()
        words = check_detection.wrong_words(text, truth, False)
        if len(words) >= FEWEST_WORDS:
            rows.append((sum(w[2] for w in words) / len(words),
                         WORDS_LEFT_IN * sums[os.path.realpath(path)] / len(words)))
    return rows


def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    at = [0.0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and values[order[j + 1]] == values[order[i]]:
            j += 1
        for k in range(i, j + 1):
            at[order[k]] = (i + j) / 2
        i = j + 1
    return at


def correlation(a, b):
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    above = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b))
    below = (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5
    return above / below if below else 0.0


def told(name, pairs):
    rows = estimates(pairs[:FIRST])
    if not rows:
        return
    true, said = [r[0] for r in rows], [r[1] for r in rows]
    within = sum(1 for t, s in rows if abs(t - s) <= max(0.02, t / 3)) / len(rows)
    print(f"{name}: {len(rows)} files, true share {sum(true) / len(true):.3f}, estimate {sum(said) / len(said):.3f}, "
          f"mean difference {sum(abs(t - s) for t, s in rows) / len(rows):.3f}, within a third or 0.02 {within:.2f}, "
          f"correlation of ranks {correlation(ranks(true), ranks(said)):.3f}")
    for low, high in ((0, .05), (.05, .1), (.1, .2), (.2, .3), (.3, .5), (.5, 1.01)):
        part = [r for r in rows if low <= r[0] < high]
        if part:
            print(f"  true share {low:.2f} to {min(high, 1):.2f}: {len(part)} files, true {sum(r[0] for r in part) / len(part):.3f}, "
                  f"estimate {sum(r[1] for r in part) / len(part):.3f}")


def main():
    if sys.argv[1:] == ["fit"]:
        told("text/overproof, the other half", overproof(0))
        rows = estimates(overproof(0)[:FIRST])
        print(f"factor {sum(r[0] * r[1] for r in rows) / sum(r[1] ** 2 for r in rows):.3f} by least squares")
        return
    told("text/overproof, the half that nothing was fitted on", overproof(1))
    told("text/bln600", bln600())
    told("text/tesseract-degraded", degraded())


if __name__ == "__main__":
    main()
