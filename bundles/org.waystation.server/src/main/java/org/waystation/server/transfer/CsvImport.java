package org.waystation.server.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.database.Database;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.Ids;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.operation.Edit;
import org.waystation.server.operation.EditApplier;
import org.waystation.server.operation.Outcome;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.DatabaseLedger;
import org.waystation.server.record.Json;
import org.waystation.server.session.Caller;

/**
 * Makes records of one kind from a table: the first line names fields, each other line is a record. Every line is held
 * against the same rules as any edit. Either all lines are taken or none; all wrong ones are told, not only the first.
 */
public final class CsvImport {

    /** The column that names a company by its name instead of its id. */
    private static final String COMPANY = "company";

    private static final String PROPERTY = "property.";

    /** What tells whether a record is there already, besides its company. */
    private static final Map<EntityKind, List<String>> IDENTITY = Map.of(
            EntityKind.COMPANY, List.of("name"),
            EntityKind.CONTACT, List.of("name", "email"),
            EntityKind.ASSET, List.of("name", "serial"));

    private final Database database;
    private final Caller caller;
    private final KindDefinition kind;
    private final EditApplier applier = new EditApplier(InstantSource.system());

    public CsvImport(Database database, Caller caller, KindDefinition kind) {
        this.database = database;
        this.caller = caller;
        this.kind = kind;
    }

    /** One line that is wrong. */
    public record Fault(long line, String text) {}

    /** @param made how many records were made, or would be */
    public record Result(long made, List<Fault> faults) {

        public Result {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param commit whether to keep what was made, where every line is right
     */
    public Result run(Reader table, boolean commit) throws IOException, SQLException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser lines = format.parse(table);
                Connection connection = database.connectAs(caller.scope())) {
            requireColumns(lines.getHeaderNames());
            Result result = read(connection, lines);
            if (commit && result.faults().isEmpty()) {
                connection.commit();
            }
            return result;
        } catch (UncheckedIOException e) {
            throw new IOException("The file is not a table in CSV (RFC 4180): " + e.getMessage(), e);
        }
    }

    private void requireColumns(List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new IOException("The file has no first line with the names of fields.");
        }
        for (String name : names) {
            boolean known =
                    kind.field(name).filter(field -> !field.keptByServer()).isPresent();
            boolean company = name.equals(COMPANY) && kind.field("companyId").isPresent();
            boolean property =
                    name.startsWith(PROPERTY) && kind.field("properties").isPresent();
            if (!known && !company && !property) {
                throw new IOException("The column '" + name + "' is no field of a " + kind + ".");
            }
        }
    }

    private Result read(Connection connection, CSVParser lines) throws SQLException {
        Map<String, UUID> companies = companies(connection);
        List<Fault> faults = new ArrayList<>();
        long made = 0;
        for (CSVRecord line : lines) {
            var before = connection.setSavepoint();
            try {
                make(connection, line, companies);
                connection.releaseSavepoint(before);
                made++;
            } catch (ProblemException e) {
                connection.rollback(before);
                String detail = e.problem().detail();
                faults.add(new Fault(
                        line.getParser().getCurrentLineNumber(),
                        detail.isEmpty() ? e.problem().code().title() : detail));
            }
        }
        return new Result(made, faults);
    }

    private void make(Connection connection, CSVRecord line, Map<String, UUID> companies) throws SQLException {
        if (!line.isConsistent()) {
            throw ProblemException.ofField(
                    "line", "invalid", "has " + line.size() + " values, and the first line another number");
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        ObjectNode properties = Json.object();
        for (Map.Entry<String, String> cell : line.toMap().entrySet()) {
            String text = cell.getValue();
            if (text.isEmpty()) {
                continue;
            }
            if (cell.getKey().startsWith(PROPERTY)) {
                properties.put(cell.getKey().substring(PROPERTY.length()), text);
            } else if (cell.getKey().equals(COMPANY) && kind.field(COMPANY).isEmpty()) {
                values.put(
                        "companyId",
                        JsonNodeFactory.instance.textNode(
                                company(companies, text).toString()));
            } else {
                values.put(cell.getKey(), value(kind.field(cell.getKey()).orElseThrow(), text));
            }
        }
        if (!properties.isEmpty()) {
            values.put("properties", properties);
        }
        refuseDouble(connection, values);
        Edit edit = new Edit(id(), Operation.Type.CREATE, kind, id(), 0, values, List.of(), Instant.now());
        Outcome outcome = applier.apply(new DatabaseLedger(connection), caller, edit);
        if (outcome instanceof Outcome.Applied applied && kind.kind().equals(EntityKind.COMPANY)) {
            companies.put(
                    name(applied.record().data().path("name").asText()),
                    applied.record().id());
        }
    }

    private static UUID id() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }

    private static UUID company(Map<String, UUID> companies, String text) {
        UUID id = Ids.isId(text) ? UUID.fromString(text) : companies.get(name(text));
        if (id == null) {
            throw ProblemException.ofField(COMPANY, "missing", "there is no company '" + text + "'");
        }
        return id;
    }

    private static JsonNode value(FieldDefinition field, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field.type()) {
            case FieldType.Whole whole when text.matches("-?[0-9]{1,18}") -> nodes.numberNode(Long.parseLong(text));
            case FieldType.Flag flag when text.matches("true|false") -> nodes.booleanNode(Boolean.parseBoolean(text));
            default -> nodes.textNode(text);
        };
    }

    /** A second run of the same file makes nothing twice. */
    private void refuseDouble(Connection connection, Map<String, JsonNode> values) throws SQLException {
        List<String> fields = IDENTITY.getOrDefault(kind.kind(), List.of()).stream()
                .filter(values::containsKey)
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        StringBuilder sql = new StringBuilder("select 1 from record where deleted_at is null and kind = '")
                .append(kind.kind().code())
                .append("'");
        boolean inCompany = values.containsKey("companyId");
        if (inCompany) {
            sql.append(" and company_id = ?::uuid");
        }
        // The names of fields come from the declaration above.
        fields.forEach(
                field -> sql.append(" and lower(data ->> '").append(field).append("') = lower(?)"));
        try (PreparedStatement statement =
                connection.prepareStatement(sql.append(" limit 1").toString())) {
            int place = 1;
            if (inCompany) {
                statement.setString(
                        place++,
                        Optional.ofNullable(values.get("companyId").textValue())
                                .filter(Ids::isId)
                                .orElseThrow(
                                        () -> ProblemException.ofField("companyId", "not_an_id", "must be an id")));
            }
            for (String field : fields) {
                statement.setString(place++, values.get(field).asText());
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    throw ProblemException.ofField(
                            fields.getLast(), "already_exists", "the same " + kind + " is there already");
                }
            }
        }
    }

    private static Map<String, UUID> companies(Connection connection) throws SQLException {
        Map<String, UUID> byName = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select id, data ->> 'name' from record where kind = 'company' and deleted_at is null");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                byName.put(name(rows.getString(2)), rows.getObject(1, UUID.class));
            }
        }
        return byName;
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
