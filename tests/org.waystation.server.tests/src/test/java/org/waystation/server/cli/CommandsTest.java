package org.waystation.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.Api;
import org.waystation.server.MspServer;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** What an operator does beside a running server. */
@ExtendWith(ServerExtension.class)
class CommandsTest {

    private final TestServer server;
    private int result;

    @TempDir
    Path folder;

    CommandsTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aUserComesAndGoes() throws Exception {
        String email = "uma-" + UUID.randomUUID() + "@x.example";
        String company = server.sql("select data ->> 'name' from record where kind = 'company' order by id limit 1")
                .getFirst();
        String added = run("user", "add", email, "--name", "Uma", "--role", "dispatcher", "--companies", company);
        assertTrue(added.startsWith("http://127.0.0.1:8080/password?code="), added);
        assertTrue(run("user", "list").contains(email + "  dispatcher  1 companies  no password yet"));
        assertTrue(
                assertThrows(UsageException.class, () -> run("user", "add", email, "--name", "Uma", "--role", "lead"))
                        .getMessage()
                        .contains("already"));
        assertTrue(run("user", "password", email, "--public-url", "https://msp.example/")
                .startsWith("https://msp.example/password?code="));
        run("user", "access", email, "--role", "read_only");
        assertTrue(run("user", "list").contains(email + "  read_only  all companies"));
        run("user", "disable", email);
        assertTrue(run("user", "list").contains(email + "  read_only  all companies  no password yet  disabled"));
        run("user", "enable", email);
        assertFalse(run("user", "list").contains(email + "  read_only  all companies  no password yet  disabled"));
        for (String wrong : List.of(
                "user add " + email + "x --role lead",
                "user add nobody --name N --role lead",
                "user add a@x.example --name N --role king",
                "user add a@x.example --name N --role customer_admin",
                "user add a@x.example --name N --role lead --companies Nowhere",
                "user fly " + email,
                "user add")) {
            assertThrows(UsageException.class, () -> run(wrong.split(" ")), wrong);
        }
    }

    @Test
    void tablesAreTakenOverAllOrNothing() throws Exception {
        String name = "Osprey " + UUID.randomUUID();
        Path companies = table("companies.csv", "name,city,endpoints", "\"" + name + "\",Bergen,12", ",Oslo,x");
        String told = run("import", "companies", companies.toString());
        assertEquals(1, result);
        assertTrue(told.contains("companies.csv:3: "), told);
        assertTrue(told.contains("name: ") && told.contains("endpoints: "), told);
        assertEquals(List.of(), server.sql("select 1 from record where data ->> 'name' = '" + name + "'"));

        companies = table("companies.csv", "name,city,endpoints", "\"" + name + "\",Bergen,12");
        assertTrue(run("import", "companies", companies.toString(), "--dry-run").contains("1 companies would be made"));
        assertEquals(List.of(), server.sql("select 1 from record where data ->> 'name' = '" + name + "'"));
        run("import", "companies", companies.toString());
        assertEquals(0, result);
        assertEquals(
                List.of("12"),
                server.sql("select data ->> 'endpoints' from record where data ->> 'name' = '" + name + "'"));
        assertTrue(
                run("import", "companies", companies.toString()).contains("already"), "a second run doubles nothing");

        Path contacts = table(
                "contacts.csv",
                "company,name,email",
                name.toUpperCase(java.util.Locale.ROOT) + ",Ida Lund,ida@x.example");
        run("import", "contacts", contacts.toString());
        Path assets = table(
                "assets.csv",
                "company,name,kind,state,serial,purchasedOn,property.rack",
                name + ",SRV-01,server,in_use,S1,2024-05-01,A3",
                "Nowhere,SRV-02,server,in_use,S2,2024-05-01,",
                name + ",SRV-03,toaster,in_use,S3,yesterday,");
        String wrong = run("import", "assets", assets.toString());
        assertTrue(wrong.contains("assets.csv:3: company: there is no company 'Nowhere'"), wrong);
        assertTrue(wrong.contains("assets.csv:4: kind: ") && wrong.contains("purchasedOn: "), wrong);
        run(
                "import",
                "assets",
                table("assets.csv", Files.readAllLines(assets).subList(0, 2).toArray(String[]::new))
                        .toString());
        assertEquals(
                List.of("A3"),
                server.sql("select data #>> '{properties,rack}' from record where data ->> 'serial' = 'S1'"
                        + " and kind = 'asset' and data ->> 'name' = 'SRV-01'"));
        Path unknown = table("c.csv", "name,colour", "x,red");
        assertTrue(assertThrows(IOException.class, () -> run("import", "companies", unknown.toString()))
                .getMessage()
                .contains("colour"));
        assertThrows(UsageException.class, () -> run("import", "tickets", unknown.toString()));
    }

    @Test
    void aBackupBecomesAServerWithAnotherEpoch() throws Exception {
        Path file = folder.resolve("monday.zip");
        String last =
                server.api().get("/v1/snapshot?kinds=company").body().lines().reduce("", (a, b) -> b);
        String cursor = last.replaceAll(".*\"cursor\":\"([^\"]+)\".*", "$1");
        run("backup", file.toString());
        assertThrows(UsageException.class, () -> run("backup", file.toString()), "none is overwritten");
        Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)));
        Path data = folder.resolve("restored");
        assertThrows(
                Exception.class,
                () -> new Commands(System.out).run(List.of("restore", cut.toString(), "--data", data.toString())));
        assertEquals(0, new Commands(out()).run(List.of("restore", file.toString(), "--data", data.toString())));
        assertThrows(
                IOException.class,
                () -> new Commands(out()).run(List.of("restore", file.toString(), "--data", data.toString())),
                "not over what is there");
        try (MspServer restored = MspServer.start(TestServer.options(data, Optional.empty()))) {
            Api api = new Api(restored.url(), Optional.of(restored.token()));
            assertNotEquals(
                    server.api().get("/v1/session").json().get("epoch"),
                    api.get("/v1/session").json().get("epoch"));
            api.get("/v1/changes?cursor=" + cursor).expect(410, "epoch_changed");
            String number = "/v1/tickets?number=48213";
            assertEquals(
                    server.api().get(number).json().at("/items/0/data"),
                    api.get(number).json().at("/items/0/data"));
            server.api().as(Optional.of(restored.token())).get("/v1/session").expect(401, "token_invalid");
            api.as(Optional.of(server.server().token())).get("/v1/session").expect(401, "token_invalid");
            assertEquals(
                    1,
                    new org.waystation.server.Ops(api)
                            .send(org.waystation.server.Ops.ticket(api.get("/v1/companies?limit=1")
                                    .json()
                                    .at("/items/0/id")
                                    .asText()))
                            .size());
        }
    }

    @Test
    void noticeOfAWrongCommand() {
        assertThrows(UsageException.class, () -> run("fly"));
        assertThrows(IOException.class, () -> run("user", "list", "--data", "nowhere"));
        assertThrows(UsageException.class, () -> run("setup-link"), "the server has accounts");
        assertThrows(UsageException.class, () -> run("backup"));
        assertThrows(
                UsageException.class,
                () -> run("restore", folder.resolve("nothing").toString()));
    }

    private Path table(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /** Runs on the data of the server that is running. */
    private String run(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("--data")) {
            all.addAll(List.of("--data", server.folder().toString()));
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        result = new Commands(new PrintStream(told, true, StandardCharsets.UTF_8)).run(all);
        return told.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream out() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
