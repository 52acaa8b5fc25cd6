package org.waystation.server.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.record.EntityKind;

/** Makes what was agreed with a customer: what it covers, what it costs, and how fast work is done. */
final class AgreementMaker {

    private static final List<String> WEEK = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    /** Minutes until the answer and the solution, by priority. */
    private static final Map<String, int[]> MANAGED = new TreeMap<>(
            Map.of("p1", new int[] {30, 240}, "p2", new int[] {60, 480}, "p3", new int[] {240, 1_800}, "p4", new int[] {
                480, 6_000
            }));

    private final Pools pools;
    private final RecordMaker maker;
    private final LocalDate today;

    AgreementMaker(Pools pools, RecordMaker maker, LocalDate today) {
        this.pools = pools;
        this.maker = maker;
        this.today = today;
    }

    /**
     * @param index place of the customer; the first one has everything managed
     * @param timeZone of the customer's main site, where its hours are meant
     */
    void make(
            UUID companyId,
            UUID id,
            AgreementKind kind,
            int index,
            int assets,
            String timeZone,
            SplittableRandom random) {
        LocalDate start = today.minusMonths(6 + random.nextInt(40)).withDayOfMonth(1);
        boolean everything = index == 0 || random.nextBoolean();
        maker.make(EntityKind.AGREEMENT, id, Optional.of(companyId), json -> {
            json.writeStringField("companyId", companyId.toString());
            json.writeStringField("name", name(kind, everything));
            json.writeStringField("kind", kind.code());
            json.writeStringField("coverage", pools.pick("coverage " + kind.code(), random));
            if (kind.equals(AgreementKind.BLOCK_HOURS)) {
                json.writeNumberField("hoursPerMonth", 5L * (1 + random.nextInt(8)));
            }
            if (kind.equals(AgreementKind.MANAGED)) {
                money(json, "monthlyFee", Math.max(250, assets * (everything ? 28 : 9)));
                if (!everything) {
                    texts(json, "coveredKinds", List.of("server", "virtual_machine", "network_device"));
                }
            }
            money(json, "hourlyRate", kind.equals(AgreementKind.BREAK_FIX) ? 120 : 85);
            json.writeStringField("startsOn", start.toString());
            if (!kind.equals(AgreementKind.BREAK_FIX)) {
                json.writeStringField("endsOn", start.plusYears(4).minusDays(1).toString());
                writeServiceLevel(json, timeZone, kind);
            }
        });
    }

    private static String name(AgreementKind kind, boolean everything) {
        if (kind.equals(AgreementKind.BREAK_FIX)) {
            return "Break/fix, by the hour";
        }
        if (kind.equals(AgreementKind.BLOCK_HOURS)) {
            return "Block hours";
        }
        return everything ? "Managed, all devices" : "Managed, servers and network";
    }

    private void writeServiceLevel(JsonGenerator json, String timeZone, AgreementKind kind) throws IOException {
        int slower = kind.equals(AgreementKind.MANAGED) ? 1 : 2;
        json.writeObjectFieldStart("serviceLevel");
        json.writeStringField("timeZone", timeZone);
        json.writeArrayFieldStart("hours");
        json.writeStartObject();
        texts(json, "days", WEEK);
        json.writeStringField("from", "08:00");
        json.writeStringField("to", "18:00");
        json.writeEndObject();
        json.writeEndArray();
        texts(
                json,
                "holidays",
                List.of(today.getYear() + "-12-25", today.getYear() + "-12-26", (today.getYear() + 1) + "-01-01"));
        json.writeObjectFieldStart("targets");
        for (Map.Entry<String, int[]> target : MANAGED.entrySet()) {
            json.writeObjectFieldStart(target.getKey());
            json.writeNumberField("responseMinutes", slower * target.getValue()[0]);
            json.writeNumberField("resolutionMinutes", slower * target.getValue()[1]);
            json.writeEndObject();
        }
        json.writeEndObject();
        texts(
                json,
                "pausesOn",
                List.of(
                        TicketStatus.WAITING_CUSTOMER.code(),
                        TicketStatus.WAITING_VENDOR.code(),
                        TicketStatus.SCHEDULED.code()));
        json.writeEndObject();
    }

    static void money(JsonGenerator json, String field, long amount) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("amount", amount + ".00");
        json.writeStringField("currency", "GBP");
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
