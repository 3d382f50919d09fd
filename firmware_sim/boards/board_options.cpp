// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/board_options.h"

#include "firmware_sim/boards/reference_face.h"

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

bool isHid(const std::string &foreignModel)
{
    const auto amp = makeForeignAmp(foreignModel, {}, 1);
    return amp && amp->face().isHid();
}

} // namespace

QString nameOf(BoardKind board)
{
    switch (board) {
    case BoardKind::Socket: return u"socket"_s;
    case BoardKind::Gadget: return u"gadget"_s;
    case BoardKind::Pty: break;
    }
    return u"pty"_s;
}

std::optional<BoardKind> boardNamed(const QString &name)
{
    for (const BoardKind board : {BoardKind::Pty, BoardKind::Socket, BoardKind::Gadget})
        if (nameOf(board) == name)
            return board;
    return std::nullopt;
}

QStringList modelNames()
{
    QStringList names{u"desktop"_s, u"dongle"_s};
    for (const std::string_view name : foreignModels())
        names += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return names;
}

BoardKind usualBoard(const std::string &model)
{
    return !referenceModel(model) && isHid(model) ? BoardKind::Socket : BoardKind::Pty;
}

Outcome<std::vector<LinkKind>> linksOn(BoardKind board, const std::string &model)
{
    const bool reference = referenceModel(model).has_value();
    const bool hasHid = reference || isHid(model), hasSerial = reference || !hasHid;
    std::vector<LinkKind> links;
    if (hasHid && board != BoardKind::Pty)
        links.push_back(LinkKind::Hid);
    if (hasSerial && board != BoardKind::Socket)
        links.push_back(LinkKind::Serial);
    if (links.empty())
        return std::unexpected("--board " + nameOf(board).toStdString() + ": the model “" + model +
                               (hasHid ? "” has no serial line; there are socket and gadget" : "” is no HID device; there are pty and gadget"));
    return links;
}

Outcome<void> check(const BoardOptions &options)
{
    if (!options.flashFile.isEmpty() && !referenceModel(options.model))
        return std::unexpected("--flash: only the models desktop and dongle have a flash file");
    if (!options.link.isEmpty() && options.board == BoardKind::Gadget)
        return std::unexpected("--link: where a USB gadget is reached is the system's affair");
    if (const auto links = linksOn(options.board, options.model); !links)
        return std::unexpected(links.error());
    return {};
}

} // namespace gainstage::sim
