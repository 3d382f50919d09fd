#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on words that do not belong into the project: unfinished marks and paths of one person's machine."""

import re
import subprocess
import sys

MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK|not implemented|lorem ipsum)\b|/home/[a-z]|/work/|\.\./shared", re.IGNORECASE)
EXEMPT = {"tests/lint/check_words.py", "LICENSES/GPL-3.0-or-later.txt", "LICENSES/Apache-2.0.txt"}
TEXT = (".cpp", ".h", ".py", ".md", ".txt", ".cmake", ".json", ".ts", ".sh", "dev", "run")


def problems_in(path):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if MARKS.search(line):
                yield f"{path}:{number}: {line.strip()[:120]}"


def main():
    files = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True, text=True).stdout.split("\n")
    files = [path for path in files if path.endswith(TEXT) and path not in EXEMPT]
    problems = [problem for path in files for problem in problems_in(path)]
    print("\n".join(problems + [f"words: {len(files)} files, {len(problems)} problems"]))
    return bool(problems) or not files


if __name__ == "__main__":
    sys.exit(main())
