#!/usr/bin/env python3
"""Fits how likely a finding of 'emend check' is a fault: the weights of src/check/fault_confidence.cpp.

    EMEND_DATA=DIR tests/accuracy/fault_confidence.py

Recognised and true texts of text/overproof (documents whose name has an MD5 that begins with an even digit) and of
text/birds1907 (every second page), which are never reported on. A finding of a recognised text is right where it touches
a wrong word (check_detection.py); one of a true text is wrong. Prints the weights and, by what they say, how many were
right. EMEND is the program (build/release/emend unless set). To fit anew, build it with kLeastTold = 0 first: what is not
told cannot be counted.
"""
import collections
import glob
import hashlib
import json
import math
import os
import subprocess

import check_detection

DATA = os.environ["EMEND_DATA"]
EMEND = os.environ.get("EMEND", os.path.join(os.path.dirname(__file__), "../../build/release/emend"))
WORDS = ("misread-word", "misread-name", "split-word", "joined-words", "stray-letter")
MARKS = ("lost-mark", "stray-mark", "misread-mark", "misread-capital", "drifted-mark")
UNKNOWN = ("unknown-word",)
WORDS_OF_PRIOR, SHARE_OF_PRIOR, LOG_OF_BAD_SHARE = 20, 0.005, -4  # as in fault_confidence.cpp
RIDGE = 0.5


def stems():
    for path in sorted(glob.glob(os.path.join(DATA, "text/overproof/*.ocr.txt"))):
        stem = path[:-len(".ocr.txt")]
        if int(hashlib.md5(os.path.basename(stem).encode()).hexdigest()[0], 16) % 2 == 0:
            yield stem
    for path in sorted(glob.glob(os.path.join(DATA, "text/birds1907/*.ocr.txt")))[::2]:
        yield path[:-len(".ocr.txt")]


def findings_of(paths):
    run = subprocess.run([EMEND, "check", "--isolated", "--no-cache", "--exit-zero", "--format", "jsonl", "--file-list",
                          "-", "--select", ",".join(WORDS + MARKS + UNKNOWN)],
                         input="\0".join(paths) + "\0", capture_output=True, text=True, check=True)
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        found[os.path.realpath(finding["file"])].append(finding)
    return found


def examples():
    """For each finding: its rule, log-odds of the fix, company, whether it is right, whether its text is a true one."""
    for ending in (".ocr.txt", ".gt.txt"):
        paths = [stem + ending for stem in stems()]
        found = findings_of(paths)
        for path, stem in zip(paths, stems()):
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
            with open(stem + ".gt.txt", encoding="utf-8", newline="") as file:
                truth = file.read()
            wrong = [w for w in check_detection.wrong_words(text, truth, False) if w[2]] if ending == ".ocr.txt" else []
            findings = found[os.path.realpath(path)]
            repaired = sum(f["rule"] in WORDS for f in findings)
            count = len(text.split())
            for f in findings:
                begin, end = f["span"]
                is_right = any(b <= end and begin <= e for b, e, _ in wrong)
                company = math.log((repaired - (f["rule"] in WORDS)) / (count + WORDS_OF_PRIOR) + SHARE_OF_PRIOR)
                fix = min(max(f["fix_confidence"] or 0.5, 0.01), 0.99)
                yield f["rule"], math.log(fix / (1 - fix)), company - LOG_OF_BAD_SHARE, is_right, ending == ".gt.txt"


def solved(matrix, right):
    rows = [row + [value] for row, value in zip(matrix, right)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def probability(weights, features):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(a * b for a, b in zip(weights, features))))))


def fitted(inputs, outputs):
    """Logistic regression by Newton's method, with a ridge on all weights but the constant."""
    size = len(inputs[0])
    weights = [0.0] * size
    for _ in range(40):
        gradient = [0.0] + [-RIDGE * w for w in weights[1:]]
        hessian = [[(RIDGE if i == j and i > 0 else 1e-6 if i == j else 0.0) for j in range(size)] for i in range(size)]
        for features, output in zip(inputs, outputs):
            p = probability(weights, features)
            for i in range(size):
                gradient[i] += (output - p) * features[i]
                for j in range(size):
                    hessian[i][j] += p * (1 - p) * features[i] * features[j]
        step = solved(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-7:
            break
    return weights


def main():
    rows = list(examples())
    for name, rules, features in (
            ("words: constant, repair, company", WORDS, lambda r: [1, r[1], r[2]]),
            ("marks: constant, repair, company, drifted", MARKS, lambda r: [1, r[1], r[2], float(r[0] == MARKS[-1])]),
            ("unknown words: constant, company", UNKNOWN, lambda r: [1, r[2]])):
        group = [r for r in rows if r[0] in rules]
        inputs = [features(r) for r in group]
        weights = fitted(inputs, [float(r[3]) for r in group])
        print(name, [round(w, 2) for w in weights])
        told = [(probability(weights, x), r) for x, r in zip(inputs, group)]
        for low, high in ((0, .3), (.3, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
            part = [(p, r) for p, r in told if low <= p < high]
            if part:
                print(f"  {low:.2f}  {len(part):5} findings, said {sum(p for p, _ in part) / len(part):.3f}, "
                      f"right {sum(r[3] for _, r in part) / len(part):.3f}, {sum(r[4] for _, r in part)} of true texts")


if __name__ == "__main__":
    main()
