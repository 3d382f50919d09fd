#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kernel that the testbed boots: Debian's own, unpacked into a cache folder. Nothing is installed.

    kernel.py fetch     downloads it where it is not there yet

A kernel folder holds boot/vmlinuz-VERSION and, of lib/modules/VERSION, what the testbed can need.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

META_PACKAGE = "linux-image-amd64"
WANTED = re.compile(r"(boot/vmlinuz-|lib/modules/[^/]+/(modules\.|kernel/(fs|lib|net/9p|drivers/(usb|hid|virtio|tty|input|char))/))")


def cache_folder():
    return pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "gainstage" / "kernel"


class Kernel:
    def __init__(self, folder):
        self.folder = folder
        self.image = next(folder.glob("boot/vmlinuz-*"))
        self.version = self.image.name.removeprefix("vmlinuz-")
        self.modules = folder / "lib" / "modules"

    def files_of(self, *names):
        """The files of modules and of what they need, in the order in which they are loaded; none for what is built in."""
        files = []
        for name in names:
            lines = subprocess.run(["modprobe", "-d", self.folder, "-S", self.version, "--show-depends", name], check=True, capture_output=True, text=True).stdout
            files += [line.split()[1] for line in lines.splitlines() if line.startswith("insmod ")]
        return list(dict.fromkeys(files))


def find():
    """The newest kernel in the cache; None where there is none."""
    folders = [folder for folder in cache_folder().glob("linux-image-*") if folder.is_dir()]
    return Kernel(max(folders, key=lambda folder: folder.stat().st_mtime)) if folders else None


def package_name():
    """The package that stands behind the name that is always the current one."""
    lines = subprocess.run(["apt-cache", "depends", META_PACKAGE], check=True, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"}).stdout
    return re.search(r"Depends: (linux-image-\S+)", lines)[1]


def unpack(package, folder):
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE) as archive:
        with tarfile.open(fileobj=archive.stdout, mode="r|") as tar:
            tar.extractall(folder, (member for member in tar if WANTED.match(member.name.removeprefix("./"))))
    if archive.returncode:
        raise RuntimeError(f"dpkg-deb cannot read {package}")


def fetch():
    if find():
        return
    name, cache = package_name(), cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="unfinished-") as temporary:
        print(f"kernel: downloading {name}", file=sys.stderr)
        subprocess.run(["apt-get", "download", "-qq", name], check=True, cwd=temporary)
        folder = pathlib.Path(temporary) / name
        unpack(next(pathlib.Path(temporary).glob("*.deb")), folder)
        subprocess.run(["depmod", "-b", folder, Kernel(folder).version], check=True)
        shutil.move(folder, cache / name)


if __name__ == "__main__":
    if sys.argv[1:] != ["fetch"]:
        sys.exit(__doc__)
    fetch()
