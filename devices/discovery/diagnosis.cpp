// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/diagnosis.h"

#include "devices/catalog/catalog.h"
#include "devices/catalog/udev_rules.h"
#include "devices/discovery/usb_interfaces.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;
using Kind = Finding::Kind;

constexpr QLatin1String kOwnFolder("/etc/udev/rules.d/");

QString rulesFile()
{
    return QString::fromLatin1(catalog::kUdevRulesFile.data(), static_cast<qsizetype>(catalog::kUdevRulesFile.size()));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isThere(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
}

class Examination {
public:
    explicit Examination(QString root) : m_root(std::move(root)), m_inContainer(isContainer()) {}

    std::vector<Finding> of(const std::vector<Port> &amps);

private:
    bool isContainer() const;
    void lookAtUdev();
    void lookAtRules();
    void lookAtAmp(const Port &amp);
    void lookAtHolders(const QString &node, const Port &amp);
    void lookAtInterface(const UsbInterface &interface);
    QStringList rulesCommands() const;
    QStringList permissionCommands(const Port &amp) const;
    QStringList containerCommands() const;

    QString m_root;
    bool m_inContainer;
    bool m_rulesAreGood = true;
    std::vector<Finding> m_findings;
};

bool Examination::isContainer() const
{
    return isThere(m_root + u"/run/.containerenv"_s) || isThere(m_root + u"/.dockerenv"_s) || isThere(m_root + u"/run/systemd/container"_s);
}

void Examination::lookAtUdev()
{
    if (isThere(m_root + u"/run/udev/control"_s))
        return;
    if (m_inContainer)
        m_findings.push_back({.kind = Kind::UdevUnreachable, .where = u"/run/udev"_s, .commands = containerCommands()});
    else
        m_findings.push_back({.kind = Kind::UdevStopped, .where = u"/run/udev"_s, .commands = {u"sudo systemctl start systemd-udevd"_s}});
}

/// Access in a container is decided outside.
void Examination::lookAtRules()
{
    if (m_inContainer)
        return;
    // udev reads one file of a name, from the first of these folders that has it.
    const QStringList folders{kOwnFolder, u"/run/udev/rules.d/"_s, u"/usr/local/lib/udev/rules.d/"_s, u"/usr/lib/udev/rules.d/"_s,
                              u"/lib/udev/rules.d/"_s};
    for (const QString &folder : folders) {
        const QString file = folder + rulesFile();
        if (!isThere(m_root + file))
            continue;
        m_rulesAreGood = catalog::udevRulesOnly(contentOf(m_root + file).toStdString()) == catalog::udevRulesOnly(catalog::udevRules());
        if (!m_rulesAreGood)
            m_findings.push_back({.kind = Kind::RulesOutdated, .where = file, .commands = rulesCommands()});
        return;
    }
    m_rulesAreGood = false;
    m_findings.push_back({.kind = Kind::RulesMissing, .where = kOwnFolder + rulesFile(), .commands = rulesCommands()});
}

QStringList Examination::rulesCommands() const
{
    const QString file = kOwnFolder + rulesFile();
    QStringList commands;
    if (QFileInfo(m_root + file).isSymLink()) // to /dev/null, to switch them off
        commands << u"sudo rm "_s + file;
    return commands << u"gainstagectl doctor --rules | sudo tee "_s + file << u"sudo udevadm control --reload"_s
                    << u"sudo udevadm trigger --settle --subsystem-match=hidraw --subsystem-match=tty"_s;
}

QStringList Examination::permissionCommands(const Port &amp) const
{
    if (!m_rulesAreGood)
        return rulesCommands();
    return {u"sudo udevadm trigger --settle --name-match="_s + amp.path, u"sudo setfacl -m u:$USER:rw "_s + amp.path};
}

/// Device files, what udev knows of them, its messages, and leave to open hidraw (by the number in /proc/devices) and ttyACM.
QStringList Examination::containerCommands() const
{
    QStringList numbers{u"166"_s};
    for (const QByteArray &line : contentOf(m_root + u"/proc/devices"_s).split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() == 2 && words[1] == "hidraw")
            numbers.prepend(QString::fromLatin1(words[0]));
    }
    QString command = u"docker run --network host --volume /run/udev:/run/udev:ro --volume /dev:/dev"_s;
    for (const QString &number : numbers)
        command += u" --device-cgroup-rule 'c %1:* rw'"_s.arg(number);
    return {command + u" …"_s};
}

void Examination::lookAtHolders(const QString &node, const Port &amp)
{
    std::vector<Holder> holders = holdersOf(node, m_root);
    if (holders.empty())
        return;
    const bool isModemManager = std::ranges::any_of(holders, [](const Holder &holder) { return holder.name == u"ModemManager"_s; });
    QStringList commands;
    if (isModemManager)
        commands = (m_rulesAreGood ? QStringList() : rulesCommands()) << u"sudo systemctl restart ModemManager"_s;
    else
        std::ranges::transform(holders, std::back_inserter(commands), [](const Holder &holder) { return u"kill %1"_s.arg(holder.pid); });
    m_findings.push_back({isModemManager ? Kind::ModemManager : Kind::Held, node, amp.product, std::move(holders), commands});
}

void Examination::lookAtAmp(const Port &amp)
{
    if (amp.simulated)
        return;
    if (!isThere(m_root + amp.path)) {
        m_findings.push_back(
            {.kind = Kind::NoNode, .where = amp.path, .amp = amp.product, .commands = m_inContainer ? containerCommands() : QStringList()});
        return;
    }
    if (amp.access == Port::Access::Permission)
        m_findings.push_back({.kind = Kind::NoPermission, .where = amp.path, .amp = amp.product, .commands = permissionCommands(amp)});
    lookAtHolders(amp.path, amp);
}

/// Without device file there is no port for a family to look at; what can be said then is said by the names.
bool isAmp(const Port &port)
{
    const catalog::Model *model = catalog::find(port);
    return model != nullptr ? model->support == catalog::Support::Supported : port.maker == u"Gainstage"_s || port.product.contains(u"Gainstage"_s);
}

void Examination::lookAtInterface(const UsbInterface &interface)
{
    const Port &port = interface.port;
    if (!port.path.isEmpty() || !isAmp(port))
        return;
    if (!interface.claim.isEmpty()) {
        lookAtHolders(interface.claim, port);
        return;
    }
    const QString module = port.wire == Wire::Hid ? u"usbhid"_s : u"cdc_acm"_s;
    m_findings.push_back({.kind = Kind::NoDriver, .where = interface.place, .amp = port.product, .commands = {u"sudo modprobe "_s + module}});
}

std::vector<Finding> Examination::of(const std::vector<Port> &amps)
{
    lookAtUdev();
    lookAtRules();
    for (const Port &amp : amps)
        lookAtAmp(amp);
    for (const UsbInterface &interface : usbInterfaces(m_root))
        lookAtInterface(interface);
    return std::move(m_findings);
}

} // namespace

std::vector<Finding> diagnose(const std::vector<Port> &amps, const QString &root)
{
    return Examination(root == u"/"_s ? QString() : root).of(amps);
}

} // namespace gainstage
