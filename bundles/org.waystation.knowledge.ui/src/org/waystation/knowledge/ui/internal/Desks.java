package org.waystation.knowledge.ui.internal;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UISynchronize;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/** Lays out what the knowledge screens work with, once there is an article service. */
@Creatable
public final class Desks {

    private final Look look;
    private final Executor ui;
    private final Notifications notifications;
    private final Edits edits;
    private final RelativeTime times = new RelativeTime(Clock.systemDefaultZone());

    @Inject
    public Desks(Look look, UISynchronize sync, @Service Notifications notifications) {
        this.look = look;
        this.ui = sync::asyncExec;
        this.notifications = notifications;
        this.edits = new Edits("Knowledge", ui, notifications);
    }

    public Look look() {
        return look;
    }

    public Executor ui() {
        return ui;
    }

    public Desk with(ArticleService articles) {
        return new Desk(look, articles, edits, times, ui, notifications);
    }
}
