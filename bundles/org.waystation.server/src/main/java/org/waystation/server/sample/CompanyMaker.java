package org.waystation.server.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.record.EntityKind;

/** Makes customers with their agreement, people and devices. */
final class CompanyMaker {

    /** The customers that the pictures of the design show, and how they pay. */
    private static final List<String> SHOWN =
            List.of("Harbour Dental", "Lindqvist Law", "Kestrel Foods", "Oak & Ember");

    /** One in so many has something to know before one works there. */
    private static final int EVERY = 4;

    private static final List<AgreementKind> SHOWN_AGREEMENTS =
            List.of(AgreementKind.MANAGED, AgreementKind.BREAK_FIX, AgreementKind.MANAGED, AgreementKind.BLOCK_HOURS);

    private final SamplePlan plan;
    private final Pools pools;
    private final RecordMaker maker;
    private final SiteMaker sites;
    private final AgreementMaker agreements;
    private final DeviceMaker devices;
    private final SplittableRandom random;
    private final Instant since;

    CompanyMaker(SamplePlan plan, Pools pools, RecordMaker maker, Instant since, SplittableRandom random) {
        this.plan = plan;
        this.pools = pools;
        this.maker = maker;
        this.random = random;
        this.since = since;
        LocalDate today = plan.time().atOffset(ZoneOffset.UTC).toLocalDate();
        this.sites = new SiteMaker(pools, maker, since);
        this.agreements = new AgreementMaker(pools, maker, today);
        this.devices = new DeviceMaker(pools, maker, since, today, random.split());
    }

    /**
     * @param machine the machine all this runs on, which belongs to the first company
     */
    List<SampleCompany> make(Optional<MachineFacts> machine) {
        List<SampleCompany> companies = new ArrayList<>();
        int left = plan.assets();
        for (int i = 0; i < plan.companies(); i++) {
            int share = i == plan.companies() - 1 ? left : share(i, left);
            left -= share;
            companies.add(company(i, share, i == 0 ? machine : Optional.empty()));
        }
        return companies;
    }

    /** Sizes differ: the even share, less or more by up to a half. */
    private int share(int index, int left) {
        int even = left / (plan.companies() - index);
        return even - even / 2 + random.nextInt(even);
    }

    private SampleCompany company(int index, int assets, Optional<MachineFacts> machine) {
        String name =
                index < SHOWN.size() ? SHOWN.get(index) : pools.list("company").get(index - SHOWN.size());
        AgreementKind kind = index < SHOWN.size() ? SHOWN_AGREEMENTS.get(index) : agreementKind(index);
        UUID id = SampleIds.make(since, random);
        UUID agreementId = SampleIds.make(since, random);
        String domain = slug(name) + ".example";
        String city = pools.pick("city", random);
        int beforeWork = pools.list("before work").size();
        maker.make(EntityKind.COMPANY, id, Optional.of(id), json -> {
            json.writeStringField("name", name);
            json.writeStringField("city", city);
            json.writeStringField("phone", phone());
            json.writeStringField("domain", domain);
            json.writeNumberField("endpoints", assets);
            if (index % EVERY == 1) {
                json.writeStringField("beforeWork", pools.list("before work").get(index / EVERY % beforeWork));
            }
        });
        // Draws of its own, so that the devices and tickets do not depend on how many there are.
        SplittableRandom details = new SplittableRandom(id.getLeastSignificantBits());
        List<UUID> siteIds = sites.make(id, city, assets, details.split());
        agreements.make(id, agreementId, kind, index, assets, sites.place(city)[2], details.split());
        List<SampleCompany.Person> people = people(id, domain, Math.max(6, assets / 12), siteIds);
        Surroundings around = new Surroundings(id, siteIds, people);
        String network = "10." + (4 + index) + ".0.";
        List<SampleCompany.Device> made = new ArrayList<>();
        machine.ifPresent(facts -> devices.write(around, facts));
        for (int i = machine.isPresent() ? 1 : 0; i < assets; i++) {
            made.add(devices.device(around, network, i, index == 0 && i == 1));
        }
        return new SampleCompany(
                id,
                name,
                domain,
                city,
                network,
                agreementId,
                kind,
                Math.max(1, assets),
                List.copyOf(people),
                List.copyOf(made),
                siteIds.getFirst());
    }

    /** About two thirds managed: that is what the provider lives on, and where it wants the others to be. */
    private static AgreementKind agreementKind(int index) {
        return switch (index % 6) {
            case 1 -> AgreementKind.BREAK_FIX;
            case 3 -> AgreementKind.BLOCK_HOURS;
            default -> AgreementKind.MANAGED;
        };
    }

    private List<SampleCompany.Person> people(UUID companyId, String domain, int count, List<UUID> siteIds) {
        List<SampleCompany.Person> people = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        while (people.size() < count) {
            String first = pools.pick("first", random);
            String last = pools.pick("last", random);
            String address = slug(first) + "." + slug(last);
            // Two of the same name get different addresses, as everywhere.
            String local = taken.add(address) ? address : address + people.size();
            UUID id = SampleIds.make(since, random);
            people.add(new SampleCompany.Person(id, first + " " + last));
            maker.make(EntityKind.CONTACT, id, Optional.of(companyId), json -> {
                json.writeStringField("companyId", companyId.toString());
                json.writeStringField("name", first + " " + last);
                json.writeStringField("email", local + "@" + domain);
                json.writeStringField("phone", phone());
                json.writeStringField("role", pools.pick("role", random));
                writeMore(json, id, siteIds, people.size() == 1);
            });
        }
        return people;
    }

    private static void writeMore(JsonGenerator json, UUID id, List<UUID> siteIds, boolean first) throws IOException {
        SplittableRandom own = new SplittableRandom(id.getLeastSignificantBits());
        json.writeStringField("siteId", Surroundings.pick(siteIds, own).toString());
        if (own.nextInt(3) == 0) {
            json.writeStringField("mobile", "+44 7700 900" + (100 + own.nextInt(900)));
        }
        if (first) {
            json.writeBooleanField("primary", true);
        }
        if (own.nextInt(20) == 0) {
            json.writeBooleanField("vip", true);
        }
    }

    /** From the range that Ofcom keeps for drama: nobody can be called by it. */
    private String phone() {
        return "+44 1632 960" + (100 + random.nextInt(900));
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^a-z0-9 ]", "")
                .strip()
                .replace(' ', '-');
    }
}
