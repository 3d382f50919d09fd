# SPDX-License-Identifier: GPL-3.0-or-later
"""The virtual computer that the cases run on: its programs, its users, and what udev says of its devices."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import time

from cases import Failure

RULES = pathlib.Path("/run/udev/rules.d/70-gainstage.rules")
OUR_RULES = pathlib.Path(__file__).resolve().parents[3] / "app" / "desktop" / "70-gainstage.rules"
SEAT = pathlib.Path("/run/systemd/seats/seat0")
SITTING, SOMEBODY = 1000, 1001  # who sits at the computer, and who does not
CONTROLLERS = 4
PATIENCE = 60  # seconds for anything that takes less than one on a computer that is not busy

build = pathlib.Path()


def prepare(build_folder):
    """USB without hardware: a controller and its gadget framework, both of the kernel."""
    global build
    build = build_folder
    run("modprobe", "dummy_hcd", f"num={CONTROLLERS}")
    run("modprobe", "libcomposite")
    run("mount", "-t", "configfs", "none", "/sys/kernel/config")
    for uid in (SITTING, SOMEBODY):
        for folder in (f"/run/home-{uid}", f"/run/user-{uid}"):
            os.mkdir(folder, 0o700)
            os.chown(folder, uid, uid)
    # The file in which logind says who sits at the computer; udev's builtin reads it.
    SEAT.parent.mkdir(parents=True)
    SEAT.write_text(f"ACTIVE=1\nACTIVE_UID={SITTING}\n")


def program(name):
    return build / "bin" / name


def run(*command, **options):
    """What a command printed; it must end well."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, **options)
    if done.returncode:
        raise Failure(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stdout} {done.stderr}")
    return done.stdout


def settle():
    run("udevadm", "settle", f"--timeout={PATIENCE}")


def use_rules(text):
    """From now on udev follows these rules beside its own; None: only its own. They are applied to what is plugged in from now on."""
    RULES.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        RULES.unlink(missing_ok=True)
    else:
        RULES.write_text(text)
    run("udevadm", "control", "--reload")


def ctl(*arguments, uid=None, code=0):
    """gainstagectl's answer; it must end with `code`. With `uid` an ordinary user calls it."""
    as_user = ["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups"] if uid else []
    environment = os.environ | ({"HOME": f"/run/home-{uid}", "XDG_RUNTIME_DIR": f"/run/user-{uid}"} if uid else {})
    done = subprocess.run([*as_user, program("gainstagectl"), "--json", *arguments], capture_output=True, text=True, timeout=PATIENCE, env=environment)
    if done.returncode != code:
        raise Failure(f"gainstagectl {' '.join(arguments)} ended with {done.returncode} instead of {code}: {done.stdout} {done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def nodes():
    """The device files of HID devices and USB serial lines."""
    return sorted(str(path) for pattern in ("hidraw*", "ttyACM*") for path in pathlib.Path("/dev").glob(pattern))


def nodes_of(serial_number):
    """The device files of one USB device."""
    found = []
    for folder in (folder for pattern in ("hidraw/*", "tty/ttyACM*") for folder in pathlib.Path("/sys/class").glob(pattern)):
        with contextlib.suppress(OSError):  # another device has just gone
            if usb_serial_number({"DEVPATH": os.path.realpath(folder).removeprefix("/sys")}) == serial_number:
                found.append(f"/dev/{folder.name}")
    return found


def usb_serial_number(properties):
    """That of the USB device to which a device belongs."""
    for folder in pathlib.Path("/sys" + properties["DEVPATH"]).parents:
        with contextlib.suppress(OSError):  # not this folder's, or the device has just gone
            return (folder / "serial").read_text().strip()
    return None


class DeviceEvents:
    """What udev tells programs about devices, after its rules."""

    def __init__(self):
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15)  # NETLINK_KOBJECT_UEVENT
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self._socket.bind((0, 2))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def wait(self, action, *names, serial_number=None):
        """The properties of the next device for each of these names ("/dev/hidraw3", or "/dev/hidraw" for any), in whichever order they come. With
        `serial_number` only those of one USB device count, which must be there still."""
        found, end = {}, time.monotonic() + PATIENCE
        while len(found) < len(names):
            properties = self._next(end)
            if properties is None:
                raise Failure(f"udev told of {list(found)} and not of all of {names} ({action}); there are {nodes()}")
            node = properties.get("DEVNAME", "")
            name = node if node in names else node.rstrip("0123456789")
            if properties.get("ACTION") == action and name in names and serial_number in (None, usb_serial_number(properties)):
                found.setdefault(name, properties)
        return [found[name] for name in names]

    def _next(self, end):
        self._socket.settimeout(max(0.001, end - time.monotonic()))
        try:
            message = self._socket.recv(1 << 16)
        except TimeoutError:
            return None
        start = int.from_bytes(message[16:20], "little")
        return dict(line.split("=", 1) for line in message[start:].decode(errors="replace").split("\0") if "=" in line)



def device_links():
    """All devices that sysfs knows of HID, serial lines and USB."""
    return sorted(str(path) for folder in ("class/hidraw", "class/tty", "bus/usb/devices", "bus/hid/devices") for path in pathlib.Path("/sys", folder).glob("*"))
