package org.waystation.samples.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.fake.SampleData;

class RecordCardsTest {

    @Test
    void eachRecordIsALine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordCards().write(List.of(new RecordRef(EntityKind.TICKET, SampleData.ticket(3))), out);
        assertEquals("ticket," + SampleData.ticket(3) + "\n", out.toString(StandardCharsets.UTF_8));
    }
}
