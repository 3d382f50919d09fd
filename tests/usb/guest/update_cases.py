# SPDX-License-Identifier: GPL-3.0-or-later
"""Firmware gets into an amp over USB, also when its cable is pulled out in between."""

import json
import pathlib

import computer
from amp import Amp
from cases import Failure, case, expect, expect_equal

WORK = pathlib.Path("/run/update")
# The published key that simulated amps take (RFC 8032, 7.1, test 1), wrapped as PKCS #8.
KEY = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----
"""
VERSION = "9.0.0"


def image(payload_size, name="image"):
    """An image for the desktop amp, made by gainstage-image as a maker would."""
    WORK.mkdir(exist_ok=True)
    (WORK / "key.pem").write_text(KEY)
    (WORK / "payload").write_bytes(name.encode() + bytes(index * 7 % 251 for index in range(payload_size)))
    computer.run(computer.program("gainstage-image"), "create", WORK / "payload", "--out", WORK / name, "--version", VERSION, "--counter", "1",
                 "--vendor", "gainstage.example", "--class", "reference-desktop-a", "--key", WORK / "key.pem")
    return WORK / name


def install(amp, link, *words):
    """What gainstagectl says at the end; it must end well."""
    with amp.start(link, "firmware", "install", *words, "--yes") as installing:
        said, complaints = installing.communicate(timeout=2 * computer.PATIENCE)
    expect_equal(installing.returncode, 0, f"exit code of firmware install over {link}: {said} {complaints}")
    return json.loads(said.splitlines()[-1])["result"]


def check_installed(result, amp, link):
    expect_equal((result["ending"], result["runs"].split("+")[0]), ("installed", VERSION), f"how the update over {link} ended")
    version = amp.ctl(link, "firmware", "show")["result"]["running"]["version"]
    expect_equal(version.split("+")[0], VERSION, f"what the amp says that it runs, over {link}")


def upload_until(process, part):
    """Reads what gainstagectl tells until so much of the image is in the amp."""
    for line in process.stdout:
        event = json.loads(line)
        if event.get("stage") == "upload" and event["size"] and event["taken"] >= part * event["size"]:
            return event["taken"]
    raise Failure("the upload ended before it was cut")


def cut_and_go_on(link):
    file = image(60_000)
    with Amp("desktop", "hid", "serial") as amp:
        with amp.start(link, "firmware", "install", str(file), "--yes", "--timeout", str(5 * 60_000)) as installing:
            taken = upload_until(installing, 0.3)
            amp.unplug()
            installing.terminate()
            installing.communicate(timeout=computer.PATIENCE)
        expect(installing.returncode != 0, "an update that was cut ended well")
        amp.plug()
        interrupted = amp.ctl(link, "firmware", "show")["result"].get("interrupted")
        expect(interrupted, "firmware show does not tell of the update that was cut")
        check_installed(install(amp, link), amp, link)
    return f"cut after {taken} bytes"


@case
def firmware_is_updated_over_hid():
    with Amp("desktop", "hid", "serial") as amp:
        check_installed(install(amp, "hid", str(image(24_000))), amp, "hid")


@case
def firmware_is_updated_over_the_serial_line():
    with Amp("desktop", "hid", "serial") as amp:
        check_installed(install(amp, "serial", str(image(24_000))), amp, "serial")


@case
def an_update_over_hid_that_is_unplugged_is_gone_on_with():
    return cut_and_go_on("hid")


@case
def an_update_over_the_serial_line_that_is_unplugged_is_gone_on_with():
    return cut_and_go_on("serial")
