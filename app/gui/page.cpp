// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/page.h"

using namespace Qt::StringLiterals;

namespace gainstage {

Page::Page(const QString &name, QWidget *parent) : QScrollArea(parent), m_body(new QWidget)
{
    setObjectName(u"page"_s);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    // Its fields take the focus and hand Page up and Page down on to it.
    setFocusPolicy(Qt::NoFocus);
    m_body->setObjectName(u"pageBody"_s);
    setWidget(m_body);
}

} // namespace gainstage
