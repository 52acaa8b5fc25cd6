package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;

/** The calls that take a scope, and those by which a copy is checked. */
class ScopedCallsTest extends MspBackendTest {

    private static final UUID ACME = UUID.fromString("01980000-0000-7000-8000-0000000000c1");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01980000-0000-7000-8000-00000000000b");
    private static final SyncScope SCOPE = new SyncScope(true, false, Set.of(ACME), Optional.of(90), 10);
    private static final String NOTE = """
            {"kind":"note","id":"01980000-0000-7000-8000-00000000000a","version":2,"seq":7,"data":{"body":"b"}}""";

    @Test
    void aSnapshotOfAPartGoesOnBehindAMark() throws BackendException {
        server.answer = TestServer.of(
                200,
                "application/x-ndjson",
                "{\"begin\":{\"epoch\":\"one\",\"since\":\"2026-01-01\",\"before\":5,\"expected\":{\"note\":6}}}\n"
                        + NOTE + "\n{\"mark\":\"m7\"}\n{\"end\":{\"epoch\":\"one\",\"cursor\":\"c\",\"records\":1}}\n");
        List<String> events = new ArrayList<>();
        SnapshotSink sink = new SnapshotSink() {
            @Override
            public void begin(String epoch, Map<EntityKind, Long> expected) {
                events.add("begin");
            }

            @Override
            public void record(EntityRecord record) {
                events.add("record");
            }

            @Override
            public void mark(String mark) {
                events.add("mark " + mark);
            }

            @Override
            public void workable() {
                events.add("workable");
            }
        };

        backend.snapshot(new SnapshotRequest(Set.of(EntityKind.NOTE), SCOPE, Optional.of("m5")), sink);

        assertEquals(List.of("begin", "record", "mark m7"), events);
        assertEquals(
                "mine=true&companies=" + ACME + "&days=90&kinds=note&after=m5",
                server.last().uri().getQuery());
    }

    @Test
    void noCompanyAndAllOfThemAreAskedForInTheContractsWords() throws BackendException {
        server.answer = TestServer.json("{\"epoch\":\"one\",\"cursor\":\"c\",\"more\":false,\"changes\":[]}");
        backend.changes("c", 10, new SyncScope(true, false, Set.of(), Optional.empty(), 0));
        assertEquals(
                "mine=true&companies=none&cursor=c&limit=10",
                server.last().uri().getQuery());

        backend.changes("c", 10, SyncScope.everything());
        assertEquals("cursor=c&limit=10", server.last().uri().getQuery());

        backend.changes("c", 10, new SyncScope(false, true, Set.of(), Optional.of(7), 0));
        assertEquals("days=7&cursor=c&limit=10", server.last().uri().getQuery());
    }

    @Test
    void changesTellWhatLeftAndWhatWasBrought() throws BackendException {
        server.answer = TestServer.json(
                "{\"epoch\":\"one\",\"cursor\":\"c2\",\"more\":false,\"changes\":[" + "{\"kind\":\"ticket\",\"id\":\""
                        + OTHER + "\",\"seq\":9,\"left\":true}],\"brought\":[" + NOTE + "]}");

        ChangePage page = backend.changes("c", 10, SCOPE);

        assertEquals(List.of(new RecordRef(EntityKind.TICKET, OTHER)), page.left());
        assertEquals(List.of(), page.deleted());
        assertEquals(List.of(ID), page.records().stream().map(EntityRecord::id).toList());
    }

    @Test
    void digests() throws BackendException {
        server.answer = TestServer.json(
                "{\"epoch\":\"one\",\"cursor\":\"c\",\"seq\":7,\"kinds\":{\"note\":"
                        + "{\"count\":3,\"hash\":\"fedcba9876543210\"},\"ticket\":{\"count\":0,\"hash\":\"0000000000000000\"}}}");

        Digests digests = backend.digests(SCOPE);

        assertEquals("c", digests.cursor());
        assertEquals(new Digest(3, 0xfedcba9876543210L), digests.kinds().get(EntityKind.NOTE));
        assertEquals(Digest.NONE, digests.kinds().get(EntityKind.TICKET));
    }

    @Test
    void theHashIsThatOfTheContract() {
        // sha256("01980000-0000-7000-8000-00000000000a:2:7"), by another program
        assertEquals(HASH, Digest.hash(ID, new Stamp(2, 7)));
    }

    private static final long HASH = 0x049fff1e9e1bee1fL;

    @Test
    void liveIds() throws BackendException {
        server.answer = TestServer.of(
                200,
                "application/x-ndjson",
                "{\"begin\":{\"epoch\":\"one\",\"cursor\":\"c\",\"seq\":7}}\n[\"" + ID + "\",2,7]\n[\"" + OTHER
                        + "\",1,3,\"later\"]\n{\"end\":{\"count\":2}}\n");

        assertEquals(Map.of(ID, new Stamp(2, 7), OTHER, new Stamp(1, 3)), backend.liveIds(EntityKind.NOTE, SCOPE));
        assertEquals(
                "mine=true&companies=" + ACME + "&days=90&kind=note",
                server.last().uri().getQuery());
    }

    @Test
    void aListOfIdsThatWasCutOffIsNotUsed() {
        for (String end : List.of("", "{\"end\":{\"count\":2}}\n")) {
            server.answer = TestServer.of(200, "application/x-ndjson", "{\"begin\":{}}\n[\"" + ID + "\",2,7]\n" + end);
            fails(Cause.MALFORMED, () -> backend.liveIds(EntityKind.NOTE, SCOPE));
        }
    }

    @Test
    void oneRecordIsReadWhereItsKindIsKept() throws BackendException {
        server.answer = TestServer.json(NOTE.replace("note", "timeEntry"));
        assertEquals(
                2,
                backend.read(new RecordRef(EntityKind.TIME_ENTRY, ID))
                        .orElseThrow()
                        .version());
        assertEquals("/v1/time-entries/" + ID, server.last().uri().getPath());

        server.answer = TestServer.problem(404, "not_found");
        assertEquals(Optional.empty(), backend.read(new RecordRef(EntityKind.COMPANY, ID)));
        assertEquals("/v1/companies/" + ID, server.last().uri().getPath());
    }

    @Test
    void whatIsTakenAwayFromUsIsNotTakenForMissing() {
        server.answer = TestServer.problem(401, "access_revoked");
        fails(Cause.ACCESS_REVOKED, () -> backend.read(new RecordRef(EntityKind.COMPANY, ID)));
    }
}
