# SPDX-License-Identifier: GPL-3.0-or-later
"""The first files of the virtual computer: a shell, the modules that reach the computer outside, and a script that makes its root the own one."""

import pathlib

# In this order: the 9p share over virtio, and the file system that takes writes away from it.
FIRST_MODULES = ("virtio_pci", "9pnet_virtio", "9p", "overlay")
BUSYBOX = pathlib.Path("/bin/busybox")

INIT = """#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev && mount -t proc proc /proc && mount -t tmpfs written /written
for module in /modules/*; do insmod $module; done
mkdir /written/upper /written/work
mount -t 9p -o ro,trans=virtio,version=9p2000.L,msize=512000,cache=loose hostroot /outside
mount -t overlay -o lowerdir=/outside,upperdir=/written/upper,workdir=/written/work overlay /root
umount /proc && mount --move /dev /root/dev
exec switch_root /root {start} {arguments}
"""


def entry(name, mode, content=b"", device=(0, 0)):
    """A file of a cpio archive of the kind that the kernel takes (newc)."""
    fields = (0, mode, 0, 0, 1, 0, len(content), 0, 0, *device, len(name) + 1, 0)
    head = b"070701" + b"".join(b"%08x" % field for field in fields) + name.encode() + b"\0"
    return head + bytes(-len(head) % 4) + content + bytes(-len(content) % 4)


def build(kernel, start, arguments):
    """`start` is a program on the computer outside that becomes the first one inside."""
    folders = ("bin", "dev", "proc", "modules", "outside", "written", "root")
    archive = b"".join(entry(name, 0o040755) for name in folders)
    archive += entry("dev/console", 0o020600, device=(5, 1))
    archive += entry("bin/busybox", 0o100755, BUSYBOX.read_bytes())
    archive += entry("init", 0o100755, INIT.format(start=start, arguments=arguments).encode())
    for number, file in enumerate(kernel.files_of(*FIRST_MODULES)):
        archive += entry(f"modules/{number:02}.ko", 0o100644, pathlib.Path(file).read_bytes())
    return archive + entry("TRAILER!!!", 0)
