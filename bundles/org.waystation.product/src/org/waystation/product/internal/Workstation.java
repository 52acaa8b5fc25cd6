package org.waystation.product.internal;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.waystation.api.profile.ProfileUnavailable;

/**
 * The program: looks whether the profile can be had, before anything of the window is made, and then leaves the rest to
 * the platform's application.
 */
public final class Workstation implements IApplication {

    private static final String PLATFORM = "org.eclipse.e4.ui.workbench.swt.E4Application";

    private Optional<IApplication> platform = Optional.empty();

    @Override
    public Object start(IApplicationContext context) throws Exception {
        Optional<ProfileUnavailable> trouble = trouble();
        if (trouble.isPresent()) {
            context.applicationRunning();
            new StartProblem(trouble.get()).show();
            return EXIT_OK;
        }
        IApplication application = platformApplication();
        platform = Optional.of(application);
        return application.start(context);
    }

    @Override
    public void stop() {
        platform.ifPresent(IApplication::stop);
    }

    private static Optional<ProfileUnavailable> trouble() {
        BundleContext bundle = FrameworkUtil.getBundle(Workstation.class).getBundleContext();
        ServiceReference<ProfileUnavailable> reference = bundle.getServiceReference(ProfileUnavailable.class);
        return Optional.ofNullable(reference).map(bundle::getService);
    }

    /** By its extension, since its class is not for others to name. */
    private static IApplication platformApplication() throws CoreException {
        IConfigurationElement application = Platform.getExtensionRegistry()
                .getExtension("org.eclipse.core.runtime.applications", PLATFORM)
                .getConfigurationElements()[0];
        return (IApplication) application.getChildren("run")[0].createExecutableExtension("class");
    }
}
