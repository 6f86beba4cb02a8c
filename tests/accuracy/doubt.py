#!/usr/bin/env python3
"""What a threshold of --mark-doubtful marks in scans: how many words, how many of them wrong, how many of the wrong ones.

    tests/accuracy/doubt.py RESTORED TRUTHS

RESTORED holds results of `emend restore`, TRUTHS the files NAME.gt.txt. Looks at the words as the engine read them, by
its confidence alone, since that is what the threshold speaks of where nothing was changed. A word is right where the
alignment of both texts, word by word without the marks around them, has it in both.
"""
import difflib
import json
import pathlib
import sys

THRESHOLDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)


def core(word):
    return word.strip(".,;:!?()[]{}\"'“”‘’-—–…")


def words_of(document):
    """The best reading of every word, and the engine's confidence in it, in order."""
    for page in document["pages"]:
        for block in page.get("blocks", []):
            for paragraph in block.get("paragraphs", []):
                for line in paragraph.get("lines", []):
                    for word in line.get("words", []):
                        best = word["readings"][0]
                        text = core(best["text"])
                        if text:
                            yield text, best["confidence"]


def main(restored, truths):
    judged = []  # (confidence, is right)
    documents = 0
    for path in sorted(pathlib.Path(restored).glob("*/document.json")):
        truth = pathlib.Path(truths) / (path.parent.name + ".gt.txt")
        if not truth.exists():
            continue
        documents += 1
        read = list(words_of(json.loads(path.read_text())))
        meant = [core(word) for word in truth.read_text().split() if core(word)]
        right = set()
        matcher = difflib.SequenceMatcher(None, [word for word, _ in read], meant, autojunk=False)
        for block in matcher.get_matching_blocks():
            right.update(range(block.a, block.a + block.size))
        judged += [(confidence, i in right) for i, (_, confidence) in enumerate(read)]
    wrong = sum(not is_right for _, is_right in judged)
    if not judged or not wrong:
        sys.exit("no document of RESTORED has a truth with an error")
    print(f"{documents} documents, {len(judged)} words, {wrong} of them wrong ({100 * wrong / len(judged):.1f} %)")
    print("threshold  marked, % of words  wrong, % of the marked  marked, % of the wrong")
    for threshold in THRESHOLDS:
        marked = [is_right for confidence, is_right in judged if confidence < threshold]
        wrong_marked = sum(not is_right for is_right in marked)
        print(f"{threshold:9.1f}  {100 * len(marked) / len(judged):18.1f}  {100 * wrong_marked / max(1, len(marked)):22.1f}"
              f"  {100 * wrong_marked / wrong:22.1f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
