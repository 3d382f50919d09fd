// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/cbor.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QCborValue>

#include <limits>
#include <optional>

namespace gainstage::smp {
namespace {

const char *const notWellFormed = SENTENCE("error", "The amp sent data that is not well formed (%1, at byte %2).");

/// Builds values out of a QCborStreamReader, which checks the encoding; limits and the rule for repeated keys are added here.
class MapDecoder {
public:
    explicit MapDecoder(BytesView bytes)
        : m_size(static_cast<qint64>(bytes.size())), m_reader(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
    {}

    Result<QCborMap> decode()
    {
        if (!m_reader.isMap())
            return wrong("not a map");
        const auto value = map(1);
        if (!value)
            return std::unexpected(*m_error);
        if (m_reader.currentOffset() != m_size)
            return wrong("bytes behind the map");
        return *value;
    }

private:
    std::unexpected<Error> wrong(const char *what) const
    {
        return failure(Errc::BadFrame, notWellFormed, {what, std::to_string(m_reader.currentOffset())});
    }

    std::nullopt_t fail(const char *what)
    {
        if (!m_error)
            m_error = wrong(what).error();
        return std::nullopt;
    }

    /// Tells a truncated text from a wrong one.
    std::nullopt_t failAsReader()
    {
        const bool ended = m_reader.lastError() == QCborError::EndOfFile;
        return fail(ended ? "cut off" : "wrong encoding");
    }

    bool mayEnter(int depth)
    {
        if (depth > kDeepestNesting)
            fail("nested too deep");
        else if (!m_reader.enterContainer())
            failAsReader();
        else
            return true;
        return false;
    }

    bool leave()
    {
        if (m_reader.lastError() == QCborError::NoError && m_reader.leaveContainer())
            return true;
        failAsReader();
        return false;
    }

    std::optional<QCborMap> map(int depth)
    {
        QCborMap result;
        if (!mayEnter(depth))
            return std::nullopt;
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext()) {
            const auto key = value(depth);
            const auto content = key ? value(depth) : std::nullopt;
            if (!content)
                return std::nullopt;
            result.insert(*key, *content);
        }
        return leave() ? std::optional(result) : std::nullopt;
    }

    std::optional<QCborArray> array(int depth)
    {
        QCborArray result;
        if (!mayEnter(depth))
            return std::nullopt;
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext()) {
            const auto element = value(depth);
            if (!element)
                return std::nullopt;
            result.append(*element);
        }
        return leave() ? std::optional(result) : std::nullopt;
    }

    template <typename Container>
    static std::optional<QCborValue> asValue(const std::optional<Container> &container)
    {
        return container ? std::optional<QCborValue>(QCborValue(*container)) : std::nullopt;
    }

    std::optional<QCborValue> value(int depth)
    {
        if (++m_values > kMostValues)
            return fail("too many values");
        switch (m_reader.type()) {
        case QCborStreamReader::Map: return asValue(map(depth + 1));
        case QCborStreamReader::Array: return asValue(array(depth + 1));
        case QCborStreamReader::String: return string([this] { return m_reader.readString(); });
        case QCborStreamReader::ByteArray: return string([this] { return m_reader.readByteArray(); });
        case QCborStreamReader::Tag: return tagged(depth + 1);
        case QCborStreamReader::Invalid: return failAsReader();
        default: return scalar();
        }
    }

    /// A tag says nothing that this protocol needs: its content stands for it.
    std::optional<QCborValue> tagged(int depth)
    {
        if (depth > kDeepestNesting)
            return fail("nested too deep");
        if (!m_reader.next())
            return failAsReader();
        return value(depth);
    }

    template <typename ReadChunk>
    std::optional<QCborValue> string(ReadChunk readChunk)
    {
        decltype(readChunk().data) text;
        while (true) {
            // The announced length is compared with what is there before the reader allocates it.
            if (m_reader.currentStringChunkSize() > m_size - m_reader.currentOffset())
                return fail("cut off");
            const auto chunk = readChunk();
            if (chunk.status == QCborStreamReader::EndOfString)
                return QCborValue(text);
            if (chunk.status == QCborStreamReader::Error)
                return failAsReader();
            text += chunk.data;
        }
    }

    std::optional<QCborValue> scalar()
    {
        QCborValue result = scalarValue();
        if (m_reader.lastError() != QCborError::NoError || !m_reader.next())
            return failAsReader();
        return result;
    }

    QCborValue scalarValue() const
    {
        switch (m_reader.type()) {
        case QCborStreamReader::UnsignedInteger: return positive(m_reader.toUnsignedInteger());
        case QCborStreamReader::NegativeInteger: return negative(static_cast<quint64>(m_reader.toNegativeInteger()));
        case QCborStreamReader::SimpleType: return QCborValue(m_reader.toSimpleType());
        case QCborStreamReader::Float16: return QCborValue(static_cast<double>(m_reader.toFloat16()));
        case QCborStreamReader::Float: return QCborValue(static_cast<double>(m_reader.toFloat()));
        case QCborStreamReader::Double: return QCborValue(m_reader.toDouble());
        default: return {};
        }
    }

    /// Integers beyond 63 bits occur in no message; as a double they are of the wrong type wherever they matter.
    static QCborValue positive(quint64 number)
    {
        const bool fits = number <= static_cast<quint64>(std::numeric_limits<qint64>::max());
        return fits ? QCborValue(static_cast<qint64>(number)) : QCborValue(static_cast<double>(number));
    }

    /// `magnitude` is the absolute value; 0 stands for 2^64.
    static QCborValue negative(quint64 magnitude)
    {
        const bool fits = magnitude != 0 && magnitude <= static_cast<quint64>(std::numeric_limits<qint64>::max());
        return fits ? QCborValue(-static_cast<qint64>(magnitude)) : QCborValue(-static_cast<double>(magnitude));
    }

    qint64 m_size = 0;
    QCborStreamReader m_reader;
    int m_values = 0;
    std::optional<Error> m_error;
};

} // namespace

Bytes encodeMap(const QCborMap &map)
{
    const QByteArray text = QCborValue(map).toCbor();
    return {text.begin(), text.end()};
}

Result<QCborMap> decodeMap(BytesView bytes)
{
    return MapDecoder(bytes).decode();
}

} // namespace gainstage::smp
