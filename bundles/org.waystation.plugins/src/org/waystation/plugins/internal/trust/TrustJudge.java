package org.waystation.plugins.internal.trust;

import java.util.Optional;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;

/** Decides whether a package may be installed, and whether an installed plug-in may run. */
public final class TrustJudge {

    private final Policy policy;
    private final Revocations revocations;

    public TrustJudge(Policy policy, Revocations revocations) {
        this.policy = policy;
        this.revocations = revocations;
    }

    /**
     * What is known of a plug-in on this machine.
     *
     * @param pinned who published it when it was first installed; kept when it is removed
     * @param version what is installed now
     * @param contentHash of what is installed now
     */
    public record Known(Optional<Publisher> pinned, Optional<String> version, Optional<String> contentHash) {}

    /**
     * Judges a package that wants to be installed.
     *
     * @throws PluginRefusedException where it may not
     */
    public void checkInstall(PluginDescription plugin, String contentHash, Publisher publisher, Known known) {
        checkRun(plugin, contentHash, publisher).ifPresent(TrustJudge::refuse);
        if (known.pinned().isPresent() && !samePublisher(known.pinned().get(), publisher)) {
            refuse(new Refusal.PublisherChanged(plugin.id(), known.pinned().get(), publisher));
        }
        known.version().ifPresent(installed -> checkVersion(plugin, contentHash, known, installed));
    }

    /** Why an installed plug-in may not run; empty where it may. */
    public Optional<Refusal> checkRun(PluginDescription plugin, String contentHash, Publisher publisher) {
        if (!policy.allows(plugin.id())) {
            return Optional.of(new Refusal.ForbiddenByPolicy(plugin.id(), policy.source()));
        }
        Optional<String> revoked = revocations.why(plugin, contentHash, publisher);
        if (revoked.isPresent()) {
            return Optional.of(new Refusal.Revoked(plugin.id(), revoked.get()));
        }
        if (!publisher.signed() && !policy.acceptsUnsigned()) {
            return Optional.of(new Refusal.Unsigned(plugin.id()));
        }
        return Optional.empty();
    }

    private void checkVersion(PluginDescription plugin, String contentHash, Known known, String installed) {
        int step = Version.parseVersion(plugin.version()).compareTo(Version.parseVersion(installed));
        if (step < 0) {
            refuse(new Refusal.Downgrade(plugin.id(), installed, plugin.version()));
        }
        boolean sameContent = known.contentHash().filter(contentHash::equals).isPresent();
        if (step == 0 && !sameContent && !policy.acceptsUnsigned()) {
            // In developer mode each build comes with the same version and other content.
            refuse(new Refusal.SameVersionDiffers(plugin.id(), installed));
        }
    }

    private static boolean samePublisher(Publisher pinned, Publisher offered) {
        return pinned.fingerprint().equals(offered.fingerprint());
    }

    private static void refuse(Refusal refusal) {
        throw new PluginRefusedException(refusal);
    }
}
