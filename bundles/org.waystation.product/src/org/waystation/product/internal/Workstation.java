package org.waystation.product.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileUnavailable;
import org.waystation.product.internal.log.QueuedLog;

/**
 * The program: looks whether the profile can be had, before anything of the window is made, and then leaves the rest to
 * the platform's application.
 */
public final class Workstation implements IApplication {

    private static final String PLATFORM = "org.eclipse.e4.ui.workbench.swt.E4Application";

    /** A folder on a share that is away answers late; the window then opens without a profile and says so. */
    private static final Duration PROFILE_PATIENCE = Duration.ofSeconds(30);

    private Optional<IApplication> platform = Optional.empty();

    @Override
    public Object start(IApplicationContext context) throws Exception {
        QueuedLog.before(Logger.getLogger(""));
        Framework framework = FrameworkUtil.getBundle(Workstation.class)
                .getBundleContext()
                .getBundle(Constants.SYSTEM_BUNDLE_ID)
                .adapt(Framework.class);
        Runtime.getRuntime().addShutdownHook(new OrderlyEnd(framework));
        StartStages.reached("framework and services");
        // The window system comes up while the profile is taken.
        Display.getDefault();
        Optional<ProfileUnavailable> trouble = trouble();
        if (trouble.isPresent()) {
            context.applicationRunning();
            new StartProblem(trouble.get()).show();
            return EXIT_OK;
        }
        StartStages.reached("window system and profile");
        IApplication application = platformApplication();
        platform = Optional.of(application);
        return application.start(context);
    }

    @Override
    public void stop() {
        platform.ifPresent(IApplication::stop);
    }

    /** Waits until the profile is taken, or why it could not be is known. */
    private static Optional<ProfileUnavailable> trouble() throws InvalidSyntaxException, InterruptedException {
        BundleContext bundle = FrameworkUtil.getBundle(Workstation.class).getBundleContext();
        Filter either = bundle.createFilter("(|(objectClass=" + Profile.class.getName() + ")(objectClass="
                + ProfileUnavailable.class.getName() + "))");
        ServiceTracker<Object, Object> profile = new ServiceTracker<>(bundle, either, null);
        profile.open();
        try {
            return Optional.ofNullable(profile.waitForService(PROFILE_PATIENCE.toMillis()))
                    .filter(ProfileUnavailable.class::isInstance)
                    .map(ProfileUnavailable.class::cast);
        } finally {
            profile.close();
        }
    }

    /** By its extension, since its class is not for others to name. */
    private static IApplication platformApplication() throws CoreException {
        IConfigurationElement application = Platform.getExtensionRegistry()
                .getExtension("org.eclipse.core.runtime.applications", PLATFORM)
                .getConfigurationElements()[0];
        return (IApplication) application.getChildren("run")[0].createExecutableExtension("class");
    }
}
