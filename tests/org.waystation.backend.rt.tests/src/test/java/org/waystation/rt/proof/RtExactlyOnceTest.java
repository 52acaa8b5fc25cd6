package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;

/** Three workstations make tickets while each third reply is lost; as many are there afterwards, and no more. */
@ExtendWith(RtHouse.class)
class RtExactlyOnceTest {

    private static final int WORKSTATIONS = 3;

    /** The full number with -Dwaystation.rt.tickets=500. */
    private static final int TICKETS = Integer.getInteger("waystation.rt.tickets", 18);

    @Test
    void asManyAsWereMade(Rooms rooms, TestReporter reporter) throws Exception {
        String mark = "counted " + System.nanoTime();
        List<LossyWay> ways = new ArrayList<>();
        List<RtMachine> machines = new ArrayList<>();
        for (int n = 1; n <= WORKSTATIONS; n++) {
            LossyWay way = rooms.way();
            way.lose(3);
            ways.add(way);
            machines.add(rooms.machine("m" + n, "tech" + n, way).online());
        }
        for (int i = 0; i < TICKETS; i++) {
            machines.get(i % WORKSTATIONS).commit(rooms.edits.ticket(mark + " number " + i));
        }
        for (RtMachine machine : machines) {
            machine.awaitSent();
            assertEquals(List.of(), machine.parked());
        }
        int lost = ways.stream().mapToInt(LossyWay::lost).sum();
        OtherEyes eyes = rooms.colleague();
        List<Long> there = eyes.tickets(mark);
        reporter.publishEntry(Map.of("made", "" + TICKETS, "there", "" + there.size(), "lost replies", "" + lost));
        assertEquals(TICKETS, there.size());
        assertEquals(TICKETS, new HashSet<>(there).size());
        assertTrue(lost >= TICKETS / 4, "lost only " + lost);
    }
}
