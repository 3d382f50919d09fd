#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the window on a simulated amp. Without a display: one picture of the window, then the same job with the command, step by step.

    run.py BIN-FOLDER OUTPUT-FOLDER [OPTION of gainstage…]
"""

import contextlib
import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys


class Failed(Exception):
    pass


@contextlib.contextmanager
def simulated_amp(binaries, folder, environment):
    """A running gainstage-sim; gives its ready line as a dict."""
    control = folder / "amp.sock"
    command = [binaries / "gainstage-sim", "--model", "desktop", "--serial-number", "DEMO0001", "--flash", folder / "amp.flash", "--control", control]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        line = process.stdout.readline()
        if not line:
            raise Failed("the simulated amp did not start")
        yield json.loads(line)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


class Walk:
    """Runs commands on one amp and prints each with what it answers."""

    def __init__(self, binaries, environment, amp):
        self.binaries, self.environment, self.amp = binaries, environment, amp

    def title(self, text):
        print(f"\n— {text}", flush=True)

    def command(self, *words):
        print(f"$ gainstagectl {shlex.join(words)}", flush=True)
        return [self.binaries / "gainstagectl", "--device", f"serial:{self.amp['port']}", *words]

    def run(self, *words):
        if subprocess.run(self.command(*words), env=self.environment).returncode != 0:
            raise Failed(f"gainstagectl {shlex.join(words)} failed")

    def values(self):
        command = [self.binaries / "gainstagectl", "--device", f"serial:{self.amp['port']}", "--json", "get"]
        return json.loads(subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout)["result"]

    def physical(self, *words):
        print(f"  (at the amp: {shlex.join(words)})", flush=True)
        command = [self.binaries / "gainstage-sim", "ctl", self.amp["control"], *words]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def watch(self, *physical_events):
        process = subprocess.Popen(self.command("watch"), env=self.environment, stdout=subprocess.PIPE, text=True)
        print("  " + process.stdout.readline(), end="", flush=True)
        for event in physical_events:
            self.physical(*event)
            print("  " + process.stdout.readline(), end="", flush=True)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)


def walk(binaries, environment, amp):
    step = Walk(binaries, environment, amp)
    step.title("Which amps are there")
    step.run("device", "list")
    step.title("Gain, output, filter and volume, in an order that is never louder than the end")
    step.run("set", "gain=mid", "output=balanced", "filter=slow", "volume=-32.5")
    step.title("What the amp does by itself")
    step.watch(["jack", "output=1", "plugged=true", "ohm=297"], ["knob", "detents=-3"])
    step.title("A preset for a headphone")
    step.run("preset", "save", "Evening", "--headphone", "HD 650", "--cable", "XLR-4")
    saved = step.values()
    step.title("Something else")
    step.run("set", "gain=low", "output=se", "filter=sharp", "volume=-60")
    step.title("And back")
    step.run("preset", "diff", "Evening")
    step.run("preset", "apply", "Evening")
    if step.values() != saved:
        raise Failed("the preset did not bring everything back")
    step.title("What changed")
    step.run("history", "list")


def picture(binaries, environment, folder, amp, options):
    file = folder / "window.png"
    command = [binaries / "gainstage", "--device", f"serial:{amp['port']}", "--screenshot", file, *options]
    subprocess.run(command, env={**environment, "QT_QPA_PLATFORM": "offscreen"}, check=True, timeout=60)
    print(f"There is no display. The window on the simulated amp is drawn in {file}", flush=True)


def with_display(binaries, folder, options):
    with simulated_amp(binaries, folder, os.environ):
        return subprocess.run([binaries / "gainstage", *options]).returncode


def without_display(binaries, folder, options):
    """Presets and history of this walk stay apart from the user's own, and begin empty."""
    data = folder / "data"
    subprocess.run(["rm", "-rf", data, folder / "amp.flash"], check=True)
    environment = {**os.environ, "GAINSTAGE_DATA": str(data), "GAINSTAGE_CACHE": str(folder / "cache")}
    with simulated_amp(binaries, folder, environment) as amp:
        picture(binaries, environment, folder, amp, options)
        walk(binaries, environment, amp)
    return 0


def main():
    binaries, folder, options = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    try:
        return with_display(binaries, folder, options) if display else without_display(binaries, folder, options)
    except (Failed, subprocess.SubprocessError) as problem:
        print(f"run: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
