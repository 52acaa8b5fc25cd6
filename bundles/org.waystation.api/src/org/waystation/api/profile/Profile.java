package org.waystation.api.profile;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** One technician's data on this machine. The service exists only while this process alone holds the profile. */
@ProviderType
public interface Profile {

    /** The folder that holds everything of it. */
    Path folder();
}
