// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/update_record.h"

#include "app/core/json_view.h"

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;
using firmware_update::Kind;
using firmware_update::Record;

const QString kSchema = u"gainstage-update/1"_s;
const QString kSchemaName = u"gainstage-update/"_s;

QString textOf(const firmware_file::Sha256 &digest)
{
    return QString::fromStdString(firmware_file::hexText(digest));
}

QString textOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// Reads keys one after the other and remembers the first that is wrong.
class Reader {
public:
    explicit Reader(const QJsonObject &document) : m_document(document) {}

    QString text(const QString &key)
    {
        const QJsonValue value = m_document[key];
        return value.isString() ? value.toString() : wrong<QString>(key);
    }
    firmware_file::Sha256 digest(const QString &key)
    {
        const auto read = firmware_file::sha256FromHex(text(key).toStdString());
        return read ? *read : wrong<firmware_file::Sha256>(key);
    }
    QDateTime time(const QString &key)
    {
        const QDateTime read = QDateTime::fromString(text(key), Qt::ISODateWithMs);
        return read.isValid() ? read : wrong<QDateTime>(key);
    }
    QJsonObject object(const QString &key)
    {
        const QJsonValue value = m_document[key];
        return value.isObject() ? value.toObject() : wrong<QJsonObject>(key);
    }
    firmware_update::Stage stage(const QString &key)
    {
        const auto read = firmware_update::stageFromName(text(key).toStdString());
        return read ? *read : wrong<firmware_update::Stage>(key);
    }
    Kind kind(const QString &key)
    {
        const QString name = text(key);
        return name == "install"_L1 ? Kind::Install : name == "go-back"_L1 ? Kind::GoBack : wrong<Kind>(key);
    }
    const QString &firstWrong() const { return m_wrong; }

private:
    template <typename T>
    T wrong(const QString &key)
    {
        if (m_wrong.isEmpty())
            m_wrong = key;
        return {};
    }
    const QJsonObject &m_document;
    QString m_wrong;
};

Record recordFrom(Reader &reader, const QJsonObject &document)
{
    Record record;
    record.kind = reader.kind(u"kind"_s);
    record.stage = reader.stage(u"stage"_s);
    record.file = reader.digest(u"sent_sha256"_s);
    record.image = reader.digest(u"image_hash"_s);
    record.before = reader.digest(u"hash_before"_s);
    record.from = reader.text(u"from"_s).toStdString();
    record.to = reader.text(u"to"_s).toStdString();
    record.consent = document[u"consent"_s].toBool();
    return record;
}

Identity identityFrom(const QJsonObject &amp)
{
    Identity identity;
    identity.maker = amp[u"maker"_s].toString();
    identity.model = amp[u"model"_s].toString();
    identity.serialNumber = amp[u"serial_number"_s].toString();
    identity.hardware = amp[u"hardware"_s].toString();
    identity.firmware = amp[u"firmware"_s].toString();
    identity.protocol = amp[u"protocol"_s].toString();
    return identity;
}

} // namespace

void putRecord(QJsonObject &document, const Record &record, const QDateTime &changed)
{
    document[u"kind"_s] = record.kind == Kind::GoBack ? u"go-back"_s : u"install"_s;
    document[u"stage"_s] = QLatin1String(nameOf(record.stage));
    document[u"sent_sha256"_s] = textOf(record.file);
    document[u"image_hash"_s] = textOf(record.image);
    document[u"hash_before"_s] = textOf(record.before);
    document[u"from"_s] = QString::fromStdString(record.from);
    document[u"to"_s] = QString::fromStdString(record.to);
    document[u"consent"_s] = record.consent;
    document[u"changed"_s] = textOf(changed);
}

void putEntry(QJsonObject &document, const UpdateEntry &entry)
{
    document[u"schema"_s] = kSchema;
    document[u"amp"_s] = toJson(entry.amp);
    document[u"started"_s] = textOf(entry.started);
    document[u"before"_s] = entry.settings;
    document.remove(u"image_sha256"_s);
    if (!entry.file.isEmpty())
        document[u"image_sha256"_s] = textOf(digestOf(entry.file));
    putRecord(document, entry.record, entry.changed);
}

Result<void> checkUpdateSchema(const QJsonObject &document)
{
    const QString schema = document[u"schema"_s].toString();
    if (!schema.startsWith(kSchemaName))
        return damagedUpdate(u"schema"_s);
    if (schema != kSchema)
        return failure(Errc::InvalidFile, SENTENCE("error", "An update of this amp was begun by a newer version of Gainstage (%1)."),
                       {schema.toStdString()}, SENTENCE("error", "Go on with it in that version."));
    return {};
}

Result<UpdateEntry> entryFrom(const QJsonObject &document)
{
    Reader reader(document);
    UpdateEntry entry;
    entry.amp = identityFrom(reader.object(u"amp"_s));
    entry.record = recordFrom(reader, document);
    entry.started = reader.time(u"started"_s);
    entry.changed = reader.time(u"changed"_s);
    entry.settings = reader.object(u"before"_s);
    if (!reader.firstWrong().isEmpty())
        return damagedUpdate(reader.firstWrong());
    if (document.contains(u"image_sha256"_s) && !imageDigest(document))
        return damagedUpdate(u"image_sha256"_s);
    return entry;
}

std::optional<firmware_file::Sha256> imageDigest(const QJsonObject &document)
{
    return firmware_file::sha256FromHex(document[u"image_sha256"_s].toString().toStdString());
}

firmware_file::Sha256 digestOf(const QByteArray &file)
{
    return firmware_file::sha256({reinterpret_cast<const std::uint8_t *>(file.constData()), static_cast<std::size_t>(file.size())});
}

std::unexpected<Error> damagedUpdate(const QString &what)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "What is kept about the interrupted update is damaged (%1)."), {what.toStdString()},
                   SENTENCE("error", "Begin the update again with its file."));
}

} // namespace gainstage
