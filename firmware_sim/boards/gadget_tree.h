// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/outcome.h"
#include "firmware_sim/families/foreign_amp.h"

#include <QString>

namespace gainstage::sim {

/// A USB device that the kernel plays (configfs, usb_gadget), with the functions of an amp. Taken out and removed as a whole at the end; its device
/// files must be closed by then. Needs root, and the modules libcomposite, usb_f_hid and usb_f_acm.
class GadgetTree {
public:
    struct Functions {
        bool hid = false, serial = false;
    };
    /// Not plugged in yet. Removes what simulators that were killed have left.
    static Outcome<std::unique_ptr<GadgetTree>> make(const UsbFace &face, Functions functions);
    ~GadgetTree();
    GadgetTree(const GadgetTree &) = delete;
    GadgetTree &operator=(const GadgetTree &) = delete;

    /// Plugs it in: into the first USB device controller that is free.
    Outcome<void> bind();
    void unbind();
    /// The controller; empty while it is not plugged in.
    const QString &controller() const { return m_controller; }

    /// The amp's ends, /dev/hidg0 and /dev/ttyGS0; the first is there only while it is plugged in.
    Outcome<QString> hidNode() const;
    Outcome<QString> serialNode() const;

private:
    explicit GadgetTree(QString path) : m_path(std::move(path)) {}
    Outcome<void> describe(const UsbFace &face, Functions functions) const;
    Outcome<void> addFunctions(const UsbFace &face, Functions functions) const;

    QString m_path, m_controller;
};

} // namespace gainstage::sim
