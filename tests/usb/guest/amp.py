# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated amp that is a real USB device of the virtual computer."""

import json
import pathlib
import socket
import subprocess
import tempfile

import computer
from cases import Failure, expect

PREFIXES = {"hid": "/dev/hidraw", "serial": "/dev/ttyACM"}


class Amp:
    """Plugged in while its context lasts. `node` has the device file of each wire, `selector` what gainstagectl calls it."""

    def __init__(self, model, *wires, serial_number="USB00001", flash=None):
        self._model, self.wires, self._serial_number, self._flash = model, wires, serial_number, flash
        self.node = {}

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(dir="/run")
        self._control = pathlib.Path(self._folder.name) / "amp.sock"
        # An amp has a processor of its own: it does not wait for what else this computer does.
        command = ["chrt", "--fifo", "50", computer.program("gainstage-sim"), "--model", self._model, "--board", "gadget", "--control", self._control]
        command += ["--serial-number", self._serial_number] if self._serial_number else []
        with computer.DeviceEvents() as events:
            self._process = subprocess.Popen([*command, *(["--flash", self._flash] if self._flash else [])], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            try:
                expect(self._process.stdout.readline(), "gainstage-sim did not begin")
                self.appear(events)
            except Failure as failure:
                self._process.terminate()
                raise Failure(f"{failure} {self._process.communicate(timeout=computer.PATIENCE)[1]}") from failure
        return self

    def __exit__(self, *_):
        with computer.DeviceEvents() as events:
            present = [node for node in self.node.values() if pathlib.Path(node).exists()]
            self._process.terminate()
            _, said = self._process.communicate(timeout=computer.PATIENCE)
            events.wait("remove", *present)
        self._folder.cleanup()
        expect(self._process.returncode == 0, f"gainstage-sim ended with {self._process.returncode}: {said}")

    def appear(self, events):
        """Waits until every wire is there; `events` must have begun before it was plugged in."""
        devices = events.wait("add", *(PREFIXES[wire] for wire in self.wires), serial_number=self._serial_number)
        self.node = {wire: device["DEVNAME"] for wire, device in zip(self.wires, devices)}

    def disappear(self, events):
        events.wait("remove", *self.node.values())

    def selector(self, wire):
        return f"{wire}:{self.node[wire]}"

    def tell(self, verb, **keys):
        """One line of the control channel and its answer."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(computer.PATIENCE)
            channel.connect(str(self._control))
            channel.sendall(json.dumps({"do": verb, **keys}).encode() + b"\n")
            answer = json.loads(channel.makefile().readline())
        expect(answer["ok"], f"the control channel refused {verb} {keys}: {answer}")
        return answer

    def state(self):
        return self.tell("state")

    def unplug(self):
        with computer.DeviceEvents() as events:
            self.tell("link", plugged=False)
            self.disappear(events)

    def plug(self):
        with computer.DeviceEvents() as events:
            self.tell("link", plugged=True)
            self.appear(events)

    def ctl(self, wire, *words, **options):
        return computer.ctl("--device", self.selector(wire), *words, **options)

    def start(self, wire, *words):
        """gainstagectl in the background; its lines are JSON."""
        return subprocess.Popen([computer.program("gainstagectl"), "--json", "--device", self.selector(wire), *words],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
