package org.waystation.shell.watch;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The stalls of the UI thread since the start, the last 100 of them, oldest first. Callable from any thread. */
@ProviderType
public interface UiStalls {

    List<UiStall> stalls();
}
