#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the given files and prints only what it found, with a list of the files concerned at the end.

A file that was found clean is not looked at again while it, all that it includes, its flags and the rules stay what they are; what is known about that is
kept in $XDG_CACHE_HOME/gainstage/tidy (--fresh takes no notice of it).
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

TOOL = ["clang-tidy-19", "--quiet", "--extra-arg=-Wno-unknown-warning-option"]
NOISE = re.compile(r"^(\d+ warnings?( and \d+ errors?)? generated\.|\[\d+/\d+\] Processing file .*)$")


CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "gainstage" / "tidy"


def commands_in(build):
    """The compiler's arguments for each source file, by its full path."""
    with open(os.path.join(build, "compile_commands.json")) as file:
        return {os.path.realpath(entry["file"]): entry for entry in json.load(file)}


def included_by(entry):
    """All files that a source file is made of, itself included; none where the compiler cannot tell."""
    words = shlex.split(entry["command"])
    if os.path.basename(words[0]) == "ccache":
        words = words[1:]
    kept = [word for i, word in enumerate(words) if word not in ("-o", "-c", "-MD", "-MF", "-MT") and words[i - 1] not in ("-o", "-MF", "-MT")]
    done = subprocess.run([*kept, "-M"], cwd=entry["directory"], capture_output=True, text=True)
    return done.stdout.replace("\\\n", " ").split()[1:] if done.returncode == 0 else []


def fingerprint(entry, rules):
    """What a verdict depends on; None where that is not known. Where the project and its build lie does not count."""
    files = included_by(entry) if entry else []
    if not files:
        return None
    digest = hashlib.sha256(rules)
    folders = (entry["directory"], os.getcwd())
    plain = entry["command"]
    for folder in folders:
        plain = plain.replace(folder, "")
    digest.update(plain.encode())
    for name in files:
        path = pathlib.Path(entry["directory"], name)
        if str(path).startswith("/usr/"):
            digest.update(("%s %d\n" % (path, path.stat().st_size)).encode())
        else:
            digest.update(path.read_bytes())
    return CACHE / digest.hexdigest()


def findings_of(build, path, known):
    """What clang-tidy says of one file; empty when it is content."""
    if known and known.exists():
        return ""
    findings = run_tool(build, path)
    if known and not findings:
        CACHE.mkdir(parents=True, exist_ok=True)
        known.touch()
    return findings


def run_tool(build, path):
    done = subprocess.run([*TOOL, "-p", build, path], capture_output=True, text=True)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip() and not NOISE.match(line)]
    return "\n".join(lines) or "clang-tidy ended with code %d" % done.returncode if done.returncode else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build", help="folder with compile_commands.json")
    parser.add_argument("--fresh", action="store_true", help="look at every file")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    commands = {} if arguments.fresh else commands_in(arguments.build)
    rules = " ".join(TOOL).encode() + subprocess.run([TOOL[0], "--version"], capture_output=True).stdout + pathlib.Path(".clang-tidy").read_bytes()
    blamed = []

    def look_at(path):
        return findings_of(arguments.build, path, fingerprint(commands.get(os.path.realpath(path)), rules))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(look_at, arguments.files)
        for path, findings in zip(arguments.files, results):
            if findings:
                blamed.append(path)
                print(findings, flush=True)
    print("clang-tidy: %d files, %d with findings%s" % (len(arguments.files), len(blamed), ": " if blamed else ""))
    for path in blamed:
        print("  " + path)
    return 1 if blamed else 0


if __name__ == "__main__":
    sys.exit(main())
