#!/usr/bin/env python3
"""The base lines and texts of an ALTO file, as `emend train lines` reads them: baselines_of_alto.py FILE.alto.xml"""

import re
import sys
import xml.etree.ElementTree

# As typed: a machine has straight quotes and one kind of dash.
TYPED = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-", "\u00a0": " "})


def points_of(text):
    numbers = [float(number) for number in re.split(r"[\s,]+", text.strip())]
    points = []
    for x, y in zip(numbers[::2], numbers[1::2]):
        if not points or x > points[-1][0]:
            points.append((x, y))
    return points


for element in xml.etree.ElementTree.parse(sys.argv[1]).iter():
    if not element.tag.endswith("}TextLine"):
        continue
    points = points_of(element.get("BASELINE", "0 0"))
    words = [string.get("CONTENT") for string in element if string.tag.endswith("}String")]
    text = " ".join(" ".join(words).translate(TYPED).split())
    if len(points) > 1 and text:
        print(" ".join(f"{x:g} {y:g}" for x, y in points) + "\t" + text)
