#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the fuzz targets with clang and runs each for a fixed number of rounds from seeds made of the golden bytes.

    run.py BUILD_FOLDER [--runs N] [--target NAME…]

Exit code 77 (skipped) where clang 19 or its fuzzer runtime is missing; with CI=true in the environment that is a failure.
"""

import argparse
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden"
COMPILER = "clang++-19"
SKIPPED = 77
TARGETS = ("image", "cabinet", "metainfo", "packet", "console_framing", "hid_framing", "amp_cbor", "amp_console", "amp_hid", "topping",
           "fiio", "jdslabs")


def golden_bytes(file):
    """{name: bytes} of the lines `name: hex`."""
    lines = re.findall(r"^([\w-]+): ([0-9a-f ]+)$", (GOLDEN / file).read_text(encoding="utf-8"), re.MULTILINE)
    return {name: bytes.fromhex(text) for name, text in lines}


def golden_image():
    parts = golden_bytes("image.txt")
    return b"".join(parts[name] for name in ("header", "payload", "protected-tlvs", "hash-tlv", "key-hash-tlv", "signature-tlv"))


def stored_cabinet(files):
    """A cabinet without compression and without checksums of its blocks, so that a changed byte is not refused for that alone."""
    content = b"".join(data for _, data in files)
    records, offset = b"", 0
    for name, data in files:
        records += struct.pack("<IIHHHH", len(data), offset, 0, 0x5c61, 0, 0x20) + name.encode() + b"\0"
        offset += len(data)
    start = 36 + 8 + len(records)
    block = struct.pack("<IHH", 0, len(content), len(content)) + content
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, start + len(block), 0, 44, 0, 3, 1, 1, len(files), 0, 0, 0)
    return head + struct.pack("<IHH", start, 1, 0) + records + block


def topping_frames():
    frames = ("22 33 20 01 01 91 02 00 00 03 e8 c2 27 66 77 00", "22 33 20 02 00 71 30 ff c4 ff c4 87 69 66 77 00",
              "22 33 20 4e 08 11 06 00 fc 05 01 ac 16 66 77 00", "22 33 20 01 00 71 01 00 00 00 01 1c a4 66 77 00",
              "00 22 33 20 01 01 75 00 00 00 00 01 00 00 66 77")
    sets = [b"".join(bytes((count, first + index, 0, 0, 0, 0)) for index in range(count)) for count, first in ((78, 0), (52, 0), (12, 1))]
    return [bytes.fromhex(frame) for frame in frames] + sets


def fiio_frames():
    frames = ("bb 0b 00 00 16 00 00 ee", "aa 0a 00 00 15 08 00 ff d8 00 fa 01 f4 00 00 ee", "bb 0b 00 45 15 08 02 ff e1 00 96 00 46 00 f6 ee",
              "aa 0a 00 00 30 05 00 54 65 73 74 00 ee", "bb 0b 00 00 17 02 00 5a 54 ee", "bb 0b 00 00 0b 02 02 14 00 ee", "aa 0a 00 00 18 01 05 00 ee",
              "bb 0b 00 00 04 01 01 00 ee")
    return [bytes.fromhex(frame) for frame in frames]


def element_messages():
    filters = [f'"{name}":{{"Gain":{{"Current":1}},"Frequency":{{"Current":80}},"Q":{{"Current":0.7}}}}'
               for name in ("Lowshelf", *(f"Peaking {number}" for number in range(1, 9)), "Highshelf")]
    output = '{"Preamp":{"Gain":{"Current":-6}},' + ",".join(filters) + "}"
    description = '{"Configuration":{"General":{"Input Mode":{"Current":"USB"}},"DSP":{"Headphone":' + output + "}}}"
    update = ('{"Product":"JDS Labs Element IV","FormatOutput":true,"Action":"Update","Configuration":{"DSP":{"Headphone":{"Preamp":{"Gain":-6,"Mode":"AUTO"},'
              '"Lowshelf 1":{"Gain":5.5,"Frequency":105,"Q":0.7,"Type":"LOWSHELF"}}}}}')
    describe = '{"Product":"JDS Labs Element IV","Action":"Describe"}'
    return [text.encode() + ending for text in (description, update, describe, '{"Status":true}') for ending in (b"", b"\0")]


def seeds():
    """{target: [bytes]}"""
    packets = list(golden_bytes("smp.txt").values()) + list(golden_bytes("gap.txt").values())
    metainfo = (GOLDEN / "reference.metainfo.xml").read_bytes()
    return {
        "image": [golden_image()],
        "cabinet": [stored_cabinet([("a.metainfo.xml", metainfo), ("firmware.bin", golden_image())]), stored_cabinet([("x", b"x")])],
        "metainfo": [metainfo],
        "packet": packets,
        "console_framing": packets,
        "hid_framing": packets,
        "amp_cbor": [packet[8:] for packet in packets] + packets,
        "amp_console": packets,
        "amp_hid": packets,
        "topping": topping_frames(),
        "fiio": fiio_frames(),
        "jdslabs": element_messages(),
    }


def missing_tool():
    """What stands in the way, or None."""
    if not shutil.which(COMPILER):
        return f"{COMPILER} is not installed (package clang-19)"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "probe.cpp"
        source.write_text('extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }\n', encoding="utf-8")
        probe = subprocess.run([COMPILER, "-fsanitize=fuzzer,address,undefined", str(source), "-o", f"{folder}/probe"], capture_output=True, check=False)
    return None if probe.returncode == 0 else "the fuzzer runtime is not installed (package libclang-rt-19-dev)"


def build(folder, targets):
    commands = [
        ["cmake", "-S", str(HERE), "-B", str(folder), "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={COMPILER}"],
        ["cmake", "--build", str(folder), "--target", *(f"fuzz_{target}" for target in targets)],
    ]
    for command in commands:
        outcome = subprocess.run(command, capture_output=True, text=True, check=False)
        if outcome.returncode != 0:
            print(outcome.stdout[-8000:] + outcome.stderr[-8000:])
            return False
    return True


def fresh_corpus(folder, inputs):
    """The same at every run, so that a run repeats the one before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, data in enumerate(inputs):
        (folder / f"seed-{number:03}").write_bytes(data)


def fuzz(folder, target, inputs, runs):
    corpus = folder / "corpus" / target
    fresh_corpus(corpus, inputs)
    command = [str(folder / f"fuzz_{target}"), f"-runs={runs}", "-seed=1", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"]
    command += [f"-artifact_prefix={folder}/{target}-", str(corpus)]
    outcome = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if outcome.returncode != 0:
        print(outcome.stderr[-6000:])
        print(f"fuzz {target}: FAILED (exit code {outcome.returncode}); the input lies in {folder}")
        return False
    executed = re.search(r"number_of_executed_units: (\d+)", outcome.stderr)
    covered = re.findall(r"cov: (\d+)", outcome.stderr)
    print(f"fuzz {target}: {executed.group(1) if executed else '?'} inputs, {len(inputs)} seeds, {covered[-1] if covered else '?'} edges covered", flush=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build_folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=20000)
    parser.add_argument("--target", action="append", choices=TARGETS)
    arguments = parser.parse_args()
    missing = missing_tool()
    if missing:
        print(f"fuzz: {'FAILED' if os.environ.get('CI') == 'true' else 'skipped'}: {missing}")
        return 1 if os.environ.get("CI") == "true" else SKIPPED
    targets = arguments.target or TARGETS
    folder = arguments.build_folder.resolve()
    if not build(folder, targets):
        return 1
    inputs = seeds()
    outcomes = [fuzz(folder, target, inputs[target], arguments.runs) for target in targets]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
