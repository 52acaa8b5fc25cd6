package org.waystation.testkit.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;

/** A small world that is the same in each run: a technician, two companies, their machines and open tickets. */
public final class SampleData {

    /** The technician who is signed in. */
    public static final UUID TECHNICIAN = id("user", 1);

    public static final String TECHNICIAN_NAME = "Robin Okafor";

    private static final List<String> COMPANIES = List.of("Harbour Dental", "Northgate Logistics");
    private static final List<String> SUBJECTS = List.of(
            "Backup of the file server failed twice",
            "Certificate of the mail gateway ends in 12 days",
            "Laptop does not wake up at the dock",
            "Printer on the second floor is offline",
            "Firmware of the firewall is two versions behind",
            "Shared mailbox asks for a password");
    private static final String CREATED = "2026-03-02T08:%02d:00Z";

    private SampleData() {}

    /** All of it, in the order in which a server would have committed it. */
    public static List<EntityRecord> records() {
        List<EntityRecord> records = new ArrayList<>();
        add(records, EntityKind.USER, TECHNICIAN, "name", TECHNICIAN_NAME, "email", "robin@msp.example");
        for (int i = 0; i < COMPANIES.size(); i++) {
            add(records, EntityKind.COMPANY, company(i), "name", COMPANIES.get(i), "city", "Exeter", "endpoints", 40L);
            add(
                    records,
                    EntityKind.ASSET,
                    asset(i),
                    "companyId",
                    company(i).toString(),
                    "name",
                    "SRV-FILE-0" + (i + 1),
                    "kind",
                    "server",
                    "state",
                    "in_use");
        }
        for (int i = 0; i < SUBJECTS.size(); i++) {
            ticket(records, i);
        }
        return records;
    }

    /** The n-th company, from 0. */
    public static UUID company(int n) {
        return id("company", n);
    }

    /** The server of the n-th company, from 0. */
    public static UUID asset(int n) {
        return id("asset", n);
    }

    /** The n-th ticket, from 0; ticket n has the number 1001 + n. */
    public static UUID ticket(int n) {
        return id("ticket", n);
    }

    private static void ticket(List<EntityRecord> records, int n) {
        add(
                records,
                EntityKind.TICKET,
                ticket(n),
                "number",
                1001L + n,
                "subject",
                SUBJECTS.get(n),
                "companyId",
                company(n % COMPANIES.size()).toString(),
                "assigneeId",
                TECHNICIAN.toString(),
                "assetId",
                asset(n % COMPANIES.size()).toString(),
                "type",
                n % 2 == 0 ? "incident" : "service_request",
                "origin",
                n % 3 == 0 ? "proactive" : "reactive",
                "source",
                n % 3 == 0 ? "alert" : "phone",
                "priority",
                "p" + (1 + n % 4),
                "status",
                n == 0 ? "in_progress" : "new",
                "createdAt",
                CREATED.formatted(n),
                "updatedAt",
                CREATED.formatted(n + 10));
    }

    private static void add(List<EntityRecord> records, EntityKind kind, UUID id, Object... namesAndValues) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        records.add(new EntityRecord(kind, id, 1, records.size() + 1L, data));
    }

    private static UUID id(String kind, int n) {
        return UUID.nameUUIDFromBytes(("sample " + kind + " " + n).getBytes(StandardCharsets.UTF_8));
    }
}
