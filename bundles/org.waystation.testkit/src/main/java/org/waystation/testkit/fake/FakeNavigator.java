package org.waystation.testkit.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.RecordRef;

/** Keeps which records would have been opened. */
public final class FakeNavigator implements RecordNavigator {

    private final List<RecordRef> opened = new CopyOnWriteArrayList<>();

    @Override
    public void open(RecordRef record) {
        opened.add(record);
    }

    public List<RecordRef> opened() {
        return List.copyOf(opened);
    }
}
