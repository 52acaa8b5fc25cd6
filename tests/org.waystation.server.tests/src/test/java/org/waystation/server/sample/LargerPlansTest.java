package org.waystation.server.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargerPlansTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:34:00Z");

    @ParameterizedTest
    @CsvSource({"small,5,300,2000,48213", "reference,50,20000,200000,248213", "scale,50,20000,1000000,1048213"})
    void sizesAndTheLastNumber(String name, int companies, int assets, int tickets, long last) {
        SamplePlan plan = SamplePlan.named(name, 1, NOW).orElseThrow();
        assertEquals(companies, plan.companies());
        assertEquals(assets, plan.assets());
        assertEquals(tickets, plan.tickets());
        Numbers numbers = new Numbers(plan);
        assertEquals(last, numbers.at(tickets - 1));
        assertTrue(numbers.at(0) > 0);
        for (int place = 1; place < tickets; place++) {
            assertTrue(numbers.at(place) > numbers.at(place - 1));
        }
    }

    @Test
    void theQueueIsAsLongInALargerPlan() {
        SamplePlan plan = SamplePlan.named("scale", 1, NOW).orElseThrow();
        SampleStaff staff = new SampleStaff(NOW, new SplittableRandom(1));
        List<Integer> told = List.of(999_999, 999_990);
        OpenTickets open = new OpenTickets(plan, staff, told, new SplittableRandom(2));
        int mine = told.size();
        int all = told.size();
        for (int place = 0; place < plan.tickets(); place++) {
            if (open.isOpen(place)) {
                all++;
                mine += open.assignee(place).filter(staff.technician()::equals).isPresent() ? 1 : 0;
            }
        }
        assertEquals(OpenTickets.MINE, mine);
        assertEquals(plan.openTickets(), all);
    }

    @Test
    void templatesChooseRememberAndNest() {
        Template template = Template.parse("{disk:7-7} % on {x=a|a}, {x}, {disk}; {b {x}|b {x}}");
        Scene scene = new Scene(
                TestScene.COMPANY,
                TestScene.PERSON,
                TestScene.PERSON,
                TestScene.DEVICE,
                TestScene.DEVICE,
                TestScene.USER,
                TestScene.USER,
                1,
                Map.of(),
                new SplittableRandom(1));
        assertEquals("7 % on a, a, 7; b a", template.fill(scene));
    }

    @Test
    void theYearIsFullAndBusiestInOfficeHours() {
        Timeline timeline = new Timeline(NOW);
        Instant before = timeline.at(0);
        int office = 0;
        for (int i = 1; i < 1000; i++) {
            Instant at = timeline.at(i / 1000.0);
            assertTrue(!at.isBefore(before));
            int hour = at.atOffset(ZoneOffset.UTC).getHour();
            office += hour >= 7 && hour < 18 ? 1 : 0;
            before = at;
        }
        assertTrue(office > 750, () -> "in office hours");
    }
}
