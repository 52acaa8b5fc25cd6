package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.internal.pack.PluginPackage;
import org.waystation.plugins.internal.store.InstalledState;
import org.waystation.plugins.internal.store.PluginRecord;
import org.waystation.plugins.internal.store.PluginRecord.Standing;
import org.waystation.plugins.internal.store.PluginStore;
import org.waystation.plugins.internal.trust.SignatureCheck;
import org.waystation.plugins.internal.trust.TrustJudge;

/** Reads and judges packages, and remembers those that may be installed until they are. */
final class Inspection {

    private final PackageReader reader;
    private final SignatureCheck signatures;
    private final PluginStore store;
    private final ContentRules rules;
    private final Map<String, Inspected> inspected = new LinkedHashMap<>();

    private record Inspected(PluginPackage content, Publisher publisher) {}

    /** What a package's code has to keep to. */
    interface ContentRules {
        /** Refuses a package that does not. */
        void check(PluginPackage content, Publisher publisher) throws IOException;
    }

    Inspection(PackageReader reader, SignatureCheck signatures, PluginStore store) {
        this(reader, signatures, store, (content, publisher) -> {});
    }

    Inspection(PackageReader reader, SignatureCheck signatures, PluginStore store, ContentRules rules) {
        this.reader = reader;
        this.signatures = signatures;
        this.store = store;
        this.rules = rules;
    }

    /** Those needed by others first. */
    List<InstallOffer> inspect(List<Path> files, InstalledState state, TrustJudge judge) throws IOException {
        Map<String, InstallOffer> offers = new TreeMap<>();
        for (Path file : files) {
            PluginPackage content = reader.read(file, store.stage());
            Publisher publisher = signatures.publisher(content);
            judge(content, publisher, state, judge);
            rules.check(content, publisher);
            inspected.put(content.hash(), new Inspected(content, publisher));
            offers.put(content.description().id(), offer(content, publisher, state));
        }
        List<PluginDescription> all = new ArrayList<>(
                offers.values().stream().map(InstallOffer::description).toList());
        return order(all, state).sorted().stream()
                .filter(offers::containsKey)
                .map(offers::get)
                .toList();
    }

    /** Makes records of what was inspected and agreed to, and keeps their content. */
    List<PluginRecord> accept(List<InstallOffer> offers, InstalledState state, TrustJudge judge) throws IOException {
        List<PluginRecord> records = new ArrayList<>();
        for (InstallOffer offer : offers) {
            Inspected found = inspected.get(offer.contentHash());
            if (found == null || !found.content().description().equals(offer.description())) {
                throw new PluginRefusedException(
                        new Refusal.Stale(offer.description().name()));
            }
            judge(found.content(), found.publisher(), state, judge);
            records.add(new PluginRecord(
                    found.content().description(),
                    found.content().hash(),
                    found.publisher(),
                    store.keep(found.content()),
                    standing(offer, state),
                    ""));
        }
        order(records.stream().map(PluginRecord::description).toList(), state).sorted();
        return records;
    }

    /** A new version may have mended what the old one was quarantined for; what was switched off stays so. */
    private static Standing standing(InstallOffer offer, InstalledState state) {
        return state.plugin(offer.description().id())
                .filter(p -> p.standing() == Standing.DISABLED)
                .map(PluginRecord::standing)
                .orElse(Standing.ENABLED);
    }

    private static void judge(PluginPackage content, Publisher publisher, InstalledState state, TrustJudge judge) {
        String id = content.description().id();
        Optional<PluginRecord> present = state.plugin(id);
        judge.checkInstall(
                content.description(),
                content.hash(),
                publisher,
                new TrustJudge.Known(
                        Optional.ofNullable(state.pins().get(id)),
                        present.map(p -> p.description().version()),
                        present.map(PluginRecord::contentHash)));
    }

    private static InstallOffer offer(PluginPackage content, Publisher publisher, InstalledState state) {
        PluginDescription description = content.description();
        Optional<PluginDescription> present = state.plugin(description.id()).map(PluginRecord::description);
        Set<Capability> added = new HashSet<>(description.capabilities());
        present.ifPresent(p -> added.removeAll(p.capabilities()));
        return new InstallOffer(
                description,
                publisher,
                content.hash(),
                present.map(PluginDescription::version),
                added,
                publisher.signed() && !state.pins().containsKey(description.id()));
    }

    /** All that will be installed, once these are. */
    private static DependencyOrder order(Collection<PluginDescription> fresh, InstalledState state) {
        Map<String, PluginDescription> all = new TreeMap<>();
        state.byId().forEach(p -> all.put(p.id(), p.description()));
        fresh.forEach(d -> all.put(d.id(), d));
        return new DependencyOrder(all.values());
    }
}
