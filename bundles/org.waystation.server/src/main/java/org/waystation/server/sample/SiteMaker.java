package org.waystation.server.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** Makes the places where a customer works: the main one, and more for the larger customers. */
final class SiteMaker {

    private static final int ASSETS_PER_SITE = 120;
    private static final int MOST = 4;
    private static final List<String> NAMES = List.of("HQ", "Warehouse", "Branch", "Workshop");

    private final Pools pools;
    private final RecordMaker maker;
    private final Instant since;

    SiteMaker(Pools pools, RecordMaker maker, Instant since) {
        this.pools = pools;
        this.maker = maker;
        this.since = since;
    }

    /** The main site comes first. */
    List<UUID> make(UUID companyId, String city, int assets, SplittableRandom random) {
        List<UUID> sites = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, 1 + assets / ASSETS_PER_SITE); i++) {
            UUID id = SampleIds.make(since, random);
            String[] place = place(i == 0 ? city : pools.pick("city", random));
            String name = NAMES.get(i);
            String street = (1 + random.nextInt(180)) + " " + pools.pick("street", random);
            maker.make(EntityKind.SITE, id, Optional.of(companyId), json -> {
                json.writeStringField("companyId", companyId.toString());
                json.writeStringField("name", name);
                json.writeStringField("address", street);
                json.writeStringField("city", place[0]);
                json.writeStringField("country", place[1]);
                json.writeStringField("timeZone", place[2]);
                json.writeStringField("directions", pools.pick("directions", random));
            });
            sites.add(id);
        }
        return sites;
    }

    /** City, country and time zone. */
    String[] place(String city) {
        return pools.list("place").stream()
                .map(line -> line.split("\\|"))
                .filter(parts -> parts[0].equals(city))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No place is known for " + city));
    }
}
