// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"

namespace gainstage {

/// Only the simulated amps among other ports, so that a picture does not show what is plugged in where it is made.
class SimulatedOnly final : public Ports {
public:
    explicit SimulatedOnly(std::unique_ptr<Ports> all);
    std::vector<Port> list() const override;
    Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token stop) const override;
    void onChange(std::function<void()> changed) override;

private:
    std::unique_ptr<Ports> m_all;
};

/// One amp that the system does not let us open.
class Forbidden final : public Ports {
public:
    std::vector<Port> list() const override;
    Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token stop) const override;
    void onChange(std::function<void()>) override {}
};

/// One amp that is recognised and not supported.
class Recognised final : public Ports {
public:
    std::vector<Port> list() const override;
    Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token stop) const override;
    void onChange(std::function<void()>) override {}
};

} // namespace gainstage
