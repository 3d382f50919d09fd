// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/crypto.h"

#include <cstdlib>

#include <sodium.h>

namespace gainstage::sim {

struct Crypto::Hash {
    crypto_hash_sha256_state state;
};

Crypto::Crypto() : m_hash(std::make_unique<Hash>())
{
    // Without it nothing works; it fails only where a computer has no random numbers.
    if (sodium_init() < 0)
        std::abort();
    begin();
}

Crypto::~Crypto() = default;

void Crypto::begin()
{
    crypto_hash_sha256_init(&m_hash->state);
}

void Crypto::add(std::span<const std::uint8_t> data)
{
    crypto_hash_sha256_update(&m_hash->state, data.data(), data.size());
}

firmware::Digest Crypto::end()
{
    firmware::Digest digest{};
    crypto_hash_sha256_final(&m_hash->state, digest.data());
    return digest;
}

bool Crypto::verify(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

} // namespace gainstage::sim
