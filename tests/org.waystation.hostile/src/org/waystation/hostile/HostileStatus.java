package org.waystation.hostile;

import org.osgi.service.component.annotations.Component;
import org.waystation.api.status.StatusItem;
import org.waystation.api.status.StatusText;

/** Misbehaves as an item of the status bar. */
@Component
public final class HostileStatus implements StatusItem {

    @Override
    public String id() {
        return "hostile";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public StatusText now() {
        Mood.at("status");
        return new StatusText("Hostile is here", "It means no good", true);
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
        Mood.at("listen");
        return () -> Mood.at("close");
    }

    @Override
    public void press() {
        Mood.at("press");
    }
}
