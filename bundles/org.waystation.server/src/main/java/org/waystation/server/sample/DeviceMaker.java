package org.waystation.server.sample;

import static org.waystation.api.domain.AssetKind.CLOUD_SERVICE;
import static org.waystation.api.domain.AssetKind.LAPTOP;
import static org.waystation.api.domain.AssetKind.MOBILE;
import static org.waystation.api.domain.AssetKind.NETWORK_DEVICE;
import static org.waystation.api.domain.AssetKind.PRINTER;
import static org.waystation.api.domain.AssetKind.SERVER;
import static org.waystation.api.domain.AssetKind.SOFTWARE;
import static org.waystation.api.domain.AssetKind.VIRTUAL_MACHINE;
import static org.waystation.api.domain.AssetKind.WORKSTATION;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.record.EntityKind;

/** Makes devices, with dates that fit a device of their age. */
final class DeviceMaker {

    /** How often each kind comes, of a hundred. */
    private static final List<AssetKind> MIX = mix();

    private static final Map<AssetKind, String> PREFIX = Map.of(
            WORKSTATION, "WS-",
            LAPTOP, "LT-",
            SERVER, "SRV-",
            VIRTUAL_MACHINE, "VM-",
            NETWORK_DEVICE, "SW-",
            PRINTER, "PR-",
            MOBILE, "MB-",
            CLOUD_SERVICE, "CL-",
            SOFTWARE, "LIC-");

    private final Pools pools;
    private final AssetExtras extras;
    private final RecordMaker maker;
    private final Instant since;
    private final LocalDate today;
    private final SplittableRandom random;

    DeviceMaker(Pools pools, RecordMaker maker, Instant since, LocalDate today, SplittableRandom random) {
        this.pools = pools;
        this.extras = new AssetExtras(pools);
        this.maker = maker;
        this.since = since;
        this.today = today;
        this.random = random;
    }

    private static List<AssetKind> mix() {
        List<AssetKind> mix = new ArrayList<>();
        Map.of(WORKSTATION, 32, LAPTOP, 30, SERVER, 4, VIRTUAL_MACHINE, 6, NETWORK_DEVICE, 8, PRINTER, 5, MOBILE, 8)
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().code()))
                .forEach(entry -> mix.addAll(Collections.nCopies(entry.getValue(), entry.getKey())));
        mix.addAll(List.of(CLOUD_SERVICE, CLOUD_SERVICE, CLOUD_SERVICE, SOFTWARE, SOFTWARE, SOFTWARE, SOFTWARE));
        return List.copyOf(mix);
    }

    /**
     * @param index its place among its company's devices; the first few are what every office has
     * @param shown whether it is the file server that the pictures of the design show
     */
    SampleCompany.Device device(Surroundings around, String network, int index, boolean shown) {
        AssetKind kind = shown ? SERVER : kind(index);
        String name = shown ? "FS-01" : PREFIX.get(kind) + String.format(Locale.ROOT, "%03d", index + 1);
        String address = network + (2 + index % 250);
        String[] product = shown
                ? new String[] {"HPE", "ProLiant DL360 Gen10"}
                : pools.pick(kind.code(), random).split("\\|", 2);
        UUID id = SampleIds.make(since, random);
        UUID companyId = around.companyId();
        boolean thing = !kind.equals(CLOUD_SERVICE) && !kind.equals(SOFTWARE);
        maker.make(EntityKind.ASSET, id, Optional.of(companyId), json -> {
            json.writeStringField("companyId", companyId.toString());
            json.writeStringField("name", name);
            json.writeStringField("kind", kind.code());
            AssetState state = shown ? AssetState.IN_USE : state();
            json.writeStringField("state", state.code());
            json.writeStringField("role", shown ? "file server" : role(kind));
            json.writeStringField("location", shown ? "HQ" : location(kind));
            json.writeStringField("manufacturer", product[0]);
            json.writeStringField("model", product[1]);
            if (thing) {
                json.writeStringField("serial", serial());
            }
            LocalDate bought = writeLife(json, kind, shown);
            extras.write(json, id, kind, state, bought, around);
            if (thing) {
                json.writeObjectFieldStart("properties");
                json.writeStringField("address", address);
                json.writeStringField("mac", mac());
                json.writeEndObject();
            }
        });
        if (kind.equals(SERVER)) {
            around.servers().add(id);
        } else if (kind.equals(NETWORK_DEVICE)) {
            around.switches().add(id);
        }
        return new SampleCompany.Device(id, name, kind, address, product[1]);
    }

    /** The machine that this runs on. */
    void write(Surroundings around, MachineFacts facts) {
        UUID companyId = around.companyId();
        maker.make(EntityKind.ASSET, SampleIds.make(since, random), Optional.of(companyId), json -> {
            json.writeStringField("companyId", companyId.toString());
            json.writeStringField("name", facts.hostName());
            json.writeStringField("kind", SERVER.code());
            json.writeStringField("state", AssetState.IN_USE.code());
            json.writeStringField("role", "runs this server");
            json.writeStringField("location", "here");
            json.writeStringField("siteId", around.sites().getFirst().toString());
            json.writeStringField("manufacturer", facts.manufacturer());
            json.writeStringField("model", facts.model());
            json.writeObjectFieldStart("properties");
            for (Map.Entry<String, String> property : facts.properties().entrySet()) {
                json.writeStringField(property.getKey(), property.getValue());
            }
            json.writeEndObject();
        });
    }

    private AssetKind kind(int index) {
        List<AssetKind> office =
                List.of(NETWORK_DEVICE, SERVER, CLOUD_SERVICE, PRINTER, VIRTUAL_MACHINE, NETWORK_DEVICE);
        return index < office.size() ? office.get(index) : MIX.get(random.nextInt(MIX.size()));
    }

    private AssetState state() {
        int roll = random.nextInt(100);
        if (roll < 90) {
            return AssetState.IN_USE;
        }
        return List.of(AssetState.IN_STOCK, AssetState.IN_REPAIR, AssetState.PLANNED, AssetState.RETIRED)
                .get(random.nextInt(4));
    }

    private String role(AssetKind kind) {
        if (kind.equals(SERVER) || kind.equals(VIRTUAL_MACHINE)) {
            return pools.pick("server role", random);
        }
        return kind.equals(NETWORK_DEVICE) ? "access switch" : "";
    }

    private String location(AssetKind kind) {
        return kind.equals(SERVER) || kind.equals(NETWORK_DEVICE) ? "HQ, server room" : pools.pick("location", random);
    }

    /** Bought within the last six years, three years of warranty, replaced before support ends. */
    private LocalDate writeLife(JsonGenerator json, AssetKind kind, boolean shown) throws IOException {
        LocalDate bought = today.minusDays(30 + random.nextInt(6 * 365));
        LocalDate warranty = shown ? LocalDate.of(today.getYear() + 1, 1, 14) : bought.plusYears(3);
        if (shown) {
            bought = warranty.minusYears(5);
        }
        json.writeStringField("purchasedOn", bought.toString());
        if (!kind.equals(CLOUD_SERVICE) && !kind.equals(SOFTWARE)) {
            json.writeStringField("warrantyEndsOn", warranty.toString());
        }
        json.writeStringField("supportEndsOn", bought.plusYears(7).toString());
        if (shown || bought.isBefore(today.minusYears(4))) {
            LocalDate refresh = shown ? LocalDate.of(today.getYear() + 1, 2, 1) : bought.plusYears(6);
            json.writeStringField("refreshPlannedOn", refresh.toString());
        }
        return bought;
    }

    private String serial() {
        String letters = "0123456789BCDFGHJKLMNPQRSTVWXYZ";
        StringBuilder serial = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            serial.append(letters.charAt(random.nextInt(letters.length())));
        }
        return serial.toString();
    }

    /** Locally administered, so that it is nobody's. */
    private String mac() {
        StringBuilder mac = new StringBuilder("02");
        for (int i = 0; i < 5; i++) {
            mac.append(String.format(Locale.ROOT, ":%02x", random.nextInt(256)));
        }
        return mac.toString();
    }
}
