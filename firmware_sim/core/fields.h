// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/cbor_reader.h"

namespace gainstage::firmware {

/// The entries of a request, by key and type. An absent key is empty; a value of another type makes the request malformed.
class Fields {
public:
    explicit Fields(const CborMap &map) : m_map(map) {}

    std::optional<std::uint64_t> number(std::string_view key) { return take(key, &CborValue::asUnsigned); }
    std::optional<std::int64_t> integer(std::string_view key) { return take(key, &CborValue::asInteger); }
    std::optional<bool> boolean(std::string_view key) { return take(key, &CborValue::asBoolean); }
    std::optional<CborString> text(std::string_view key) { return take(key, &CborValue::asText); }
    std::optional<CborString> bytes(std::string_view key) { return take(key, &CborValue::asBytes); }
    std::optional<CborItems> array(std::string_view key) { return take(key, &CborValue::asArray); }
    std::optional<CborMap> map(std::string_view key) { return take(key, &CborValue::asMap); }

    bool malformed() const { return m_malformed; }

private:
    template <typename T>
    std::optional<T> take(std::string_view key, std::optional<T> (CborValue::*as)() const)
    {
        const auto value = m_map.find(key);
        if (!value)
            return std::nullopt;
        const auto taken = ((*value).*as)();
        m_malformed = m_malformed || !taken;
        return taken;
    }

    CborMap m_map;
    bool m_malformed = false;
};

} // namespace gainstage::firmware
