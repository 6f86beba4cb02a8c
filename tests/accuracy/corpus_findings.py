#!/usr/bin/env python3
"""What 'emend check' finds only by looking at a whole corpus, on right texts and where a fault was planted.

    EMEND_DATA=DIR tests/accuracy/corpus_findings.py [EMEND]

Right texts: the truths of each folder as a corpus; every finding is shown, since truths have faults of their own.
Planted faults: one in a copy of such a corpus, and again for other places (seed 1907); how many of them are found, and
how many other findings of the rule come with them. A page: a file taken out (birds1907, whose files are numbered). A
worse file: the recognised text of one document among the truths of the others (overproof, bln600). Mojibake: a file
whose UTF-8 is read as Windows-1252. A name: one letter of a name that stands ten times or more. A convention: straight
quotes made curly, or the other way.
"""
import collections
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

EMEND = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "../../build/release/emend")
DATA = os.environ.get("EMEND_DATA") or sys.exit("EMEND_DATA names the folder of the data")
TIMES = int(os.environ.get("EMEND_TIMES", "20"))
RULES = ["name-in-two-spellings", "changed-convention", "missing-page", "quality-outlier", "mojibake"]


def check(folder, rules=RULES):
    run = subprocess.run(
        [EMEND, "check", "--isolated", "--exit-zero", "--format", "jsonl", "--cache-dir",
         os.path.join(CACHE, "cache"), *(["--select", ",".join(rules)] if rules else []), "."],
        cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 3):
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def truths(name):
    return {os.path.basename(f): open(f, encoding="utf-8").read()
            for f in sorted(glob.glob(os.path.join(DATA, name, "*.gt.txt")))}


def written(texts):
    folder = tempfile.mkdtemp(dir=CACHE)
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return folder


def right_texts():
    print("right texts: files, words, findings by rule")
    total_words = total = 0
    for name in CORPORA:
        texts = truths(name)
        folder = written(texts)
        found = check(folder)
        words = sum(len(t.split()) for t in texts.values())
        total_words += words
        total += len(found)
        rules = collections.Counter(f["rule"] for f in found)
        print(f"  {name}: {len(texts)} files, {words} words, {dict(rules) or 'none'}")
        for f in found:
            print(f"    {f['file']}: {f['before'] or ''} -> {f['after'] or ''}: {f['message']}")
        shutil.rmtree(folder)
    print(f"  all: {total} findings in {total_words} words")


def planted(title, rule, corpus, plant, all_rules=False):
    """plant(texts, rng) changes a copy and gives whether a finding is the one that was to come, or None."""
    rng = random.Random(1907)
    texts = truths(corpus)
    folder = written(texts)
    rules = [] if all_rules else [rule]
    before = {(f["file"], f["id"]) for f in check(folder, rules) if f["rule"] == rule}
    shutil.rmtree(folder)
    tried = found = others = 0
    for _ in range(TIMES):
        copy = dict(texts)
        is_it = plant(copy, rng)
        if is_it is None:
            continue
        folder = written(copy)
        findings = [f for f in check(folder, rules) if f["rule"] == rule]
        shutil.rmtree(folder)
        tried += 1
        found += any(is_it(f) for f in findings)
        others += sum(not is_it(f) and (f["file"], f["id"]) not in before for f in findings)
    print(f"  {title}, {corpus}: {found} of {tried} found, {others} other findings")


def take_page(texts, rng):
    names = sorted(texts)
    at = rng.randrange(1, len(names) - 1)
    missing = names[at]
    del texts[missing]
    return lambda f: missing in f["message"]


def worse_file(corpus):
    def plant(texts, rng):
        name = rng.choice([n for n in sorted(texts) if len(texts[n].split()) >= 100])
        texts[name] = open(os.path.join(DATA, corpus, name.replace(".gt.txt", ".ocr.txt")), encoding="utf-8").read()
        return lambda f: f["file"] == name
    return plant


def mojibake(texts, rng):
    name = rng.choice(sorted(n for n in texts if re.search("[\u00a0-\uffff]", texts[n])) or [""])
    if not name:
        return None
    texts[name] = "".join(as_windows(c.encode()) for c in texts[name])
    return lambda f: f["file"] == name


def as_windows(raw):
    return "".join(bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in raw)


def other_letter(texts, rng):
    counts = collections.Counter(w for t in texts.values() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{5,}\b", t))
    names = sorted(w for w, n in counts.items() if n >= 10)
    if not names:
        return None
    name = rng.choice(names)
    at = rng.randrange(1, len(name) - 2)
    slip = name[:at] + rng.choice("abcdefghiklmnoprstuvwy".replace(name[at], "")) + name[at + 1:]
    places = [(n, m.start()) for n in sorted(texts) for m in re.finditer(r"(?<=[a-z,] )" + name + r"\b", texts[n])]
    file, place = rng.choice(places)
    texts[file] = texts[file][:place] + slip + texts[file][place + len(name):]
    return lambda f: f["before"] == slip and f["after"] == name


def other_quotes(texts, rng):
    names = sorted(n for n in texts if texts[n].count('"') >= 4 or texts[n].count("“") >= 2)
    if len(names) < 5:
        return None
    name = rng.choice(names)
    if '"' in texts[name]:
        texts[name] = re.sub('"([^"]*)"', "“\\1”", texts[name])
    else:
        texts[name] = re.sub("[“”]", '"', texts[name])
    return lambda f: f["file"] == name and "quotes" in f["message"]


CORPORA = ["text/birds1907", "text/bln600", "text/overproof", "typed/ehri", "typed/fbi"] + sorted(
    "print/" + os.path.basename(f.rstrip("/")) for f in glob.glob(os.path.join(DATA, "print/*/")))
CACHE = tempfile.mkdtemp()
try:
    if os.environ.get("EMEND_PART", "right") == "right":
        right_texts()
    print(f"planted faults, {TIMES} times each")
    planted("a page taken out", "missing-page", "text/birds1907", take_page)
    for texts_of in ("text/overproof", "text/bln600"):
        planted("a recognised text among right ones", "quality-outlier", texts_of, worse_file(texts_of))
        planted("the same, with all rules", "quality-outlier", texts_of, worse_file(texts_of), True)
    for texts_of in ("text/birds1907", "text/bln600", "print/papaoppo"):
        planted("mojibake", "mojibake", texts_of, mojibake)
    for texts_of in ("text/bln600", "text/overproof", "print/papaoppo"):
        planted("a letter of a name", "name-in-two-spellings", texts_of, other_letter)
    for texts_of in ("text/bln600", "print/papaoppo", "print/thornton"):
        planted("quotes of the other kind", "changed-convention", texts_of, other_quotes)
finally:
    shutil.rmtree(CACHE)
