# SPDX-License-Identifier: GPL-3.0-or-later
"""A USB device that says what it is and answers nothing: for what is decided by its descriptors alone."""

import pathlib

from computer import DeviceEvents

CONTROLLER = "dummy_udc.0"
GADGETS = pathlib.Path("/sys/kernel/config/usb_gadget")
# Reports of 64 bytes without number in both directions, usage page ff00.
PLAIN_REPORTS = bytes.fromhex("0600ff0901a101150026ff00750895400901810209019102c0")


class BareDevice:
    """Plugged in while its context lasts. `node` is the device file of what it is for."""

    def __init__(self, vendor, product, maker, name, serial="", serial_line=False):
        self._ids, self._strings = (vendor, product), {"manufacturer": maker, "product": name, "serialnumber": serial}
        self._serial_line, self._prefix = serial_line, "/dev/ttyACM" if serial_line else "/dev/hidraw"
        self._folder = GADGETS / "bare"
        self.node = None
        self.properties = {}

    def _describe(self):
        self._folder.mkdir()
        for file, number in zip(("idVendor", "idProduct"), self._ids):
            (self._folder / file).write_text(hex(number))
        strings = self._folder / "strings" / "0x409"
        strings.mkdir()
        for file, text in self._strings.items():
            (strings / file).write_text(text)
        self._function = self._folder / "functions" / ("acm.bare" if self._serial_line else "hid.bare")
        self._function.mkdir()
        if not self._serial_line:
            (self._function / "report_length").write_text("64")
            (self._function / "report_desc").write_bytes(PLAIN_REPORTS)
        self._link = self._folder / "configs" / "c.1" / self._function.name
        self._link.parent.mkdir()
        self._link.symlink_to(self._function)

    def __enter__(self):
        self._describe()
        with DeviceEvents() as events:
            (self._folder / "UDC").write_text(CONTROLLER)
            [self.properties] = events.wait("add", self._prefix)
        self.node = self.properties["DEVNAME"]
        return self

    def __exit__(self, *_):
        with DeviceEvents() as events:
            (self._folder / "UDC").write_text("\n")
            events.wait("remove", self._prefix)
        self._link.unlink()
        self._link.parent.rmdir()
        self._function.rmdir()
        (self._folder / "strings" / "0x409").rmdir()
        self._folder.rmdir()
