package org.waystation.api.assets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.live.LiveValue;

/** What happened to an asset: who changed which field, and who worked on it from afar. */
@ProviderType
public interface AssetHistory {

    /** Of one asset while it is on screen. */
    LiveValue follow(UUID assetId, Executor deliverOn, Consumer<Past> subscriber);

    /**
     * The past of an asset.
     *
     * @param changes latest first; those that wait to be sent before all others
     * @param sessions latest first
     */
    record Past(List<Changed> changes, List<Worked> sessions) {

        public Past {
            changes = List.copyOf(changes);
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * One field that was changed, or the making of the asset.
     *
     * @param at when it was done
     * @param who did; empty where that is not known here
     * @param field its name as on the wire, a property's as {@code properties.cpu}; empty for the making of the asset
     * @param before for people: a site by its name, a list by its members; empty for none
     * @param unsynced whether it waits to be sent
     */
    record Changed(Optional<Instant> at, String who, String field, String before, String after, boolean unsynced) {}

    /** A remote session on it. */
    record Worked(RemoteSession session, String who) {}
}
