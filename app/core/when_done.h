// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QFutureWatcher>
#include <QObject>

namespace gainstage {

/// Calls `fn` with the outcome on `context`'s thread, unless `context` is gone by then. A cancelled future gives Errc::Cancelled.
template <typename T, typename Fn>
void whenDone(QObject *context, const QFuture<Result<T>> &future, Fn fn)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        fn(watcher->isCanceled() ? Result<T>(failure(Errc::Cancelled, "")) : watcher->result());
    });
    watcher->setFuture(future); // after connect(): it may be finished already
}

} // namespace gainstage
