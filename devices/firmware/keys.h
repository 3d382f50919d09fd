// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/digest.h"
#include "protocol/bytes/result.h"

#include <string>
#include <string_view>

namespace gainstage::firmware_file {

using Signature = std::array<std::uint8_t, 64>;

/// An Ed25519 public key.
class PublicKey {
public:
    explicit PublicKey(const std::array<std::uint8_t, 32> &bytes) : m_bytes(bytes) {}
    friend bool operator==(const PublicKey &, const PublicKey &) = default;

    /// "-----BEGIN PUBLIC KEY-----" as openssl writes it (RFC 8410). Errc::InvalidFile for anything else, other kinds of key included.
    static Result<PublicKey> fromPem(std::string_view pem);
    std::string toPem() const;
    /// SHA-256 of the 44-byte DER form: how an image names its key.
    Sha256 hash() const;
    bool verifies(const Signature &signature, BytesView message) const;

private:
    std::array<std::uint8_t, 32> m_bytes;
};

/// An Ed25519 private key. Its memory is wiped at the end.
class SecretKey {
public:
    using Seed = std::array<std::uint8_t, 32>;

    explicit SecretKey(const Seed &seed) : m_seed(seed) {}
    ~SecretKey();
    SecretKey(const SecretKey &) = default;
    SecretKey &operator=(const SecretKey &) = default;

    /// A new one from the system's random source.
    static SecretKey generate();
    /// "-----BEGIN PRIVATE KEY-----", unencrypted PKCS #8 as openssl writes it (RFC 8410). Errc::InvalidFile for anything else.
    static Result<SecretKey> fromPem(std::string_view pem);
    std::string toPem() const;
    PublicKey publicKey() const;
    Signature sign(BytesView message) const;

private:
    Seed m_seed;
};

} // namespace gainstage::firmware_file
