// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/history.h"
#include "app/core/paths.h"
#include "app/core/session.h"
#include "devices/discovery/amp_finder.h"

namespace gainstage {

/// The amps that are plugged in, and those that were since the program started, each with its session and history.
/// Opens what the finder sees, wakes lost sessions when it comes back, and writes every confirmed change to the amp's history.
class Amps : public QObject {
    Q_OBJECT
public:
    struct Entry {
        Port port;
        Session *session = nullptr; ///< owned here
        bool present = true;
    };

    Amps(AmpFinder &finder, Paths paths, QObject *parent = nullptr);
    ~Amps() override;

    const std::vector<std::unique_ptr<Entry>> &list() const;
    /// Amps that are recognised, but that nobody here speaks to.
    const std::vector<AmpFinder::Unsupported> &unsupported() const;
    /// Whether experimental settings are wanted. Amps that are open are opened again for it; one whose firmware is being updated follows afterwards.
    void allowExperimental(bool allowed);
    /// A port given by hand (must not be in the list of the system).
    Entry &add(const Port &port);
    /// History of an entry's amp; null before its first Ready.
    History *history(const Entry &entry) const;
    /// Undo or redo on the amp: ear-safe, verified, noted. Errc::NotFound when there is nothing to undo.
    QFuture<Result<Applied>> undo(Entry &entry);
    QFuture<Result<Applied>> redo(Entry &entry);

Q_SIGNALS:
    void changed(); ///< entries, presence, what is not supported
    void historyChanged(const gainstage::Amps::Entry &entry);
    /// A confirmed change could not be written to the history.
    void historyFailed(const gainstage::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gainstage
