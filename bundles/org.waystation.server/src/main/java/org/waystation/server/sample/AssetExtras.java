package org.waystation.server.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetRelationType;
import org.waystation.api.domain.AssetState;

/** Where an asset stands, what it cost, and what it has to do with others. */
final class AssetExtras {

    private static final Map<AssetKind, Integer> PRICES = Map.of(
            AssetKind.WORKSTATION, 780,
            AssetKind.LAPTOP, 1_150,
            AssetKind.SERVER, 6_400,
            AssetKind.NETWORK_DEVICE, 940,
            AssetKind.PRINTER, 520,
            AssetKind.MOBILE, 430);

    private static final Set<AssetKind> PERSONAL = Set.of(AssetKind.WORKSTATION, AssetKind.LAPTOP, AssetKind.MOBILE);
    private static final Set<AssetKind> WIRED =
            Set.of(AssetKind.WORKSTATION, AssetKind.SERVER, AssetKind.PRINTER, AssetKind.NETWORK_DEVICE);
    private static final Set<AssetKind> SUBSCRIBED = Set.of(AssetKind.CLOUD_SERVICE, AssetKind.SOFTWARE);
    private static final int SPARES = 8;

    private final Pools pools;

    AssetExtras(Pools pools) {
        this.pools = pools;
    }

    /** Draws from a random of its own, so that the rest of the data does not depend on it. */
    void write(JsonGenerator json, UUID id, AssetKind kind, AssetState state, LocalDate bought, Surroundings around)
            throws IOException {
        SplittableRandom random = new SplittableRandom(id.getLeastSignificantBits());
        boolean main = !PERSONAL.contains(kind) || random.nextInt(3) > 0;
        json.writeStringField(
                "siteId", (main ? around.sites().getFirst() : Surroundings.pick(around.sites(), random)).toString());
        writeMoney(json, kind, random);
        if (state.equals(AssetState.RETIRED)) {
            json.writeStringField(
                    "retiredOn", bought.plusDays(200 + random.nextInt(300)).toString());
        }
        writeRelations(json, kind, state, around, random);
        if (random.nextInt(SPARES) == 0) {
            json.writeObjectFieldStart("customFields");
            json.writeStringField("Inventory number", "INV-" + (10_000 + random.nextInt(90_000)));
            json.writeStringField("Cost centre", pools.pick("cost centre", random));
            json.writeEndObject();
        }
        if (kind.equals(AssetKind.SERVER) || random.nextInt(2 * SPARES) == 0) {
            AgreementMaker.texts(json, "tags", List.of(pools.pick("asset tag", random)));
        }
    }

    private void writeMoney(JsonGenerator json, AssetKind kind, SplittableRandom random) throws IOException {
        if (SUBSCRIBED.contains(kind)) {
            AgreementMaker.money(json, "monthlyCost", 12 + 7L * random.nextInt(40));
        } else if (PRICES.containsKey(kind)) {
            int price = PRICES.get(kind);
            int paid = price - price / 8 + random.nextInt(Math.max(1, price / 4));
            json.writeStringField("supplier", pools.pick("supplier", random));
            AgreementMaker.money(json, "purchasePrice", paid);
            AgreementMaker.money(json, "replacementCost", paid + paid / 10);
        }
    }

    private static void writeRelations(
            JsonGenerator json, AssetKind kind, AssetState state, Surroundings around, SplittableRandom random)
            throws IOException {
        if (!state.equals(AssetState.IN_USE)) {
            return;
        }
        json.writeArrayFieldStart("relations");
        if (kind.equals(AssetKind.VIRTUAL_MACHINE) && !around.servers().isEmpty()) {
            relation(json, AssetRelationType.RUNS_ON, "assetId", Surroundings.pick(around.servers(), random));
        }
        if (WIRED.contains(kind) && !around.switches().isEmpty()) {
            relation(json, AssetRelationType.CONNECTS_TO, "assetId", Surroundings.pick(around.switches(), random));
        }
        if (PERSONAL.contains(kind)) {
            relation(
                    json,
                    AssetRelationType.USED_BY,
                    "contactId",
                    Surroundings.pick(around.people(), random).id());
        }
        json.writeEndArray();
    }

    private static void relation(JsonGenerator json, AssetRelationType type, String field, UUID id) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type.code());
        json.writeStringField(field, id.toString());
        json.writeEndObject();
    }
}
