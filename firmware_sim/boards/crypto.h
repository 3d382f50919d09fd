// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <memory>

namespace gainstage::sim {

/// SHA-256 and Ed25519 by libsodium, in the place of what a part has in ROM.
class Crypto {
public:
    Crypto();
    ~Crypto();
    Crypto(const Crypto &) = delete;
    Crypto &operator=(const Crypto &) = delete;

    void begin();
    void add(std::span<const std::uint8_t> data);
    firmware::Digest end();
    static bool verify(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message);

private:
    struct Hash;
    std::unique_ptr<Hash> m_hash;
};

} // namespace gainstage::sim
