package org.waystation.plugins.internal.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.plugins.ContributionLedger;

/** Cancels the jobs of a plug-in, and names those that run on all the same. */
@Component
public final class JobLedger implements ContributionLedger {

    @Override
    public List<String> withdraw(Set<String> bundles) {
        List<Job> jobs = jobs(bundles).toList();
        jobs.forEach(Job::cancel);
        return jobs.isEmpty() ? List.of() : List.of(jobs.size() + (jobs.size() == 1 ? " job" : " jobs"));
    }

    @Override
    public List<String> leftover(Set<String> bundles) {
        return jobs(bundles)
                .map(job -> "job “" + job.getName() + "”, which runs on though it was cancelled")
                .toList();
    }

    private static Stream<Job> jobs(Set<String> bundles) {
        return Stream.of(Job.getJobManager().find(null)).filter(job -> {
            Bundle bundle = FrameworkUtil.getBundle(job.getClass());
            return bundle != null && bundles.contains(bundle.getSymbolicName());
        });
    }
}
