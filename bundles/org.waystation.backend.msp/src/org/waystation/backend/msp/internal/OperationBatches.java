package org.waystation.backend.msp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.sync.Operation;

/** Cuts operations into request bodies that the server takes: by number and by size. */
final class OperationBatches {

    /** Most operations in one request, by the contract. */
    static final int MOST = 500;

    /** Half of what the contract allows, since no operation alone comes near the other half. */
    static final int BYTES = 4_000_000;

    private static final byte[] HEAD = "{\"operations\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FOOT = "]}".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> bodies = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int inBody;

    private OperationBatches() {}

    static List<byte[]> of(List<Operation> operations) throws IOException {
        OperationBatches batches = new OperationBatches();
        for (Operation operation : operations) {
            batches.add(OperationWriter.write(operation));
        }
        batches.finish();
        return batches.bodies;
    }

    private void add(byte[] operation) throws IOException {
        if (inBody == MOST || (inBody > 0 && body.size() + operation.length > BYTES)) {
            finish();
        }
        if (inBody == 0) {
            body.write(HEAD);
        } else {
            body.write(',');
        }
        body.write(operation);
        inBody++;
    }

    private void finish() throws IOException {
        if (inBody > 0) {
            body.write(FOOT);
            bodies.add(body.toByteArray());
            body.reset();
            inBody = 0;
        }
    }
}
