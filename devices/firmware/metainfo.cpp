// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/metainfo.h"

#include "devices/firmware/limits.h"
#include "devices/firmware/release_notes.h"

#include <QXmlStreamReader>

#include <optional>

namespace gainstage::firmware_file {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDeepest = 32; // of nested elements; a real one has five

Error problem(const QXmlStreamReader &xml, const char *sentence, const char *field, const QString &more = {})
{
    return {Errc::InvalidFile, sentence, {field, std::to_string(xml.lineNumber()), more.toStdString()}, ""};
}

/// Before anything is read: XML from beginning to end, without what could grow (a DTD's entities) or nest so deep that a stack overflows.
Result<void> checkDocument(const QByteArray &document)
{
    QXmlStreamReader xml(document);
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        if (token == QXmlStreamReader::DTD)
            return std::unexpected(problem(xml, SENTENCE("error", "“%1” in line %2 of the metainfo is not allowed."), "DTD"));
        if (depth > kDeepest)
            return std::unexpected(problem(xml, SENTENCE("error", "“%1” in line %2 of the metainfo is too deep."), "nesting"));
    }
    if (xml.hasError())
        return std::unexpected(problem(xml, SENTENCE("error", "“%1”: line %2 of the metainfo is not sound XML: %3"), "document", xml.errorString()));
    return {};
}

/// Reads a document that has passed checkDocument().
class Reader {
public:
    explicit Reader(const QByteArray &document) : m_xml(document) {}

    Result<Metainfo> read()
    {
        readDocument();
        if (!m_error)
            checkComplete();
        if (m_error)
            return std::unexpected(*m_error);
        return std::move(m_result);
    }

private:
    /// The first problem counts; the reader stops at it.
    void fail(const char *sentence, const char *field, const QString &more = {})
    {
        if (!m_error)
            m_error = problem(m_xml, sentence, field, more);
    }

    bool next() { return !m_error && m_xml.readNextStartElement(); }

    void readDocument()
    {
        if (!next() || m_xml.name() != u"component" || m_xml.attributes().value("type"_L1) != u"firmware")
            return fail(SENTENCE("error", "“%1” in line %2: the metainfo is not about firmware."), "component");
        readComponent();
    }

    void readComponent()
    {
        while (next()) {
            if (isTranslation(m_xml))
                m_xml.skipCurrentElement();
            else
                readMember();
        }
    }

    void readMember()
    {
        const auto name = m_xml.name();
        if (name == u"id")
            m_result.id = text();
        else if (name == u"name")
            m_result.name = text();
        else if (name == u"summary")
            m_result.summary = text();
        else if (name == u"provides")
            readProvides();
        else if (name == u"custom")
            readCustom();
        else if (name == u"releases")
            readReleases();
        else
            m_xml.skipCurrentElement();
    }

    void readProvides()
    {
        while (next()) {
            if (m_xml.name() != u"firmware" || m_xml.attributes().value("type"_L1) != u"flashed") {
                m_xml.skipCurrentElement();
                continue;
            }
            const QString written = text();
            if (const auto guid = Uuid::fromText(written.toStdString()))
                m_result.guids.push_back(*guid);
            else
                fail(SENTENCE("error", "“%1” in line %2 of the metainfo is not a GUID: “%3”."), "provides", written);
        }
    }

    void readCustom()
    {
        while (next()) {
            const QString key = m_xml.attributes().value("key"_L1).toString();
            const QString value = text();
            if (key == u"LVFS::UpdateProtocol")
                m_result.updateProtocol = value;
            else if (key == u"LVFS::VersionFormat")
                m_result.versionFormat = value;
        }
    }

    void readReleases()
    {
        while (next()) {
            if (m_xml.name() == u"release")
                readRelease();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readRelease()
    {
        Release release;
        const auto attributes = m_xml.attributes();
        release.version = attributes.value("version"_L1).toString();
        release.date = attributes.value("date"_L1).toString();
        release.urgency = attributes.value("urgency"_L1).toString();
        if (release.version.isEmpty())
            fail(SENTENCE("error", "“%1” in line %2 of the metainfo has no version."), "release");
        while (next()) {
            if (m_xml.name() == u"checksum")
                readChecksum(release);
            else if (m_xml.name() == u"description" && !isTranslation(m_xml))
                release.notes = readNotes(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        m_result.releases.push_back(std::move(release));
    }

    /// Of the content only, and by SHA-256 only: the service adds older kinds for older readers.
    void readChecksum(Release &release)
    {
        const auto attributes = m_xml.attributes();
        const QString fileName = attributes.value("filename"_L1).toString();
        const QString written = text();
        if (attributes.value("target"_L1) != u"content" || attributes.value("type"_L1) != u"sha256")
            return;
        if (const auto digest = sha256FromHex(written.toStdString()))
            release.contents.push_back({fileName, *digest});
        else
            fail(SENTENCE("error", "“%1” in line %2 of the metainfo is not a SHA-256: “%3”."), "checksum", written);
    }

    QString text() { return m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified(); }

    void checkComplete()
    {
        const char *const sentence = SENTENCE("error", "“%1” is missing from the metainfo, which ends in line %2.");
        if (m_result.id.isEmpty())
            fail(sentence, "id");
        if (m_result.guids.empty())
            fail(sentence, "provides");
        if (m_result.releases.empty())
            fail(sentence, "releases");
    }

    QXmlStreamReader m_xml;
    Metainfo m_result;
    std::optional<Error> m_error;
};

} // namespace

Result<Metainfo> parseMetainfo(BytesView xml)
{
    if (xml.size() > kLargestMetainfo)
        return failure(Errc::InvalidFile, SENTENCE("error", "“%1”: the metainfo is too large (line %2): %3 bytes."),
                       {"document", "1", std::to_string(xml.size())});
    const QByteArray document(reinterpret_cast<const char *>(xml.data()), static_cast<qsizetype>(xml.size()));
    if (const auto checked = checkDocument(document); !checked)
        return std::unexpected(checked.error());
    return Reader(document).read();
}

} // namespace gainstage::firmware_file
