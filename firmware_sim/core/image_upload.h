// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/slots.h"
#include "firmware_sim/core/refusal.h"

namespace gainstage::firmware {

/// What comes with the first piece of an upload.
struct UploadStart {
    std::uint64_t length = 0;  ///< of the whole file
    std::optional<Digest> sha; ///< of the whole file; without it nothing can be resumed
    bool upgrade = false;      ///< only a version that is newer
};

/// Takes a file into slot 1, from its second sector on, and erases sector by sector on the way. How far it is is forgotten at power-off.
class ImageUpload {
public:
    ImageUpload(Slots &slots, const ImageRules &rules) : m_slots(slots), m_rules(rules) {}

    /// Bytes that are there: where the next piece must begin.
    std::uint64_t offset() const { return m_offset; }
    bool isComplete() const { return m_length > 0 && m_offset == m_length; }
    /// Whether the complete file was what the client said; nothing before that, or when it said nothing.
    std::optional<bool> matches() const { return m_matches; }

    /// The first piece of a file; of the one that is being taken already it is passed over, unless that one came out wrong.
    Outcome begin(const UploadStart &start, std::span<const std::uint8_t> data);
    /// A piece; one that does not begin at offset() is passed over.
    Outcome add(std::uint64_t offset, std::span<const std::uint8_t> data);
    void forget();

private:
    Outcome check(const UploadStart &start, std::span<const std::uint8_t> data) const;
    Outcome checkVersion(const Version &version) const;
    bool clear();
    bool take(std::span<const std::uint8_t> data);
    bool programPage();
    void spoil();
    Outcome finish();

    Slots &m_slots;
    const ImageRules &m_rules;
    std::uint64_t m_length = 0, m_offset = 0; ///< length 0: nothing is being taken
    std::optional<Digest> m_sha;
    std::optional<bool> m_matches;
    std::array<std::uint8_t, kFlashPage> m_page{}; ///< what is not yet in flash
};

/// What a client is told of a bad image.
ImageCode codeOf(ImageError error);

/// Nothing when slot 1 may be changed; while a swap is due or an image on trial it may not.
Outcome checkFree(const Slots &slots);

} // namespace gainstage::firmware
