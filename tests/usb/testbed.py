#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boots a virtual computer in which amps are real USB devices, and runs the cases of guest/ there with the programs that were built outside.

    testbed.py BUILD-FOLDER [--bench] [--case NAME…] [--console]

Prints a line per case: "ok NAME figures", "FAIL NAME why", "bench NAME figures". Exit code 77 (skipped) where the emulator or its kernel are missing;
with CI=true in the environment that is a failure.
"""

import argparse
import os
import pathlib
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading

import initramfs
import kernel

HERE = pathlib.Path(__file__).resolve().parent
EMULATOR = "qemu-system-x86_64"
SKIPPED = 77
LONGEST = 900  # seconds; a whole run takes a fifth of it
LAST_WORDS = 60  # lines of the kernel's messages that are shown where something went wrong


def what_is_missing(binaries):
    if platform.machine() != "x86_64":
        return f"the testbed is made for x86_64, this is {platform.machine()}"
    programs = [name for name in (EMULATOR, "modprobe", "udevadm") if not shutil.which(name)]
    if programs:
        return f"not installed: {', '.join(programs)} (./dev setup installs them)"
    if not initramfs.BUSYBOX.exists():
        return "busybox-static is not installed (./dev setup installs it)"
    if not kernel.find():
        return f"there is no kernel in {kernel.cache_folder()} (./dev setup fetches it)"
    absent = [name for name in ("gainstagectl", "gainstage-sim", "gainstage-image") if not (binaries / "bin" / name).exists()]
    return f"not built: {', '.join(absent)}" if absent else None


def emulator_command(image, archive, console):
    share = "local,id=root,path=/,security_model=none,readonly=on,multidevs=remap"
    return [EMULATOR, "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1024", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
            "-kernel", image, "-initrd", archive, "-append", "console=ttyS0 quiet loglevel=4 panic=-1 rdinit=/init mitigations=off usbcore.autosuspend=-1",
            "-serial", f"file:{console}", "-serial", "stdio", "-fsdev", share, "-device", "virtio-9p-pci,fsdev=root,mount_tag=hostroot"]


class Verdict:
    """What the lines from inside say."""

    def __init__(self):
        self.failed, self.passed, self.ended = 0, 0, False

    def read(self, line):
        self.passed += line.startswith("ok ")
        self.failed += line.startswith("FAIL ")
        self.ended = self.ended or line == "end"
        if line != "end":
            print(line, flush=True)

    def good(self):
        return self.ended and not self.failed


def boot(used, binaries, options, folder, shows_console):
    """Lets the virtual computer run until it switches itself off."""
    verdict, console, archive = Verdict(), folder / "console", folder / "initramfs"
    arguments = [str(used.modules), str(binaries), *options]
    archive.write_bytes(initramfs.build(used, HERE / "guest" / "start", shlex.join(arguments)))
    with subprocess.Popen(emulator_command(used.image, archive, console), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as emulator:
        limit = threading.Timer(LONGEST, emulator.kill)
        limit.start()
        for line in emulator.stdout:
            verdict.read(line.decode(errors="replace").strip())
        limit.cancel()
    if not verdict.good() or shows_console:
        lines = console.read_text(errors="replace").splitlines() if console.exists() else []
        print("\n".join(["testbed: the last messages of the kernel:", *lines[-LAST_WORDS:]]), flush=True)
    return verdict


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--bench", action="store_true", help="only the figures")
    parser.add_argument("--case", action="append", default=[], help="only this one")
    parser.add_argument("--console", action="store_true", help="also print the last messages of the kernel")
    return parser.parse_args()


def main():
    chosen = arguments()
    binaries = chosen.build.resolve()
    missing = what_is_missing(binaries)
    if missing:
        print(f"testbed: {missing}", flush=True)
        return 1 if os.environ.get("CI") else SKIPPED
    options = ["--bench"] * chosen.bench + [word for name in chosen.case for word in ("--case", name)]
    with tempfile.TemporaryDirectory() as temporary:
        verdict = boot(kernel.find(), binaries, options, pathlib.Path(temporary), chosen.console)
    if not verdict.ended:
        print("testbed: the virtual computer ended before its cases did", flush=True)
    print(f"testbed: {verdict.passed} cases passed, {verdict.failed} failed", flush=True)
    return 0 if verdict.good() and (verdict.passed or chosen.bench) else 1


if __name__ == "__main__":
    sys.exit(main())
