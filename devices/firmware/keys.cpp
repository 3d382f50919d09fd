// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/keys.h"

#include "protocol/bytes/base64.h"

#include <sodium.h>

#include <algorithm>
#include <optional>

namespace gainstage::firmware_file {
namespace {

static_assert(crypto_sign_SEEDBYTES == 32 && crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_BYTES == 64);

using KeyBytes = std::array<std::uint8_t, 32>;

/// What stands before the 32 bytes of an Ed25519 key in its DER form. There is only one encoding, so it is compared, not parsed.
constexpr std::array<std::uint8_t, 12> kPublicPrefix = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::array<std::uint8_t, 16> kSecretPrefix = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                                        0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
constexpr std::string_view kPublicLabel = "PUBLIC KEY", kSecretLabel = "PRIVATE KEY";
constexpr std::size_t kPemLine = 64;

Bytes der(BytesView prefix, const KeyBytes &key)
{
    Bytes bytes(prefix.begin(), prefix.end());
    bytes.insert(bytes.end(), key.begin(), key.end());
    return bytes;
}

std::string beginMark(std::string_view label)
{
    return "-----BEGIN " + std::string(label) + "-----";
}

std::string endMark(std::string_view label)
{
    return "-----END " + std::string(label) + "-----";
}

std::string pem(std::string_view label, BytesView prefix, const KeyBytes &key)
{
    Bytes bytes = der(prefix, key);
    std::string base64 = toBase64(bytes);
    std::string text = beginMark(label) + '\n';
    for (std::size_t at = 0; at < base64.size(); at += kPemLine)
        text += base64.substr(at, kPemLine) + '\n';
    sodium_memzero(bytes.data(), bytes.size());
    sodium_memzero(base64.data(), base64.size());
    return text + endMark(label) + '\n';
}

/// The bytes between the marks; nullopt where there are none. Text around the marks is allowed, as openssl does.
std::optional<Bytes> contentOfPem(std::string_view text, std::string_view label)
{
    const std::string begin = beginMark(label);
    const std::size_t from = text.find(begin);
    if (from == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(from + begin.size());
    const std::size_t to = text.find(endMark(label));
    if (to == std::string_view::npos)
        return std::nullopt;
    std::string base64(text.substr(0, to));
    std::erase_if(base64, [](char c) { return c == '\n' || c == '\r'; });
    auto bytes = fromBase64(base64);
    sodium_memzero(base64.data(), base64.size());
    return bytes;
}

std::optional<KeyBytes> keyInPem(std::string_view text, std::string_view label, BytesView prefix)
{
    auto content = contentOfPem(text, label);
    KeyBytes key{};
    if (!content || content->size() != prefix.size() + key.size() || !std::ranges::equal(prefix, BytesView(*content).first(prefix.size())))
        return std::nullopt;
    std::ranges::copy(BytesView(*content).subspan(prefix.size()), key.begin());
    sodium_memzero(content->data(), content->size());
    return key;
}

/// Both halves, as libsodium wants them for signing.
struct KeyPair {
    explicit KeyPair(const SecretKey::Seed &seed) { crypto_sign_seed_keypair(publicHalf.data(), secret.data(), seed.data()); }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
    KeyPair(const KeyPair &) = delete;
    KeyPair &operator=(const KeyPair &) = delete;

    KeyBytes publicHalf{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
};

} // namespace

Result<PublicKey> PublicKey::fromPem(std::string_view pem)
{
    const auto key = keyInPem(pem, kPublicLabel, kPublicPrefix);
    if (!key)
        return failure(Errc::InvalidFile, SENTENCE("error", "This is not an Ed25519 public key in PEM form."), {},
                       SENTENCE("error", "“openssl pkey -pubout” makes one of a private key."));
    return PublicKey(*key);
}

std::string PublicKey::toPem() const
{
    return pem(kPublicLabel, kPublicPrefix, m_bytes);
}

Sha256 PublicKey::hash() const
{
    return sha256(der(kPublicPrefix, m_bytes));
}

bool PublicKey::verifies(const Signature &signature, BytesView message) const
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), m_bytes.data()) == 0;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_seed.data(), m_seed.size());
}

SecretKey SecretKey::generate()
{
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    SecretKey key(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

Result<SecretKey> SecretKey::fromPem(std::string_view pem)
{
    auto seed = keyInPem(pem, kSecretLabel, kSecretPrefix);
    if (!seed)
        return failure(Errc::InvalidFile, SENTENCE("error", "This is not an unencrypted Ed25519 private key in PEM form."), {},
                       SENTENCE("error", "“gainstage-image keygen” and “openssl genpkey -algorithm ed25519” make one."));
    SecretKey key(*seed);
    sodium_memzero(seed->data(), seed->size());
    return key;
}

std::string SecretKey::toPem() const
{
    return pem(kSecretLabel, kSecretPrefix, m_seed);
}

PublicKey SecretKey::publicKey() const
{
    return PublicKey(KeyPair(m_seed).publicHalf);
}

Signature SecretKey::sign(BytesView message) const
{
    const KeyPair pair(m_seed);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), pair.secret.data());
    return signature;
}

} // namespace gainstage::firmware_file
