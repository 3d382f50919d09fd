// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/catalog/catalog.h"
#include "devices/discovery/port.h"
#include "devices/families/family.h"

#include <atomic>

namespace gainstage {

/// Finds amps among the ports and opens them with the family that fits.
class AmpFinder {
public:
    AmpFinder(std::span<const Family *const> families, Ports &ports, DescriptionCache *cache = nullptr);

    /// Ports where an amp that we know is plugged in, in a stable order.
    std::vector<Port> amps() const;
    /// Amps that are recognised, but that nobody here speaks to; they are named and left alone.
    struct Unsupported {
        Port port;
        QString maker, model; ///< model as the amp itself says it where the catalog names none
        friend bool operator==(const Unsupported &, const Unsupported &) = default;
    };
    std::vector<Unsupported> unsupported() const;
    /// The port for "serial:/path", "hid:/path", a serial number or a model name (case does not count); empty: the only amp there is.
    /// A path need not be in the list. Errc::NotFound, Ambiguous (facts: the candidates' selectors), Usage.
    Result<Port> select(const QString &selector) const;
    /// The same, with amps that are only recognised among the candidates.
    Result<Port> selectAny(const QString &selector) const;
    Result<std::unique_ptr<Amp>> open(const Port &port, const std::stop_token &stop = {}) const;
    /// The bare wire, for looking on: nobody is asked anything. Errors as Ports::open().
    Result<std::unique_ptr<Transport>> openWire(const Port &port, const std::stop_token &stop = {}) const { return m_ports.open(port, stop); }
    void onChange(std::function<void()> changed);
    /// Whether amps that are opened from now on have their experimental settings, which nobody has proven on hardware; they have not unless asked for.
    /// Any thread.
    void allowExperimental(bool allowed) { m_experimental = allowed; }
    bool allowsExperimental() const { return m_experimental; }

private:
    Result<Port> selectAmong(const std::vector<Port> &candidates, const QString &selector) const;

    std::span<const Family *const> m_families;
    Ports &m_ports;
    DescriptionCache *m_cache;
    std::atomic<bool> m_experimental = false;
};

} // namespace gainstage
