package org.waystation.server.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
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

    private static final List<String> TITLES = List.of(
            "Technician",
            "Senior technician",
            "Service desk lead",
            "Technician",
            "Network engineer",
            "Field engineer",
            "Cloud engineer",
            "Dispatcher");

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
            if (!user.system()) {
                json.writeStringField("title", TITLES.get(PEOPLE.indexOf(user.name())));
                json.writeStringField("timeZone", "Europe/London");
            }
        });
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@northwind-msp.example";
    }

    /** Lets the sample's people sign in, once they have a password; whoever has an account keeps it as it is. */
    public static void openAccounts(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into account (user_id, email, name, role, all_companies)
                select id, data ->> 'email', data ->> 'name', case when data ->> 'email' = ? then 'lead' else 'technician' end,
                       true
                from record
                where kind = 'user' and deleted_at is null and data ->> 'email' is not null
                  and (data ->> 'system')::boolean is not true
                on conflict do nothing""")) {
            statement.setString(1, TECHNICIAN_EMAIL);
            statement.executeUpdate();
        }
    }
}
