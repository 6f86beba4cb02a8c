#!/usr/bin/env python3
"""Whether the text of ALTO files is what their makers published beside them, line by line.

    EMEND_DATA=DIR tests/accuracy/layouts.py [EMEND]

typed/ehri/*.alto.xml against *.gt.txt. Empty lines do not count: files tell paragraphs in different ways.
"""
import glob
import os
import subprocess
import sys
import tempfile

EMEND = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "../../build/release/emend")
DATA = os.environ.get("EMEND_DATA") or sys.exit("EMEND_DATA names the folder of the data")


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [" ".join(line.split()) for line in file if line.strip()]


files = sorted(glob.glob(os.path.join(DATA, "typed/ehri/*.alto.xml")))
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([EMEND, "restore", "--isolated", "--quiet", "-o", folder, *files], check=True)
    same = total = 0
    for file in files:
        name = os.path.basename(file)[:-len(".xml")]
        read = lines(os.path.join(folder, name, "raw.txt"))
        truth = lines(file.replace(".alto.xml", ".gt.txt"))
        total += len(truth)
        same += sum(a == b for a, b in zip(read, truth))
        if read != truth:
            print(f"{name}: {len(read)} lines, the truth has {len(truth)}")
print(f"{same} of {total} lines of {len(files)} files are the same")
