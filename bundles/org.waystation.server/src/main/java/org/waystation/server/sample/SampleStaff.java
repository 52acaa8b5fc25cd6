package org.waystation.server.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** The people and systems of the sample provider. */
public final class SampleStaff {

    /** The one who is signed in. */
    public static final String TECHNICIAN_EMAIL = "tom.reyes@northwind-msp.example";
    /** The one who works on the same tickets. */
    public static final String COLLEAGUE_EMAIL = "mara.svensson@northwind-msp.example";

    private static final List<String> PEOPLE = List.of(
            "Tom Reyes",
            "Mara Svensson",
            "Priya Nair",
            "Jonas Weber",
            "Aisha Bello",
            "Liam Gallagher",
            "Wei Chen",
            "Elena Petrova");

    private final List<SampleUser> technicians;
    private final SampleUser monitoring;

    SampleStaff(Instant joined, SplittableRandom random) {
        technicians = PEOPLE.stream()
                .map(name -> new SampleUser(SampleIds.make(joined, random), name, email(name), false))
                .toList();
        monitoring =
                new SampleUser(SampleIds.make(joined, random), "Monitoring", "monitoring@northwind-msp.example", true);
    }

    SampleUser technician() {
        return technicians.getFirst();
    }

    SampleUser colleague() {
        return technicians.get(1);
    }

    List<SampleUser> technicians() {
        return technicians;
    }

    SampleUser monitoring() {
        return monitoring;
    }

    void write(RecordMaker maker) {
        technicians.forEach(user -> write(maker, user));
        write(maker, monitoring);
    }

    private static void write(RecordMaker maker, SampleUser user) {
        maker.make(EntityKind.USER, user.id(), Optional.empty(), json -> {
            json.writeStringField("name", user.name());
            json.writeStringField("email", user.email());
            json.writeBooleanField("system", user.system());
        });
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@northwind-msp.example";
    }

    /** The user with this address in a database; empty where there is none. */
    public static Optional<UUID> find(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id from record where kind = 'user' and deleted_at is null and data ->> 'email' = ?")) {
            statement.setString(1, email);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }
}
